#include "portal/html/element.hpp"

namespace putright::html {

Attribute alone(std::string_view name, bool wanted) {
  return {name, wanted ? std::optional<std::string>{""} : std::nullopt, Attribute::Kind::alone};
}

Attribute unless_empty(std::string_view name, std::string value) {
  if (value.empty()) return {name, std::nullopt};
  return {name, std::move(value)};
}

void append_escaped(std::string& out, std::string_view text) {
  for (char const c : text) {
    switch (c) {
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
      case '\0':
        out += "\xEF\xBF\xBD";
        break;
      default:
        out += c;
    }
  }
}

Out& Out::open(std::string_view tag, Attributes attributes) {
  html_ += '<';
  html_ += tag;
  for (auto const& attribute : attributes) {
    if (!attribute.value) continue;
    html_ += ' ';
    html_ += attribute.name;
    if (attribute.kind == Attribute::Kind::alone) continue;
    html_ += "=\"";
    append_escaped(html_, *attribute.value);
    html_ += '"';
  }
  html_ += '>';
  return *this;
}

Out& Out::close(std::string_view tag) {
  html_ += "</";
  html_ += tag;
  html_ += '>';
  return *this;
}

Out& Out::text(std::string_view words) {
  append_escaped(html_, words);
  return *this;
}

Out& Out::element(std::string_view tag, Attributes attributes, std::string_view words) {
  return open(tag, attributes).text(words).close(tag);
}

Out& Out::doctype() {
  html_ += "<!DOCTYPE html>\n";
  return *this;
}

}  // namespace putright::html
