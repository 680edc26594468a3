// Writes HTML. Text and attribute values are always escaped; the names of tags and attributes are
// literals that the compiler has checked. There is no way to write raw markup.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace putright::html {

/// The name of a tag or an attribute. Made from literals only, while compiling: small letters,
/// digits and hyphens, or it does not compile.
class Name {
 public:
  consteval Name(char const* letters) : letters_(letters) {
    if (*letters == '\0') this_is_not_a_name_of_html();
    for (; *letters != '\0'; ++letters) {
      char const c = *letters;
      bool const is_allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (!is_allowed) this_is_not_a_name_of_html();
    }
  }
  constexpr char const* letters() const { return letters_; }

 private:
  // Never defined: a call of it while compiling is an error that says so.
  static void this_is_not_a_name_of_html();

  char const* letters_;
};

/// An attribute; without a value it stands alone (`checked`), with an empty optional it is left
/// out. A target that leads nowhere known is left out too: its words stand there and lead nowhere.
struct Attribute {
  Name name;
  std::optional<std::string> value;
  enum class Kind { valued, alone, target } kind = Kind::valued;
};

/// A boolean attribute that is there when `wanted`.
Attribute alone(Name name, bool wanted = true);
/// An attribute that is there when its value is not empty.
Attribute unless_empty(Name name, std::string value);
/// Whether an address is one that a page may lead to: a path of ours, a part of the page, or an
/// `https:` address; not `javascript:`, not another site's `//`.
bool leads_somewhere(std::string_view address);

using Attributes = std::initializer_list<Attribute>;

/// Builds one HTML text.
class Out {
 public:
  Out& open(Name tag, Attributes attributes = {});
  Out& close(Name tag);
  /// An element without content (`input`, `meta`).
  Out& single(Name tag, Attributes attributes = {}) { return open(tag, attributes); }
  Out& text(std::string_view words);
  Out& element(Name tag, Attributes attributes, std::string_view words);
  /// `<!DOCTYPE html>`.
  Out& doctype();
  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

/// `text` with the five special characters as references, and control characters other than tab and
/// line ends as U+FFFD. Marks of direction stay: they are part of what people write, and the
/// presenter keeps them among their own words (`dir="auto"`).
void append_escaped(std::string& out, std::string_view text);

}  // namespace putright::html
