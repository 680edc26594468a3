// Both faces of the view tree beside each other.
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "portal/html/presenter.hpp"
#include "tests/portal/imgui_samples.hpp"
#include "tests/portal/imgui_support.hpp"

using namespace putright;
using support::Sample;
using support::samples;
using support::screen_with;
using support::ScreenOnCanvas;

namespace {

// What a browser shows of a node's HTML: its text without the tags.
std::string html_text(view::Node const& node) {
  html::Out out;
  html::Presenter{out}.present({node});
  std::string text;
  bool is_tag = false;
  for (char const letter : out.take()) {
    if (letter == '<') is_tag = true;
    text += is_tag ? ' ' : letter;
    if (letter == '>') is_tag = false;
  }
  return text;
}

std::string canvas_text(std::vector<view::Node> body) {
  ScreenOnCanvas sheet(screen_with(std::move(body)));
  std::string text;
  for (canvas::Item const& item : sheet.stage().items().items())
    text += item.label + " " + item.value + " ";
  return text;
}

using Words = std::set<std::string>;

// Without what stands around them: on the canvas a row is said with a colon between its cells, and
// a phone number has spaces at which no line breaks.
Words words_of(std::string text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (std::size_t at = text.find(kNoBreak); at != std::string::npos;
       at = text.find(kNoBreak, at)) {
    text[at] = ' ';
    text.erase(at + 1, kNoBreak.size() - 1);
  }
  Words words;
  std::istringstream stream(std::move(text));
  for (std::string word; stream >> word;) {
    while (!word.empty() && std::string_view(".,:").find(word.back()) != std::string_view::npos)
      word.pop_back();
    if (!word.empty()) words.insert(word);
  }
  return words;
}

// The words of one that the other has not, in order.
std::string only_in(Words const& one, Words const& other) {
  std::string found;
  for (std::string const& word : one)
    if (other.count(word) == 0) found += (found.empty() ? "" : " ") + word;
  return found;
}

}  // namespace

TEST_CASE("parity: each kind of node says the same words on the canvas and in HTML") {
  auto const around = words_of(canvas_text({}));
  for (Sample const& sample : samples()) {
    CAPTURE(std::string(sample.name));
    auto const in_html = words_of(html_text(sample.node));
    auto on_canvas = words_of(canvas_text({sample.node}));
    for (auto const& word : around)
      on_canvas.erase(word);
    CHECK(only_in(in_html, on_canvas) == sample.only_html);
    CHECK(only_in(on_canvas, in_html) == sample.only_canvas);
  }
}
