#include <doctest/doctest.h>

#include "portal/workbench/happenings.hpp"
#include "portal/workbench/timeline.hpp"
#include "portal/workbench/why.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::workbench;
using std::chrono::days;

namespace {

constexpr float kLeft = 40;
constexpr float kWidth = 448;

Date date(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

float width_for_test(std::string_view label, canvas::Look const& /*look*/) {
  return 7.0F * static_cast<float>(label.size());
}

Assessment assessed(Scenario const& scenario) {
  auto outcome = assess(record_of(scenario), support::shipped_policy(), as_of(scenario));
  REQUIRE(outcome.ok());
  return std::move(outcome).value();
}

}  // namespace

TEST_CASE("timeline: it covers whole weeks, from the Monday before to the Sunday after") {
  Scenario const scenario = first_scenario(support::shipped_policy());
  DayScale const scale = scale_for(assessed(scenario), scenario.today, kLeft, kWidth);
  CHECK(scale.from == date(2026, 3, 23));
  CHECK(scale.last() == date(2026, 4, 19));
  CHECK(std::chrono::weekday{scale.from} == std::chrono::Monday);
  CHECK(std::chrono::weekday{scale.last()} == std::chrono::Sunday);
}

TEST_CASE(
    "timeline: each diamond stands in the middle of its due day's column, and no bar before its "
    "start") {
  Scenario const scenario = first_scenario(support::shipped_policy());
  Assessment const assessment = assessed(scenario);
  DayScale const scale = scale_for(assessment, scenario.today, kLeft, kWidth);
  auto const rows = rows_of(assessment, scale, scenario.today, width_for_test, {});
  REQUIRE(rows.size() == 2);
  // 28 columns of 16 units; 2 April is the 11th day from 23 March, 16 April the 25th.
  CHECK(scale.day_width() == doctest::Approx(16));
  CHECK(rows[0].diamond == doctest::Approx(kLeft + 10 * 16 + 8));
  CHECK(rows[1].diamond == doctest::Approx(kLeft + 24 * 16 + 8));
  // Counting starts on the day after: Friday 27 March and Wednesday 1 April.
  CHECK(rows[0].bar_left == doctest::Approx(kLeft + 4 * 16));
  CHECK(rows[1].bar_left == doctest::Approx(kLeft + 9 * 16));
  CHECK(rows[0].label == "Acknowledge, by Thu 2 Apr");
}

TEST_CASE(
    "timeline: every place belongs to the day drawn there, and places outside to the nearest day") {
  DayScale const scale{.from = date(2026, 3, 23), .day_count = 91, .left = kLeft, .width = kWidth};
  for (int index = 0; index < scale.day_count; ++index) {
    Date const day = scale.from + days{index};
    CHECK(scale.day_at(scale.middle_of(day)) == day);
  }
  CHECK(scale.day_at(kLeft - 100) == scale.from);
  CHECK(scale.day_at(kLeft + kWidth + 100) == scale.last());
}

TEST_CASE("timeline: a label never crosses today's line while there is room beside it") {
  Scenario scenario = first_scenario(support::shipped_policy());
  for (auto const type : {EventType::stage_1_responded, EventType::stage_2_requested})
    add_event(scenario, new_event(scenario, type, nullptr));
  int checked = 0;
  for (int day = 0; day < 60; ++day) {
    set_today(scenario, begun_on(scenario) + days{day}, support::shipped_policy());
    Assessment const assessment = assessed(scenario);
    DayScale const scale = scale_for(assessment, scenario.today, kLeft, kWidth);
    float const line = scale.middle_of(scenario.today);
    for (DeadlineRow const& row : rows_of(assessment, scale, scenario.today, width_for_test, {})) {
      CAPTURE(day);
      CAPTURE(row.label);
      float const width = width_for_test(row.label, {});
      bool const has_room = line - kLeft > width + 7 || kLeft + kWidth - line > width + 7;
      if (!has_room) continue;
      ++checked;
      CHECK((line < row.label_left || line > row.label_left + width));
      CHECK(row.label_left >= kLeft);
      CHECK(row.label_left + width <= kLeft + kWidth + 0.01F);
    }
  }
  CHECK(checked > 150);
}

TEST_CASE("timeline: week dates thin out when columns are narrow, and never vanish") {
  DayScale scale{.from = date(2026, 3, 23), .day_count = 28, .left = 0, .width = 448};
  CHECK(weeks_between_labels(scale, 60) == 1);
  scale.day_count = 91;
  CHECK(weeks_between_labels(scale, 60) == 2);
  scale.day_count = 364;
  CHECK(weeks_between_labels(scale, 60) == 7);
}

TEST_CASE("why: the table has every day from start to due, each once, holidays by name") {
  Scenario const scenario = first_scenario(support::shipped_policy());
  Assessment const assessment = assessed(scenario);
  Deadline const* const response = assessment.deadline(DeadlineId::stage_1_response);
  REQUIRE(response != nullptr);
  view::DayCount const table = why_table(*response, support::shipped_policy().calendar);
  // 31 March to 16 April 2026: 17 days.
  REQUIRE(table.rows.size() == 17);
  using Kind = view::DayCountRow::Kind;
  CHECK(table.rows.front().kind == Kind::start);
  CHECK(table.rows.front().date == "Tuesday 31 March");
  CHECK(table.rows[3].kind == Kind::bank_holiday);
  CHECK(table.rows[3].note == "Good Friday, not counted");
  CHECK(table.rows[4].kind == Kind::weekend);
  CHECK(table.rows[6].note == "Easter Monday, not counted");
  CHECK(table.rows.back().kind == Kind::due);
  CHECK(table.rows.back().day == "10");
  CHECK(table.rows.back().date == "Thursday 16 April");
}
