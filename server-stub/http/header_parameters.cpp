#include "server-stub/http/header_parameters.hpp"

#include <algorithm>

#include "server-stub/http/message.hpp"
#include "server-stub/http/target.hpp"

namespace putright::http {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

void skip_spaces(std::string_view& rest) {
  while (!rest.empty() && is_space(rest.front()))
    rest.remove_prefix(1);
}

// Takes everything before the first of `ends`, without white space around it.
std::string_view take_until(std::string_view& rest, std::string_view ends) {
  skip_spaces(rest);
  std::string_view token = rest.substr(0, rest.find_first_of(ends));
  rest.remove_prefix(token.size());
  while (!token.empty() && is_space(token.back()))
    token.remove_suffix(1);
  return token;
}

bool is_browser_escape(int byte) {
  return byte == '"' || byte == '\r' || byte == '\n';
}

// Takes quoted text, from after its first quote to after its last; empty when it does not end.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string text;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    char const c = rest[at];
    char const next = at + 1 < rest.size() ? rest[at + 1] : '\0';
    int const byte = c == '%' ? hexadecimal_byte(rest.substr(at + 1)) : -1;
    if (c == '"') {
      rest.remove_prefix(at + 1);
      return text;
    }
    if (c == '\\' && (next == '"' || next == '\\')) {
      text += next;
      ++at;
    } else if (is_browser_escape(byte)) {
      text += static_cast<char>(byte);
      at += 2;
    } else {
      text += c;
    }
  }
  return std::nullopt;
}

std::optional<std::string> take_value(std::string_view& rest) {
  skip_spaces(rest);
  if (rest.empty() || rest.front() != '"') return std::string{take_until(rest, ";")};
  rest.remove_prefix(1);
  auto text = take_quoted(rest);
  skip_spaces(rest);
  return text;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
}

}  // namespace

std::optional<HeaderParameters> read_parameters(std::string_view header) {
  if (has_control(header)) return std::nullopt;
  HeaderParameters read;
  read.value = take_until(header, ";");
  while (!header.empty()) {
    if (header.front() != ';') return std::nullopt;
    header.remove_prefix(1);
    skip_spaces(header);
    if (header.empty()) break;
    std::string const name{take_until(header, "=;")};
    if (name.empty() || header.empty() || header.front() != '=') return std::nullopt;
    header.remove_prefix(1);
    auto value = take_value(header);
    if (!value || parameter(read, name)) return std::nullopt;
    read.parameters.emplace_back(name, std::move(*value));
  }
  return read;
}

std::optional<std::string> parameter(HeaderParameters const& header, std::string_view name) {
  for (auto const& [key, value] : header.parameters) {
    if (same_ignoring_case(key, name)) return value;
  }
  return std::nullopt;
}

}  // namespace putright::http
