// An independent oracle: QuantLib's calendar of the United Kingdom (settlement), which was typed by
// others.
#include <doctest/doctest.h>
#include <ql/time/calendars/unitedkingdom.hpp>
#include <ql/time/date.hpp>

#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

// QuantLib counts days from 1899-12-30.
constexpr int kDaysTo1970 = 25569;
constexpr int kLongestPeriod = 40;

QuantLib::Date to_quantlib(Date date) {
  return QuantLib::Date{
      static_cast<QuantLib::Date::serial_type>(date.time_since_epoch().count() + kDaysTo1970)};
}

}  // namespace

TEST_CASE("QuantLib: every day of the coverage is a working day for both or for neither") {
  QuantLib::UnitedKingdom const theirs{QuantLib::UnitedKingdom::Settlement};
  auto const& ours = support::shipped_policy().calendar;
  int days = 0;
  for (Date day = ours.covered_from(); day <= ours.covered_to();
       day += std::chrono::days{1}, ++days) {
    CAPTURE(format_date(day));
    REQUIRE(ours.is_working_day(day) == theirs.isBusinessDay(to_quantlib(day)));
  }
  CHECK(days == 6210);
}

TEST_CASE(
    "QuantLib: every period to 40 working days from every day of the coverage ends on the same "
    "day") {
  QuantLib::UnitedKingdom const theirs{QuantLib::UnitedKingdom::Settlement};
  auto const& ours = support::shipped_policy().calendar;
  long sums = 0;
  for (Date day = ours.covered_from(); day <= ours.covered_to() - std::chrono::days{70};
       day += std::chrono::days{1}) {
    // Stepping by one working day from the last answer asks QuantLib once for each sum.
    QuantLib::Date walked = to_quantlib(day);
    for (int period = 1; period <= kLongestPeriod; ++period, ++sums) {
      walked = theirs.advance(walked, 1, QuantLib::Days);
      REQUIRE(to_quantlib(ours.add(day, WorkingDays{period}).value()) == walked);
    }
  }
  CHECK(sums == 245600);
}
