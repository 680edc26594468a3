#include "server-stub/http/form.hpp"

#include "server-stub/http/target.hpp"
#include "server-stub/http/utf8.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

std::string decode(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    int const byte = text[at] == '%' ? hexadecimal_byte(text.substr(at + 1)) : -1;
    if (byte >= 0) {
      bytes += static_cast<char>(byte);
      at += 2;
    } else {
      bytes += text[at] == '+' ? ' ' : text[at];
    }
  }
  return bytes;
}

// A form post writes each line break as CR LF; the page's own script reads the same field with LF.
std::string with_plain_line_breaks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      out += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace

std::string form_text(std::string_view bytes) {
  return with_plain_line_breaks(replace_invalid_utf8(bytes));
}

std::string decode_header_text(std::string_view encoded) {
  return form_text(decode(encoded));
}

std::string percent_encoded(std::string_view utf8) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (char const c : utf8) {
    bool const stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_';
    auto const byte = static_cast<unsigned char>(c);
    if (stays) {
      encoded += c;
    } else {
      encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return encoded;
}

std::optional<FormFields> parse_form(std::string_view body) {
  FormFields fields;
  while (!body.empty()) {
    std::string_view const pair = body.substr(0, body.find('&'));
    body.remove_prefix(pair.size() == body.size() ? pair.size() : pair.size() + 1);
    if (pair.empty()) continue;
    if (fields.size() == limits::kFormFields) return std::nullopt;
    std::size_t const equals = pair.find('=');
    fields.emplace_back(
        form_text(decode(pair.substr(0, equals))),
        equals == std::string_view::npos ? "" : form_text(decode(pair.substr(equals + 1))));
  }
  return fields;
}

}  // namespace putright::http
