#include "shared/text/tidy.hpp"

#include <algorithm>

namespace putright {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool continues(std::string_view text, std::size_t at) {
  return (byte_at(text, at) & 0xC0U) == 0x80U;
}

// Length of the well-formed UTF-8 sequence at `at` (Unicode, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  unsigned char const lead = byte_at(text, at);
  unsigned char const second = byte_at(text, at + 1);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(text, at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    bool const second_fits = continues(text, at + 1) && !(lead == 0xE0 && second < 0xA0) &&
                             !(lead == 0xED && second > 0x9F);
    return second_fits && continues(text, at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    bool const second_fits = continues(text, at + 1) && !(lead == 0xF0 && second < 0x90) &&
                             !(lead == 0xF4 && second > 0x8F);
    return second_fits && continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
  }
  return 0;
}

// How many characters from `at` on are printable ASCII, which nearly all are: they are taken as one
// piece.
std::size_t plain_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= ' ' && text[end] < 0x7F)
    ++end;
  return end - at;
}

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
    out += kReplacement;
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n";
  std::size_t const first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace

std::string tidy_text(std::string_view text, Lines lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const plain = plain_run(text, at);
    out.append(text, at, plain);
    at += plain;
    if (at == text.size()) break;
    std::size_t const length = sequence_length(text, at);
    if (length == 1) {
      append_control(out, text, at, lines);
    } else if (length == 0) {
      out += kReplacement;
    } else {
      out.append(text, at, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return std::string{trimmed(out)};
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace putright
