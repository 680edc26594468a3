#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "portal/imgui/present.hpp"
#include "portal/imgui/words.hpp"
#include "tests/portal/imgui_samples.hpp"
#include "tests/portal/imgui_support.hpp"

using namespace putright;
using support::paragraph;
using support::Sample;
using support::samples;
using support::screen_with;
using support::ScreenOnCanvas;
using Fields = std::vector<std::pair<std::string, std::string>>;

namespace {

view::Screen form_screen() {
  using namespace view;
  TextField const name{
      "name", "Your name", "", "Grace", "", TextField::Size::line, TextField::Purpose::own_name,
      false};
  Choices const reply{"reply_by", "How?",
                      "",         {{"email", "Email", "", true}, {"letter", "Letter", "", false}},
                      "",         Choices::Arity::one,
                      false};
  Choices const wanted{"wanted", "What?",
                       "",       {{"a", "Apology", "", false}, {"b", "Repair", "", false}},
                       "",       Choices::Arity::many,
                       false};
  TextField const hidden{
      "more", "More", "", "kept", "", TextField::Size::line, TextField::Purpose::words, false};
  Form const form{"/send",
                  {{"draft", "{}"}},
                  {{name},
                   {reply},
                   {wanted},
                   {Details{"Say more", {{hidden}}}},
                   {Action{"Continue", "continue", Action::Weight::main}}}};
  return screen_with({{form}});
}

}  // namespace

TEST_CASE("canvas: every kind of node of the view tree has a sample here") {
  std::set<std::size_t> kinds;
  for (Sample const& sample : samples()) {
    kinds.insert(sample.node.is.index());
  }
  CHECK(kinds.size() == std::variant_size_v<view::AnyNode>);
}

TEST_CASE("canvas: every kind of node is drawn, and its words and controls are found by name") {
  for (Sample const& sample : samples()) {
    CAPTURE(sample.name);
    ScreenOnCanvas sheet(screen_with({sample.node}));
    for (std::string const& words : sample.words) {
      CAPTURE(words);
      CHECK(sheet.shows(words));
    }
    for (std::string const& label : sample.controls) {
      CAPTURE(label);
      CHECK(sheet.stage().items().control(label) != nullptr);
    }
  }
}

TEST_CASE("canvas: problems stand at the top in their order") {
  view::Screen screen = screen_with({{view::Heading{1, "Your name"}}});
  screen.problems = {{"name", "Enter your name"}, {"email", "Enter your email"}};
  ScreenOnCanvas sheet(std::move(screen));
  auto const* const title = sheet.stage().items().mentioning("There is a problem");
  auto const* const first = sheet.stage().items().mentioning("Enter your name");
  auto const* const second = sheet.stage().items().mentioning("Enter your email");
  auto const* const heading = sheet.stage().items().mentioning("Your name");
  REQUIRE((title && first && second && heading));
  CHECK(title->top < first->top);
  CHECK(first->top < second->top);
  CHECK(second->top < heading->top);
}

TEST_CASE(
    "canvas: a press sends what the form carries, every field, also in closed details, and go "
    "last") {
  ScreenOnCanvas sheet(form_screen());
  sheet.press("Letter");
  sheet.press("Repair");
  canvas::Press const press = sheet.press("Continue");
  CHECK(press.kind == canvas::Press::Kind::send);
  CHECK(press.target == "/send");
  CHECK(press.form == Fields{{"draft", "{}"},
                             {"name", "Grace"},
                             {"reply_by", "letter"},
                             {"wanted", "b"},
                             {"more", "kept"},
                             {"go", "continue"}});
}

TEST_CASE("canvas: typed words reach the form whole, whatever their letters") {
  ScreenOnCanvas sheet(form_screen());
  sheet.press("Your name");
  CHECK(sheet.stage().typing().wanted);
  sheet.stage().key("End", canvas::KeyMove::down, 0);
  sheet.settle_with_key_up("End");
  sheet.stage().typed(" Ŵyn £40 漢字 😀");
  sheet.settle();
  canvas::Press const press = sheet.press("Continue");
  REQUIRE(press.form.size() > 1);
  CHECK(press.form[1].second == "Grace Ŵyn £40 漢字 😀");
}

