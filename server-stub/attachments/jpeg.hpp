// JPEG (ITU-T T.81, annex B): which parts of it are the picture.
#pragma once
#include <optional>

#include "server-stub/attachments/pieces.hpp"

namespace putright::attachments {

/// The picture without Exif, XMP, IPTC, comments, previews, other pictures and whatever stands
/// behind its end. What a reader needs to show it stays: its colour profile, and which way up it
/// is. Empty when this is no JPEG with a picture in it. The picture itself is not looked at.
std::optional<Pieces> jpeg_without_metadata(Content const& content);

}  // namespace putright::attachments
