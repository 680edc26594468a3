#include "shared/text/tidy.hpp"

#include <algorithm>

#include "shared/base/utf8.hpp"

namespace putright {
namespace {

// What one control character becomes.
void append_control(std::string& out, std::string_view text, std::size_t at, Lines lines) {
  char const c = text[at];
  char const line_end = lines == Lines::one ? ' ' : '\n';
  if (c == '\r' || c == '\n') {
    bool const second_of_pair = c == '\n' && at > 0 && text[at - 1] == '\r';
    if (!second_of_pair) out += line_end;
  } else if (c == '\v' || c == '\f') {
    out += line_end;
  } else if (c == '\t') {
    out += lines == Lines::one ? ' ' : '\t';
  } else {
    out += kReplacementCharacter;
  }
}

void trim(std::string& text) {
  constexpr std::string_view kSpace = " \t\n";
  std::size_t const last = text.find_last_not_of(kSpace);
  text.resize(last == std::string::npos ? 0 : last + 1);
  if (!text.empty()) text.erase(0, text.find_first_not_of(kSpace));
}

}  // namespace

std::string tidy_text(std::string_view text, Lines lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const plain = printable_run(text, at);
    out.append(text, at, plain);
    at += plain;
    if (at == text.size()) break;
    Utf8Sequence const sequence = utf8_sequence_at(text, at);
    if (!sequence.well_formed) {
      out += kReplacementCharacter;
    } else if (sequence.bytes == 1) {
      append_control(out, text, at, lines);
    } else {
      out.append(text, at, sequence.bytes);
    }
    at += sequence.bytes;
  }
  trim(out);
  return out;
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string say_count(std::size_t count) {
  constexpr std::size_t kThousand = 1000;
  constexpr std::size_t kDigits = 3;
  std::string rest = std::to_string(count % kThousand);
  if (count < kThousand) return rest;
  return std::to_string(count / kThousand) + "," + std::string(kDigits - rest.size(), '0') + rest;
}

}  // namespace putright
