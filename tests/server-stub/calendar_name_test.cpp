#include "server-stub/calendar_name.hpp"

#include <doctest/doctest.h>

#include "tests/support/shipped_policy.hpp"

using namespace putright;

TEST_CASE(
    "a calendar's name is another with one bank holiday less, and the same without a change") {
  auto const& shipped = support::shipped_policy().calendar;
  auto fewer = shipped.holidays();
  fewer.pop_back();
  CHECK(calendar_name(shipped) == calendar_name(WorkingCalendar{shipped}));
  CHECK(calendar_name(shipped) !=
        calendar_name(WorkingCalendar{shipped.covered_from(), shipped.covered_to(), fewer}));
}
