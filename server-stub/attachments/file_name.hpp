// A file's name as we keep it: for people to know it by, never used as a path.
#pragma once
#include <string>
#include <string_view>

namespace putright::attachments {

/// The last part of the path that was sent, as UTF-8, without control characters and those that
/// turn the writing direction, at most `kMaxAttachmentNameCharacters` characters; `file` when
/// nothing is left.
std::string plain_file_name(std::string_view sent);

}  // namespace putright::attachments