TEST_CASE("canvas: details show their body only when opened") {
  ScreenOnCanvas sheet(
      screen_with({{view::Details{"How we worked it out", {paragraph("Day by day")}}}}));
  CHECK_FALSE(sheet.shows("Day by day"));
  sheet.press("How we worked it out");
  CHECK(sheet.shows("Day by day"));
  sheet.press("How we worked it out");
  CHECK_FALSE(sheet.shows("Day by day"));
}

TEST_CASE("canvas: links, ways on and Change say where they go") {
  view::Form const form{
      "/check", {}, {{view::SummaryList{{{"Name", "Grace", "change-your-details"}}}}}};
  ScreenOnCanvas sheet(
      screen_with({{form}, {view::Onward{"Back", "/back", view::Onward::Weight::plain}}}));
  canvas::Press const back = sheet.press("Back");
  CHECK(back.kind == canvas::Press::Kind::follow);
  CHECK(back.target == "/back");
  canvas::Press const change = sheet.press("Change");
  CHECK(change.kind == canvas::Press::Kind::send);
  CHECK(change.form == Fields{{"go", "change-your-details"}});
}

TEST_CASE("canvas: the keyboard alone reaches and presses a button") {
  ScreenOnCanvas sheet(screen_with({{view::Form{
      "/send", {}, {{view::Action{"Continue", "continue", view::Action::Weight::main}}}}}}));
  sheet.stage().key("Tab", canvas::KeyMove::down, 0);
  sheet.settle_with_key_up("Tab");
  sheet.stage().key(" ", canvas::KeyMove::down, 0);
  sheet.settle_with_key_up(" ");
  CHECK(sheet.last_press().kind == canvas::Press::Kind::send);
}

TEST_CASE("canvas: a phone number is never broken across lines; a word too long for the line is") {
  ScreenOnCanvas sheet(screen_with({}));
  sheet.measure([](canvas::Look const& look) {
    view::Text const text{{view::Span::Kind::plain, "Call us on ", ""},
                          {view::Span::Kind::phone, "0300 111 3000", ""},
                          {view::Span::Kind::plain, ".", ""}};
    for (float width = 120; width < 400; width += 7) {
      CAPTURE(width);
      int parts = 0;
      for (canvas::Fragment const& fragment :
           canvas::lay_out(text, canvas::hand(look, look.ink(17)), width).fragments) {
        parts += fragment.span == 1 ? 1 : 0;
      }
      CHECK(parts == 1);
    }
    view::Text const endless{{view::Span::Kind::plain, std::string(400, 'w'), ""}};
    canvas::WordBlock const block = canvas::lay_out(endless, canvas::hand(look, look.ink(17)), 200);
    CHECK(block.fragments.size() > 5);
    std::size_t letters = 0;
    for (canvas::Fragment const& fragment : block.fragments) {
      CHECK(fragment.width <= 200);
      letters += fragment.text.size();
    }
    CHECK(letters == 400);
  });
}

TEST_CASE("canvas: it sleeps when nothing happens and wakes when something does") {
  ScreenOnCanvas sheet(form_screen());
  CHECK(sheet.stage().is_asleep());
  auto const frames = sheet.stage().frames();
  sheet.press("Your name");
  CHECK(sheet.stage().frames() > frames);
  // A field that is being typed in needs no frames either: the caret does not blink.
  CHECK(sheet.stage().is_asleep());
}

TEST_CASE("canvas: a link on two lines is one control with its whole name, pressed on either") {
  std::string const address = "https://www.example.org/" + std::string(120, 'a');
  ScreenOnCanvas sheet(screen_with({{view::Paragraph{{{view::Span::Kind::link, address, "/x"}}}}}));
  auto const& items = sheet.stage().items().items();
  auto const is_link = [](canvas::Item const& item) { return item.kind == canvas::ItemKind::link; };
  REQUIRE(std::count_if(items.begin(), items.end(), is_link) == 1);
  canvas::Item const first = *std::find_if(items.begin(), items.end(), is_link);
  CHECK(first.label == address);
  CHECK(sheet.press(address).target == "/x");
  sheet.stage().pointer_moved(first.left + 5, first.bottom + 10, canvas::PointerSource::mouse);
  sheet.settle();
  CHECK(sheet.stage().pointer_shape() == canvas::PointerShape::hand);
  for (int times = 0; times < 3; ++times) {
    sheet.stage().key("Tab", canvas::KeyMove::down, 0);
    sheet.settle_with_key_up("Tab");
    CHECK(sheet.stage().focused_item() == first.id);
  }
}
