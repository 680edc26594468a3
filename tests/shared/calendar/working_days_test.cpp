#include "shared/calendar/working_days.hpp"

#include <doctest/doctest.h>

#include "tests/support/shipped_policy.hpp"

using namespace putright;

static WorkingCalendar const& calendar() {
  return support::shipped_policy().calendar;
}
static Date on(char const* text) {
  return *parse_date(text);
}

TEST_CASE("bank holidays: 140 days from 2012 to 2028, the moved and extra ones among them") {
  CHECK(calendar().holidays().size() == 140);
  for (char const* const day :
       {"2012-06-04", "2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19",
        "2023-05-08", "2021-12-27", "2021-12-28", "2016-12-27", "2028-01-03"}) {
    CHECK_MESSAGE(calendar().holiday_on(on(day)) != nullptr, day);
  }
  for (char const* const day : {"2012-05-28", "2020-05-04", "2022-05-30", "2026-06-15"}) {
    CHECK_MESSAGE(calendar().is_working_day(on(day)), day);
  }
}

TEST_CASE("working days: Easter is skipped") {
  CHECK(calendar().add(on("2024-03-28"), WorkingDays{1}).value() == on("2024-04-02"));
}

TEST_CASE(
    "working days: adding and counting agree with a walk day by day over the whole coverage") {
  for (Date start = calendar().covered_from();
       start <= calendar().covered_to() - std::chrono::days{120}; start += std::chrono::days{13}) {
    Date walked = start;
    for (int period = 1; period <= 40; ++period) {
      do {
        walked += std::chrono::days{1};
      } while (!calendar().is_working_day(walked));
      REQUIRE(calendar().add(start, WorkingDays{period}).value() == walked);
      REQUIRE(calendar().count_between(start, walked).value() == period);
    }
  }
}

TEST_CASE("working days: past what the calendar knows there is no answer, not a guess") {
  CHECK(calendar().add(on("2028-12-28"), WorkingDays{5}).error() == CalendarGap::after_coverage);
  CHECK(calendar().add(on("2011-12-30"), WorkingDays{1}).error() == CalendarGap::before_coverage);
  CHECK(calendar().count_between(on("2028-12-28"), on("2029-01-02")).error() ==
        CalendarGap::after_coverage);
}
