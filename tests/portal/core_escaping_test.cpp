// "Hostile input is shown as text, everywhere": whatever words stand in any text of any node, the
// page has the same elements and attributes as with a plain word.
#include <optional>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include "portal/html/element.hpp"
#include "portal/html/page.hpp"
#include "tests/support/screen_of_words.hpp"

using namespace putright;

namespace {

constexpr std::string_view kReplaced = "\xEF\xBF\xBD";

/// Takes a page to pieces more strictly than a browser would: what the presenter never prints on
/// purpose (a stray `<`, an attribute without quotes, an unknown reference, a control) ends it.
class StrictPage {
 public:
  explicit StrictPage(std::string_view html) : rest_(html) {}

  /// Each tag with its attributes' names; nothing when a piece is out of order. `br` stands for a
  /// line end, and `href` and `action` are left out for a bad address: they may differ.
  std::optional<std::vector<std::string>> tags() {
    take("<!DOCTYPE html>\n");
    while (is_sound_ && !rest_.empty()) {
      if (rest_.front() == '<') {
        tag();
      } else {
        words_until("<");
      }
    }
    if (!is_sound_) return std::nullopt;
    return tags_;
  }

 private:
  bool take(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }

  void expect(std::string_view piece) { is_sound_ = take(piece) && is_sound_; }

  std::string name() {
    std::size_t const end = rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-");
    std::string found{rest_.substr(0, end)};
    is_sound_ = is_sound_ && !found.empty() && end != std::string_view::npos;
    rest_.remove_prefix(found.size());
    return found;
  }

  void reference() {
    for (auto const* known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
      if (take(known)) return;
    }
    is_sound_ = false;
  }

  void words_until(std::string_view end) {
    while (is_sound_ && !rest_.empty() && !rest_.starts_with(end)) {
      auto const c = static_cast<unsigned char>(rest_.front());
      if (c == '&') {
        reference();
        continue;
      }
      bool const is_control = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
      if (is_control || std::string_view{"<>\"'"}.find(rest_.front()) != std::string_view::npos) {
        is_sound_ = false;
      }
      rest_.remove_prefix(1);
    }
  }

  void attribute(std::string& tag) {
    std::string const found = name();
    if (found != "href" && found != "action") tag += ' ' + found;
    if (!take("=")) return;
    expect("\"");
    words_until("\"");
    expect("\"");
  }

  void tag() {
    expect("<");
    std::string tag = take("/") ? "/" : "";
    tag += name();
    while (is_sound_ && take(" "))
      attribute(tag);
    expect(">");
    if (tag != "br") tags_.push_back(tag);
  }

  std::string_view rest_;
  std::vector<std::string> tags_;
  bool is_sound_ = true;
};

std::optional<std::vector<std::string>> tags_with(std::string_view words, int round) {
  return StrictPage{render_page(support::screen_of_words(words, round))}.tags();
}

constexpr std::size_t kManyCharacters = 100000;

std::vector<std::string> attacks() {
  using namespace std::string_literals;
  std::string controls;
  for (char c = 0; c < ' '; ++c)
    controls += c;
  return {"<script>alert(1)</script><img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)\" x='y' `",
          "' onmouseover='alert(1)",
          "</textarea></title></style></script></select></form><b>",
          "--><!--<![CDATA[ ]]><?php ?><!DOCTYPE x>",
          "&lt;b&gt; &#60;b&#62; &amp;amp; & &copy &#0; &#x80;",
          "javascript:alert(1)",
          " javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "//elsewhere.example/",
          "/\\elsewhere.example/",
          "/\t/elsewhere.example/",
          "/path\"><script>alert(1)</script>",
          "https://example.org/\"'><script>",
          controls + "\x7F" + "\xC2\x80\xC2\x9F",
          "a\0b\0"s + "\0<\0script>"s,
          "\xE2\x80\xAE turned \xE2\x80\xAD\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8 <b>\xE2\x80\x8F",
          "zero\xE2\x80\x8Bwidth\xE2\x80\x8D\xEF\xBB\xBF\xC2\xAD<b>",
          "\xC2",
          "\xE2\x80",
          "\xF0\x9F\"\xED\xA0\x80'\xFF<\xC0\xBC>",
          "{title} {brand} {unknown"};
}

// A way to reach somebody is a link only where its address leads somewhere.
std::string_view harmless_twin(std::string_view attack) {
  if (attack.starts_with("https://")) return "https://example.org/";
  return attack.starts_with("/path") ? "/path" : "word";
}

}  // namespace

