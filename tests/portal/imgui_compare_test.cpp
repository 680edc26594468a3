// Two readings side by side, and the timeline in words and as a picture.
#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "portal/workbench/comparison.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/timeline.hpp"
#include "portal/workbench/timeline_words.hpp"
#include "tests/portal/imgui_bench.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::workbench;
using std::chrono::days;
using support::BenchOnCanvas;

namespace {

Date date(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

// Sent on a Saturday, so that the receipt rule matters.
Scenario sent_on_saturday() {
  Scenario scenario = first_scenario(support::shipped_policy());
  remove_event(scenario, 1);
  set_event_day(scenario.events[0], date(2026, 2, 14));
  scenario.today = date(2026, 2, 16);
  return scenario;
}

std::vector<std::string> differences(Scenario const& scenario, Comparison const& comparison) {
  PolicyBook const& book = support::shipped_policy();
  PolicyBook const invented = with_invented_holidays(book, scenario);
  return compare(scenario, comparison, {book, invented}).differences;
}

Assessment assessed(Scenario const& scenario) {
  auto outcome = assess(record_of(scenario), support::shipped_policy(), as_of(scenario));
  REQUIRE(outcome.ok());
  return std::move(outcome).value();
}

}  // namespace

TEST_CASE("compare: what strict and rolled make of a Saturday is said with both dates") {
  CHECK(differences(sent_on_saturday(), {Contrast::receipts, {}, {}}) ==
        std::vector<std::string>{"Acknowledge: Fri 20 Feb; Mon 23 Feb (3 days later)",
                                 "Stage 1 response: Fri 6 Mar; Mon 9 Mar (3 days later)"});
}

TEST_CASE("compare: on a working day nothing differs between strict and rolled, and that is said") {
  CHECK(differences(first_scenario(support::shipped_policy()), {}) ==
        std::vector<std::string>{"Nothing differs."});
}

TEST_CASE("compare: before and after an invented bank holiday") {
  Scenario scenario = first_scenario(support::shipped_policy());
  scenario.invented_holidays = {date(2026, 4, 9)};
  CHECK(differences(scenario, {Contrast::holidays, {}, {}}) ==
        std::vector<std::string>{"Stage 1 response: Thu 16 Apr; Fri 17 Apr (1 day later)"});
}

TEST_CASE("compare: two editions differ where stage 2 counts from another event") {
  using enum EventType;
  Scenario scenario = first_scenario(support::shipped_policy());
  for (auto const type : {stage_1_responded, stage_2_requested, stage_2_acknowledged}) {
    scenario.today += days{2};
    add_event(scenario, new_event(scenario, type, nullptr));
  }
  Comparison const comparison{Contrast::editions, std::nullopt, "homes-plus-key-facts"};
  CHECK(differences(scenario, comparison) ==
        std::vector<std::string>{"Stage 2 response: Wed 13 May; Mon 11 May (2 days earlier)"});
}

TEST_CASE("compare: an edition that says nothing about this brand is said, not guessed") {
  Comparison const comparison{Contrast::editions, std::nullopt, "new-homes-quality-code"};
  auto const lines = differences(first_scenario(support::shipped_policy()), comparison);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("New Homes Quality Code: "));
}

TEST_CASE("timeline: each day says what it is") {
  Scenario const scenario = first_scenario(support::shipped_policy());
  Assessment const assessment = assessed(scenario);
  auto const reading = [&](Date day) {
    return day_reading(day, assessment, support::shipped_policy().calendar);
  };
  CHECK(reading(date(2026, 4, 3)) ==
        "Friday 3 April 2026. Good Friday. Stage 1 response: not counted.");
  CHECK(reading(date(2026, 3, 31)) ==
        "Tuesday 31 March 2026. Acknowledge: day 3. Done. Stage 1 response: the clock starts, not "
        "counted.");
  CHECK(reading(date(2026, 4, 16)) ==
        "Thursday 16 April 2026. Stage 1 response: due by the end of this day.");
  CHECK(reading(date(2026, 5, 4)) == "Monday 4 May 2026. Early May bank holiday.");
}

