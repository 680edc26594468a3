// Writes HTML. Text and attribute values are always escaped; tag and attribute names are only ever
// literals of this folder. There is no way to write raw markup.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace putright::html {

/// An attribute; without a value it stands alone (`checked`), with an empty optional it is left
/// out.
struct Attribute {
  std::string_view name;
  std::optional<std::string> value;
  enum class Kind { valued, alone } kind = Kind::valued;
};

/// A boolean attribute that is there when `wanted`.
Attribute alone(std::string_view name, bool wanted = true);
/// An attribute that is there when its value is not empty.
Attribute unless_empty(std::string_view name, std::string value);

using Attributes = std::initializer_list<Attribute>;

/// Builds one HTML text.
class Out {
 public:
  Out& open(std::string_view tag, Attributes attributes = {});
  Out& close(std::string_view tag);
  /// An element without content (`input`, `meta`).
  Out& single(std::string_view tag, Attributes attributes = {}) { return open(tag, attributes); }
  Out& text(std::string_view words);
  Out& element(std::string_view tag, Attributes attributes, std::string_view words);
  /// `<!DOCTYPE html>`.
  Out& doctype();
  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

/// `text` with the five special characters as references and NUL as U+FFFD.
void append_escaped(std::string& out, std::string_view text);

}  // namespace putright::html
