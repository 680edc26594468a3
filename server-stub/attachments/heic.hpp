// HEIC (ISO/IEC 14496-12 and 23008-12): which of its boxes and items are the picture.
#pragma once
#include <optional>

#include "server-stub/attachments/pieces.hpp"

namespace putright::attachments {

/// The picture with zeros in place of Exif, XMP, every other item and box that is no picture (a
/// short film among them): as long as before, since its places are counted from the start. Which
/// way up it is stands elsewhere and stays. Empty when this is no HEIC that we can follow.
std::optional<Pieces> heic_without_metadata(Content const& content);

}  // namespace putright::attachments
