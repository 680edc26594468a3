#include "server-stub/attachments/file_name.hpp"

#include "server-stub/http/utf8.hpp"
#include "server-stub/limits.hpp"
#include "shared/submission/submission.hpp"

namespace putright::attachments {
namespace {

// Of well-formed UTF-8: how many bytes the character at the front has.
std::size_t bytes_of_first(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

char32_t first_of(std::string_view text, std::size_t bytes) {
  auto const lead = static_cast<unsigned char>(text[0]);
  char32_t code = bytes == 1 ? lead : lead & (0x7FU >> bytes);
  for (std::size_t at = 1; at < bytes; ++at)
    code = code << 6U | (static_cast<unsigned char>(text[at]) & 0x3FU);
  return code;
}

bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFEFF;
}

// Marks, embeddings and isolates of writing direction, and the line and paragraph separators: with
// them "exe.jpg" can be made to look like something else.
bool is_direction(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

std::string_view trimmed(std::string_view text) {
  std::size_t const from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

}  // namespace

std::string plain_file_name(std::string_view sent) {
  std::size_t const slash = sent.find_last_of("/\\");
  std::string const last =
      http::replace_invalid_utf8(slash == std::string_view::npos ? sent : sent.substr(slash + 1));
  std::string name;
  std::size_t characters = 0;
  for (std::string_view rest{last}; !rest.empty() && characters < kMaxAttachmentNameCharacters;) {
    std::size_t const bytes = bytes_of_first(rest);
    char32_t const code = first_of(rest, bytes);
    if (!is_control(code) && !is_direction(code)) {
      name += rest.substr(0, bytes);
      ++characters;
    }
    rest.remove_prefix(bytes);
  }
  std::string plain{trimmed(name)};
  return plain.empty() || plain == "." || plain == ".." ? "file" : plain;
}

}  // namespace putright::attachments