TEST_CASE(
    "timeline: an extended date keeps the one before it in sight, and a promised one the "
    "calendar's") {
  Scenario scenario = first_scenario(support::shipped_policy());
  Assessment const before = assessed(scenario);
  add_event(scenario, new_event(scenario, EventType::extended, &before));
  Assessment const after = assessed(scenario);
  CHECK(other_dates(after.deadlines[1]) == std::vector{date(2026, 4, 16)});
  Scenario promised = first_scenario(support::shipped_policy());
  promised.promised = {{DeadlineId::stage_1_response, date(2026, 4, 20)}};
  CHECK(other_dates(assessed(promised).deadlines[1]) == std::vector{date(2026, 4, 16)});
}

TEST_CASE("timeline: as a text it has each date, its clause and each day") {
  Assessment const assessment = assessed(first_scenario(support::shipped_policy()));
  std::string const text = deadlines_text(assessment, support::shipped_policy());
  for (std::string_view const part :
       {"Stage 1 response: by Thursday 16 April 2026 (pending)", "promise.2",
        "-\tFriday 3 April\tGood Friday, not counted", "10\tThursday 16 April"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("timeline: as a picture it has each date in words, and no title of a holiday is markup") {
  Scenario const scenario = first_scenario(support::shipped_policy());
  WorkingCalendar const calendar(date(2026, 1, 1), date(2026, 12, 31),
                                 {{date(2026, 4, 3), "<script>&"}});
  std::string const picture = timeline_svg(assessed(scenario), calendar, scenario.today);
  CHECK(picture.starts_with("<svg xmlns="));
  CHECK(picture.ends_with("</svg>\n"));
  CHECK(picture.find("Stage 1 response, by Thursday 16 April 2026, pending") != std::string::npos);
  CHECK(picture.find("&lt;script>&amp;") != std::string::npos);
  CHECK(picture.find("<script") == std::string::npos);
}

TEST_CASE("workbench: the comparison shows both timelines and what differs") {
  BenchOnCanvas bench;
  bench.scenario() = sent_on_saturday();
  bench.change();
  bench.press("Compare");
  bench.press("Strict and rolled");
  CHECK(bench.shows("Acknowledge: Fri 20 Feb; Mon 23 Feb (3 days later)"));
  CHECK(bench.has_control("Acknowledge, by Fri 20 Feb"));
  CHECK(bench.has_control("Acknowledge, by Mon 23 Feb"));
  bench.press("Editions");
  bench.press("Right: The edition in force");
  bench.press("New Homes Quality Code");
  CHECK(bench.shows("edition_silent"));
  bench.press("Before and after");
  CHECK(bench.shows("No bank holiday is invented yet"));
}

TEST_CASE("workbench: by keyboard the arrows read the timeline day by day") {
  BenchOnCanvas bench;
  canvas::Item const* const strip = bench->stage().items().control("Days");
  REQUIRE(strip != nullptr);
  bench->stage().press(strip->id);
  bench.settle();
  ImGui::SetNavCursorVisible(true);
  bench.change();
  bench->stage().key("ArrowRight", canvas::KeyMove::down, 0);
  bench->frame(support::next_frame_ms());
  bench->stage().key("ArrowRight", canvas::KeyMove::up, 0);
  bench.settle();
  CHECK(bench->stage().items().control("Days")->value ==
        "Thursday 9 April 2026. Stage 1 response: day 5.");
}

TEST_CASE("workbench: deadlines are copied as text and saved as text and as a picture") {
  BenchOnCanvas bench;
  bench.press("Copy text");
  CHECK(bench->stage().take_copied().find("Stage 1 response: by") != std::string::npos);
  bench.press("Save text");
  CHECK(bench->bench().saved.name == "deadlines.txt");
  bench.press("Save SVG");
  CHECK(bench->bench().saved.name == "deadlines.svg");
  CHECK(bench->bench().saved.text.starts_with("<svg"));
  bench.press("Save PNG");
  CHECK(bench->bench().saved.name == "deadlines.png");
  CHECK(bench->bench().saved.text.starts_with("<svg"));
}
