// PNG (W3C, third edition): which of its chunks are the picture.
#pragma once
#include <optional>

#include "server-stub/attachments/pieces.hpp"

namespace putright::attachments {

/// The picture without Exif, texts, times, private chunks and whatever stands behind its end; its
/// colours and frames stay. Empty when this is no PNG with a picture in it. Nothing is unpacked.
std::optional<Pieces> png_without_metadata(Content const& content);

}  // namespace putright::attachments
