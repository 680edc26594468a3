#include "server-stub/attachments/zip.hpp"

#include <algorithm>

#include "server-stub/attachments/little_endian.hpp"
#include "server-stub/limits.hpp"

namespace putright::attachments {
namespace {

constexpr std::string_view kLocal{"PK\3\4", 4};
constexpr std::string_view kEntry{"PK\1\2", 4};
constexpr std::string_view kEnd{"PK\5\6", 4};
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kCommentBytes = 65535;
constexpr std::size_t kFirstEntryBytes = 1024;

bool begins_with(std::string_view bytes, std::size_t offset, std::string_view mark) {
  return offset <= bytes.size() && bytes.substr(offset, mark.size()) == mark;
}

// The directory's bytes, from the record at the end of the file that says where it is.
std::string directory_of(Content const& content) {
  std::uint64_t const most = kEndBytes + kCommentBytes;
  std::uint64_t const from = content.bytes > most ? content.bytes - most : 0;
  std::string const tail = content.read(from, static_cast<std::size_t>(most));
  std::size_t const end = tail.rfind(kEnd);
  if (end == std::string::npos || tail.size() - end < kEndBytes) return {};
  std::size_t const bytes = number_at(tail, end + 12, 4);
  if (bytes > limits::kZipDirectoryBytes) return {};
  return content.read(number_at(tail, end + 16, 4), bytes);
}

}  // namespace

std::optional<FirstEntry> first_entry(Content const& content) {
  std::string const head = content.read(0, kFirstEntryBytes);
  if (!begins_with(head, 0, kLocal) || head.size() < kLocalBytes) return std::nullopt;
  std::size_t const name_bytes = number_at(head, 26, 2);
  std::size_t const begin = kLocalBytes + name_bytes + number_at(head, 28, 2);
  if (kLocalBytes + name_bytes > head.size()) return std::nullopt;
  FirstEntry entry{head.substr(kLocalBytes, name_bytes), {}};
  bool const is_stored = number_at(head, 8, 2) == 0;
  if (is_stored && begin <= head.size()) entry.stored = head.substr(begin);
  return entry;
}

std::vector<std::string> names_in(Content const& content) {
  std::string const directory = directory_of(content);
  std::vector<std::string> names;
  for (std::size_t at = 0; at < directory.size();) {
    if (!begins_with(directory, at, kEntry) || directory.size() - at < kEntryBytes) return {};
    std::size_t const name_bytes = number_at(directory, at + 28, 2);
    if (directory.size() - at - kEntryBytes < name_bytes) return {};
    names.push_back(directory.substr(at + kEntryBytes, name_bytes));
    at += kEntryBytes + name_bytes + number_at(directory, at + 30, 2) +
          number_at(directory, at + 32, 2);
  }
  return names;
}

}  // namespace putright::attachments