// No text can become the name of a tag or an attribute: names are literals, checked while
// compiling.
static_assert(!std::is_constructible_v<html::Name, std::string>);
static_assert(!std::is_constructible_v<html::Name, std::string_view>);

TEST_CASE("escaping: no words in any text of any node change a page's elements or attributes") {
  for (auto const& attack : attacks()) {
    CAPTURE(attack.substr(0, 60));
    for (int round = 0; round < support::kRounds; ++round) {
      auto const plain = tags_with(harmless_twin(attack), round);
      REQUIRE(plain);
      CHECK((tags_with(attack, round) == plain));
    }
  }
}

TEST_CASE("escaping: a hundred thousand characters in every text change nothing either") {
  std::string attack;
  while (attack.size() < kManyCharacters)
    attack += "<\"'&>";
  // As long as the attack: an address that no QR code can hold has no picture.
  CHECK((tags_with(attack, 0) == tags_with(std::string(kManyCharacters, 'w'), 0)));
}

TEST_CASE("escaping: the page of every kind of node has each of them, and the words") {
  std::string page;
  for (int round = 0; round < support::kRounds; ++round)
    page += render_page(support::screen_of_words("unmistakable", round));
  for (std::string const part :
       {"<textarea", "<fieldset", "<blockquote", "<table", "<details", "<title>Error: unmistakable",
        "value=\"unmistakable\"", "govuk-error-summary", "govuk-panel", "putright-timeline"}) {
    CHECK_MESSAGE(page.find(part) != std::string::npos, part);
  }
}

TEST_CASE("escaping: controls are shown as the replacement character, white space stays") {
  std::string out;
  html::append_escaped(out, std::string_view{"a\0b\x01\x1B\x7F\xC2\x85\xC2\xA0\t\r\n", 13});
  CHECK(out == "a" + std::string{kReplaced} + "b" + std::string{kReplaced} +
                   std::string{kReplaced} + std::string{kReplaced} + std::string{kReplaced} +
                   "\xC2\xA0\t\r\n");
}

TEST_CASE("escaping: a link leads to a path of ours, a part of the page or an https address") {
  for (auto const* good : {"/", "/homes/track#here", "#main", "https://example.org/a?b=c"}) {
    CHECK_MESSAGE(html::leads_somewhere(good), good);
  }
  for (auto const* bad :
       {"", "javascript:alert(1)", "JavaScript:alert(1)", "\x01javascript:alert(1)",
        "data:text/html,x", "http://example.org", "vbscript:x", "//example.org", "/\\example.org",
        "/\t/example.org", "/\n/example.org", "https://example.org\\@other.example", "relative",
        "\xC2\xA0/path"}) {
    CHECK_MESSAGE(!html::leads_somewhere(bad), bad);
  }
}

TEST_CASE("escaping: people's words may run from right to left without turning ours") {
  view::Screen screen;
  screen.body.push_back({view::Quotation{"\xE2\x80\xAEwords"}});
  screen.body.push_back({view::SummaryList{{{"Name", "\xE2\x80\xAEwords", ""}}}});
  view::TextField field;
  field.name = "what_happened";
  field.value = "\xE2\x80\xAEwords";
  screen.body.push_back({field});
  std::string const page = render_page(screen);
  for (std::string const part : {"<blockquote class=\"putright-quotation\" dir=\"auto\">",
                                 "<dd class=\"govuk-summary-list__value\" dir=\"auto\">",
                                 "type=\"text\" dir=\"auto\" value="}) {
    CHECK_MESSAGE(page.find(part) != std::string::npos, part);
  }
}
