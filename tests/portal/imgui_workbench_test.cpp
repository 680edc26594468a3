#include <doctest/doctest.h>

#include "portal/workbench/happenings.hpp"
#include "portal/workbench/host.hpp"
#include "shared/wire/json.hpp"
#include "tests/portal/imgui_bench.hpp"

using namespace putright;
using namespace putright::workbench;
using std::chrono::days;
using support::BenchOnCanvas;

namespace {

// The scenario one event further, added today.
void add_today(support::BenchOnCanvas& bench, EventType type) {
  add_event(bench.scenario(), new_event(bench.scenario(), type, nullptr));
}

}  // namespace

TEST_CASE("workbench: it opens with a complaint, the customer's screen and two deadlines") {
  BenchOnCanvas bench;
  CHECK(bench.shows("Complaints workbench"));
  CHECK(bench.shows("Who are you doing this for?"));
  CHECK(bench->stage().items().control("Acknowledge, by Thu 2 Apr") != nullptr);
  CHECK(bench->stage().items().control("Stage 1 response, by Thu 16 Apr") != nullptr);
  CHECK(bench->spoken() ==
        "Acknowledge by Thursday 2 April 2026. Stage 1 response by Thursday 16 April 2026. ");
}

TEST_CASE("workbench: another brand changes the customer's screen and its ways to go") {
  BenchOnCanvas bench;
  bench.press("Care Plus");
  CHECK(bench->bench().scenario.brand == "care-plus");
  bench.press("Track");
  CHECK(bench.shows("Your complaint CP-"));
}

TEST_CASE("workbench: a step that is set for later has not happened yet today") {
  BenchOnCanvas bench;
  set_today(bench.scenario(), begun_on(bench.scenario()) + days{1}, bench->book());
  bench.change();
  // Not acknowledged yet: counted from the latest day on which that may happen, 2 April.
  CHECK(bench->stage().items().control("Stage 1 response, by Mon 20 Apr") != nullptr);
}

TEST_CASE("workbench: the day can be stepped, jumped and dragged") {
  BenchOnCanvas bench;
  Date const before = bench->bench().scenario.today;
  bench.press("Today: later");
  CHECK(bench->bench().scenario.today == before + days{1});
  bench.press("Next deadline");
  CHECK(format_date(bench->bench().scenario.today) == "2026-04-16");
  canvas::Item const grip = *bench->stage().items().control("Today's line");
  float const day = 448.0F / 28;
  float const middle = (grip.left + grip.right) / 2;
  bench->stage().pointer_moved(middle, grip.bottom - 4, canvas::PointerSource::mouse);
  bench.settle();
  bench->stage().pointer_button(0, canvas::KeyMove::down);
  bench.settle();
  bench->stage().pointer_moved(middle - 3 * day, grip.bottom - 4, canvas::PointerSource::mouse);
  bench.settle();
  bench->stage().pointer_button(0, canvas::KeyMove::up);
  bench.settle();
  CHECK(bench->bench().scenario.today < before + days{8});
  CHECK(bench->bench().scenario.today >= before);
}

TEST_CASE("workbench: showing problems shows the customer's own error screen") {
  BenchOnCanvas bench;
  for (int screen = 0; screen < 3; ++screen)
    bench.press("Screen: next");
  CHECK(bench.shows("What happened?"));
  CHECK_FALSE(bench.shows("There is a problem"));
  bench.press("Show problems");
  CHECK(bench.shows("There is a problem"));
}

TEST_CASE("workbench: a screen without problems of its own stays when problems are to be shown") {
  BenchOnCanvas bench;
  bench.press("Show problems");
  for (int screen = 0; screen < 5; ++screen)
    bench.press("Screen: next");
  CHECK(bench.shows("What would put it right? (optional)"));
  CHECK_FALSE(bench.shows("There is a problem"));
}

TEST_CASE("workbench: the journey goes on by pressing what the customer would press, to the end") {
  BenchOnCanvas bench;
  for (int screen = 1; screen < 9; ++screen) {
    CAPTURE(screen);
    bench.press("Continue");
    CHECK_FALSE(bench.shows("There is a problem"));
  }
  CHECK(bench.shows("Check your complaint before you send it"));
  bench.press("Send complaint");
  CHECK(bench.shows("Complaint sent"));
  CHECK(bench.shows("MADE-UP"));
}

