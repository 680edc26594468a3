#include "shared/calendar/london.hpp"

#include <doctest/doctest.h>

using namespace putright;

static Instant at(char const* text) {
  return *parse_instant(text);
}

TEST_CASE("London: the clocks go forward and back at 01:00 UTC on the last Sundays") {
  CHECK(london_offset(at("2025-03-30T00:59:59Z")).count() == 0);
  CHECK(london_offset(at("2025-03-30T01:00:00Z")).count() == 1);
  CHECK(london_offset(at("2025-10-26T00:59:59Z")).count() == 1);
  CHECK(london_offset(at("2025-10-26T01:00:00Z")).count() == 0);
}

TEST_CASE("London: late evening UTC in summer is already the next London day") {
  CHECK(format_date(london_date(at("2025-06-08T23:30:00Z"))) == "2025-06-09");
  CHECK(format_date(london_date(at("2025-01-15T23:30:00Z"))) == "2025-01-15");
}

TEST_CASE("London: a day ends at the first instant after it, one hour early by UTC in summer") {
  CHECK(format_instant(end_of_london_day(*parse_date("2026-03-28"))) == "2026-03-29T00:00:00Z");
  CHECK(format_instant(end_of_london_day(*parse_date("2026-03-29"))) == "2026-03-29T23:00:00Z");
  CHECK(format_instant(end_of_london_day(*parse_date("2026-10-25"))) == "2026-10-26T00:00:00Z");
}

TEST_CASE("London: every day of the coverage starts where the day before ended") {
  for (Date day = *parse_date("2012-01-01"); day <= *parse_date("2028-12-31");
       day += std::chrono::days{1}) {
    REQUIRE(end_of_london_day(day) == start_of_london_day(day + std::chrono::days{1}));
    REQUIRE(london_date(start_of_london_day(day)) == day);
    REQUIRE(london_date(end_of_london_day(day) - std::chrono::seconds{1}) == day);
  }
}

TEST_CASE("instants: RFC 3339 with any offset is read, nonsense is not") {
  CHECK(format_instant(at("2026-03-26T10:00:00+01:00")) == "2026-03-26T09:00:00Z");
  CHECK(format_instant(at("2026-03-26t09:00:00.123z")) == "2026-03-26T09:00:00Z");
  for (char const* const text :
       {"2026-03-26", "2026-03-26T09:00", "2026-03-26T09:00:00", "2026-02-30T09:00:00Z",
        "2026-03-26T24:00:00Z", "2026-03-26T09:00:00+1:00", "0001-01-01T00:00:00Z",
        "2026-03-26T09:00:00.Z", ""}) {
    CHECK_MESSAGE(!parse_instant(text).has_value(), text);
  }
}
