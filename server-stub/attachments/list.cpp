#include "server-stub/attachments/list.hpp"

#include "server-stub/attachments/folder.hpp"

namespace putright::attachments {
namespace {

constexpr std::size_t kDigits = 2 * std::tuple_size_v<Digest>;

Listed read_line(std::string_view line) {
  bool const good =
      line.size() > kDigits + 1 && line[kDigits] == ' ' && is_digest(line.substr(0, kDigits));
  if (!good) return {{}, line};
  return {line.substr(0, kDigits), line.substr(kDigits + 1)};
}

}  // namespace

std::vector<Listed> read_list(std::string_view field) {
  std::vector<Listed> listed;
  while (!field.empty()) {
    std::string_view const line = field.substr(0, field.find('\n'));
    field.remove_prefix(line.size() == field.size() ? line.size() : line.size() + 1);
    if (!line.empty()) listed.push_back(read_line(line));
  }
  return listed;
}

}  // namespace putright::attachments
