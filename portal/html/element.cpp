#include "portal/html/element.hpp"

namespace putright::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_forbidden_control(char c) {
  return (c >= '\0' && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F';
}

// U+0080 to U+009F, which are two bytes in UTF-8.
bool starts_upper_control(std::string_view text) {
  return text.size() > 1 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) >= 0x80 &&
         static_cast<unsigned char>(text[1]) < 0xA0;
}

// Browsers drop tabs and line ends from an address and read a backslash as a slash.
bool is_read_as_written(std::string_view address) {
  for (char const c : address) {
    if ((c >= '\0' && c <= ' ') || c == '\x7F' || c == '\\') return false;
  }
  return true;
}

}  // namespace

Attribute alone(Name name, bool wanted) {
  return {name, wanted ? std::optional<std::string>{""} : std::nullopt, Attribute::Kind::alone};
}

Attribute unless_empty(Name name, std::string value) {
  if (value.empty()) return {name, std::nullopt};
  return {name, std::move(value)};
}

bool leads_somewhere(std::string_view address) {
  bool const is_known =
      address.starts_with('/') || address.starts_with('#') || address.starts_with("https://");
  return is_known && !address.starts_with("//") && is_read_as_written(address);
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (char const c = text[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default: {
        bool const is_two_bytes = starts_upper_control(text.substr(at));
        if (is_two_bytes || is_forbidden_control(c)) {
          out += kReplacement;
        } else {
          out += c;
        }
        at += is_two_bytes ? 1 : 0;
      }
    }
  }
}

Out& Out::open(Name tag, Attributes attributes) {
  using Kind = Attribute::Kind;
  html_ += '<';
  html_ += tag.letters();
  for (auto const& attribute : attributes) {
    if (!attribute.value) continue;
    if (attribute.kind == Kind::target && !leads_somewhere(*attribute.value)) continue;
    html_ += ' ';
    html_ += attribute.name.letters();
    if (attribute.kind == Kind::alone) continue;
    html_ += "=\"";
    append_escaped(html_, *attribute.value);
    html_ += '"';
  }
  html_ += '>';
  return *this;
}

Out& Out::close(Name tag) {
  html_ += "</";
  html_ += tag.letters();
  html_ += '>';
  return *this;
}

Out& Out::text(std::string_view words) {
  append_escaped(html_, words);
  return *this;
}

Out& Out::element(Name tag, Attributes attributes, std::string_view words) {
  return open(tag, attributes).text(words).close(tag);
}

Out& Out::doctype() {
  html_ += "<!DOCTYPE html>\n";
  return *this;
}

}  // namespace putright::html