TEST_CASE("workbench: a review is asked for as the customer would, and the complaint says so") {
  BenchOnCanvas bench;
  add_today(bench, EventType::stage_1_responded);
  bench.change();
  bench.press("Track");
  bench.press("Ask for a review");
  CHECK(bench.shows("You do not have to give a reason."));
  bench.press("Send request");
  CHECK(bench.shows("We have your request for a review"));
}

TEST_CASE("workbench: what the policy cannot answer is said, not guessed") {
  BenchOnCanvas bench;
  // Homes Plus has no course in the homebuilders' edition.
  bench->bench().scenario.edition = "new-homes-quality-code";
  bench.change();
  CHECK(bench.shows("There is a problem"));
  CHECK(bench->spoken().empty());
}

TEST_CASE("workbench: every brand, kind, screen and problem state is drawn at every size of text") {
  BenchOnCanvas bench;
  Bench& state = bench->bench();
  for (Brand const& brand : bench->book().brands) {
    for (int kind = 0; kind < 3; ++kind) {
      state.scenario.brand = brand.id;
      state.scenario.kind = static_cast<FeedbackKind>(kind);
      for (auto const page : {Page::home, Page::journey, Page::track}) {
        std::size_t const steps = page == Page::journey ? step_count(state.scenario) : 1;
        for (std::size_t step = 0; step < steps; ++step) {
          for (auto const problems : {ProblemView::hidden, ProblemView::shown}) {
            state.preview = {page, step, problems, {}};
            state.scale = step % 2 == 0 ? 1.0F : 1.5F;
            bench.change();
            CHECK(bench.shows(brand.name));
          }
        }
      }
    }
  }
}

TEST_CASE(
    "workbench: where there is no room for three panels, one is shown and the others are a press "
    "away") {
  BenchOnCanvas bench(700);
  CHECK(bench.shows("Scenario"));
  CHECK_FALSE(bench.shows("Why this date"));
  bench.press("Deadlines");
  CHECK(bench.shows("Why this date"));
}

TEST_CASE("workbench: the host's events are understood or refused by name") {
  BenchOnCanvas bench;
  CHECK(tell(*bench, R"({"type":"pointer","action":"move","x":10,"y":20.5,"source":"touch"})") ==
        Heard::yes);
  CHECK(tell(*bench, R"({"type":"size","width":800,"height":600,"ratio":1.5})") == Heard::yes);
  CHECK(tell(*bench, R"({"type":"dance"})") == Heard::not_understood);
  CHECK(tell(*bench, "{") == Heard::not_understood);
  bench.settle();
  auto const report = json::parse(workbench::report(*bench), json::kDocumentLimits);
  REQUIRE(report.ok());
  CHECK(report.value().string_at("pointer") == "default");
  REQUIRE(report.value().find("items") != nullptr);
  CHECK(report.value().find("items")->items.size() > 20);
}

TEST_CASE("workbench: a press by assistive technology is a press") {
  BenchOnCanvas bench;
  canvas::Item const* const item = bench->stage().items().control("Property Plus");
  REQUIRE(item != nullptr);
  CHECK(tell(*bench, R"({"type":"press","item":)" + std::to_string(item->id) + "}") == Heard::yes);
  bench.settle();
  CHECK(bench->bench().scenario.brand == "property-plus");
}

TEST_CASE("workbench: each control says what it is, what it belongs to and where it stands") {
  BenchOnCanvas bench;
  auto const item = [&bench](std::string_view label) {
    canvas::Item const* const found = bench->stage().items().control(label);
    REQUIRE(found != nullptr);
    return *found;
  };
  CHECK(item("Screen").kind == canvas::ItemKind::tab);
  CHECK(item("Screen").group == "Views");
  CHECK(item("Screen").chosen);
  CHECK(item("Care Plus").kind == canvas::ItemKind::choice);
  CHECK(item("Care Plus").group == "Brand");
  CHECK_FALSE(item("Care Plus").chosen);
  CHECK(item("Show problems").kind == canvas::ItemKind::tick);
  CHECK(item("About: Repairs").kind == canvas::ItemKind::opener);
  CHECK(item("Today slider").kind == canvas::ItemKind::slider);
  CHECK(item("Today slider").value == "Wednesday 8 April 2026");
  CHECK(item("Today slider").range.at == 13);
  CHECK(item("Today's line").range.to == 27);
  for (int screen = 0; screen < 3; ++screen)
    bench.press("Screen: next");
  CHECK(item("Tell us in your own words").kind == canvas::ItemKind::field);
  CHECK(item("Tell us in your own words").value.starts_with("The boiler"));
}

