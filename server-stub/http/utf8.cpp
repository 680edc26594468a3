#include "server-stub/http/utf8.hpp"

#include <cstddef>

#include "shared/base/utf8.hpp"

namespace putright::http {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Utf8Sequence const sequence = utf8_sequence_at(text, at);
    if (!sequence.well_formed) return false;
    at += sequence.bytes;
  }
  return true;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    Utf8Sequence const sequence = utf8_sequence_at(text, at);
    out += sequence.well_formed ? text.substr(at, sequence.bytes) : kReplacementCharacter;
    at += sequence.bytes;
  }
  return out;
}

}  // namespace putright::http
