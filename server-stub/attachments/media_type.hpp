// What kind of file these bytes are, by what is in them and never by a name. A closed list: what
// people send with a complaint. Nothing is unpacked or run.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace putright::attachments {

/// A file's bytes. `read` gives up to `count` bytes from `offset`; fewer only at the end.
struct Content {
  std::uint64_t bytes = 0;
  std::function<std::string(std::uint64_t offset, std::size_t count)> read;
};

/// The media type; empty when it is none of those that we take: JPEG, PNG, HEIC, PDF, plain text
/// (UTF-8), Word and Excel (old and new, the new ones without macros), OpenDocument text and
/// spreadsheet.
std::optional<std::string_view> recognise(Content const& content);

}  // namespace putright::attachments