TEST_CASE("workbench: a slider that assistive technology sets goes there, and not past its ends") {
  BenchOnCanvas bench;
  auto const set = [&bench](std::string_view label, int value) {
    std::string const id = std::to_string(bench->stage().items().control(label)->id);
    CHECK(tell(*bench, R"({"type":"set","item":)" + id + R"(,"value":)" + std::to_string(value) +
                           "}") == Heard::yes);
    bench.settle();
  };
  set("Today slider", 20);
  CHECK(format_date(bench->bench().scenario.today) == "2026-04-15");
  set("Today slider", 100000);
  CHECK(bench->stage().items().control("Today slider")->range.at == 120);
  set("Today slider", -5);
  CHECK(bench->bench().scenario.today == begun_on(bench.scenario()));
  set("Today's line", 7);
  CHECK(format_date(bench->bench().scenario.today) == "2026-03-30");
}

TEST_CASE("workbench: the arrows go from panel to panel, and back to where the keyboard was") {
  BenchOnCanvas bench;
  CHECK(bench.stands_on() == "nothing");
  bench.key("Tab");
  CHECK(bench.stands_on() == "Screen");
  std::string const focus = std::to_string(bench->stage().focused_item());
  CHECK(workbench::report(*bench).find(R"("focus":)" + focus) != std::string::npos);
  bench.key("ArrowDown");
  bench.key("ArrowLeft", 4);
  CHECK(bench.stands_on() == "Undo");
  bench.key("ArrowDown", 2);
  bench.key("ArrowRight");
  CHECK(bench.stands_on() == "What if");
  bench.key("ArrowRight");
  CHECK(bench.stands_on() == "Home");
  bench.key("ArrowLeft");
  CHECK(bench.stands_on() == "What if");
  bench.key("ArrowRight", 5);
  CHECK(bench.stands_on() == "Screen: next");
  bench.key("ArrowRight");
  CHECK(bench.stands_on() == "Today: earlier");
  bench.key("ArrowLeft");
  CHECK(bench.stands_on() == "Screen: next");
}

TEST_CASE("workbench: a key let go late by slow frames is one press, each of its repeats another") {
  BenchOnCanvas bench;
  bench.key("Tab");
  canvas::Stage& stage = bench->stage();
  double now_ms = support::next_frame_ms();
  auto const slow_frames = [&bench, &now_ms] {
    constexpr double kSlowMs = 900;
    for (int frame = 0; frame < 4; ++frame)
      bench->frame(now_ms += kSlowMs);
  };
  stage.key("ArrowRight", canvas::KeyMove::down, 0);
  slow_frames();
  CHECK(bench.stands_on() == "Compare");
  stage.key("ArrowRight", canvas::KeyMove::down, 0);
  slow_frames();
  CHECK(bench.stands_on() == "Many screens");
  stage.key("ArrowRight", canvas::KeyMove::up, 0);
  slow_frames();
  CHECK(bench.stands_on() == "Many screens");
}

TEST_CASE("workbench: the keyboard stands on something after what it stood on went away") {
  BenchOnCanvas bench;
  bench.key("Tab", 14);
  REQUIRE(bench.stands_on() == "Events");
  bench.key("Enter");
  bench.key("ArrowDown", 3);
  bench.key("Enter");
  bench.key("ArrowDown", 7);
  REQUIRE(bench.stands_on() == "Extended");
  bench.key("Enter");
  CHECK(bench.stands_on() == "Add: Choose what happened");
  bench.key("ArrowUp");
  bench.key("ArrowRight", 2);
  REQUIRE(bench.stands_on() == "Remove");
  bench.key("Enter");
  CHECK(bench.scenario().events.size() == 2);
  CHECK(bench.stands_on() != "nothing");
  bench.key("Tab");
  CHECK(bench.stands_on() != "nothing");
}
