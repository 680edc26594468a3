#include "shared/wire/json_writer.hpp"

#include "shared/base/require.hpp"

namespace putright::json {

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  std::size_t plain_from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(plain_from, at - plain_from));
    plain_from = at + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += kHex[c >> 4U];
        out += kHex[c & 15U];
    }
  }
  out.append(text.substr(plain_from));
  out += '"';
}

void Writer::before_value() {
  if (after_name_) {
    after_name_ = false;
    return;
  }
  if (levels_.empty()) {
    PUTRIGHT_REQUIRE(text_.empty());
    return;
  }
  PUTRIGHT_REQUIRE(!levels_.back().object);
  if (!levels_.back().first) text_ += ',';
  levels_.back().first = false;
}

Writer& Writer::begin_object() {
  before_value();
  text_ += '{';
  levels_.push_back({.first = true, .object = true, .last_name = {}});
  return *this;
}

Writer& Writer::end_object() {
  PUTRIGHT_REQUIRE(!levels_.empty() && levels_.back().object && !after_name_);
  levels_.pop_back();
  text_ += '}';
  return *this;
}

Writer& Writer::begin_array() {
  before_value();
  text_ += '[';
  levels_.push_back({});
  return *this;
}

Writer& Writer::end_array() {
  PUTRIGHT_REQUIRE(!levels_.empty() && !levels_.back().object);
  levels_.pop_back();
  text_ += ']';
  return *this;
}

Writer& Writer::member(std::string_view name) {
  PUTRIGHT_REQUIRE(!levels_.empty() && levels_.back().object && !after_name_);
  Level& level = levels_.back();
  if (order_ == Order::canonical) {
    PUTRIGHT_REQUIRE(level.first || level.last_name < name);
    level.last_name = name;
  }
  if (!level.first) text_ += ',';
  level.first = false;
  append_quoted(text_, name);
  text_ += ':';
  after_name_ = true;
  return *this;
}

Writer& Writer::string(std::string_view text) {
  before_value();
  append_quoted(text_, text);
  return *this;
}

Writer& Writer::integer(std::int64_t number) {
  before_value();
  text_ += std::to_string(number);
  return *this;
}

Writer& Writer::boolean(bool value) {
  before_value();
  text_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::null() {
  before_value();
  text_ += "null";
  return *this;
}

Writer& Writer::raw(std::string_view json_text) {
  before_value();
  text_ += json_text;
  return *this;
}

std::string Writer::take() {
  PUTRIGHT_REQUIRE(levels_.empty() && !after_name_);
  return std::move(text_);
}

}  // namespace putright::json
