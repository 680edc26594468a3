// Takes out of pictures what says where and by whom they were taken, before they are kept.
#pragma once
#include <optional>
#include <string_view>

#include "server-stub/attachments/pieces.hpp"

namespace putright::attachments {

/// What is kept of a file of this type: of a picture the picture, of any other all. Empty when a
/// picture cannot be followed as far as its picture: then it is not what it says it is.
std::optional<Pieces> without_metadata(Content const& content, std::string_view media_type);

}  // namespace putright::attachments
