// The names in a zip file (APPNOTE.TXT 6.3.10): enough to tell a Word file from a spreadsheet.
// Unpacks nothing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server-stub/attachments/media_type.hpp"

namespace putright::attachments {

/// The first entry. `stored` are its first bytes when it is not compressed.
struct FirstEntry {
  std::string name;
  std::string stored;
};
std::optional<FirstEntry> first_entry(Content const& content);

/// The names in the directory; empty when it is not whole, or longer than we read.
std::vector<std::string> names_in(Content const& content);

}  // namespace putright::attachments
