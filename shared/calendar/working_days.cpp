#include "shared/calendar/working_days.hpp"

#include <algorithm>

#include "shared/base/require.hpp"

namespace putright {

using std::chrono::days;

bool is_weekend(Date date) {
  auto const weekday = std::chrono::weekday{date};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

WorkingCalendar::WorkingCalendar(Date from, Date to, std::vector<BankHoliday> holidays)
    : from_(from), to_(to), holidays_(std::move(holidays)) {
  PUTRIGHT_REQUIRE(from <= to && (to - from).count() < kMaxCoverageDays);
  working_through_.reserve(index_of(to) + 1);
  auto next_holiday = holidays_.begin();
  for (Date date = from; date <= to; date += days{1}) {
    bool const holiday = next_holiday != holidays_.end() && next_holiday->on == date;
    if (holiday) ++next_holiday;
    if (!holiday && !is_weekend(date)) {
      working_.push_back(static_cast<std::uint16_t>(index_of(date)));
    }
    working_through_.push_back(static_cast<std::uint16_t>(working_.size()));
  }
  PUTRIGHT_REQUIRE(next_holiday == holidays_.end());
}

BankHoliday const* WorkingCalendar::holiday_on(Date date) const {
  auto const found =
      std::lower_bound(holidays_.begin(), holidays_.end(), date,
                       [](BankHoliday const& holiday, Date wanted) { return holiday.on < wanted; });
  return found != holidays_.end() && found->on == date ? &*found : nullptr;
}

bool WorkingCalendar::is_working_day(Date date) const {
  return !is_weekend(date) && holiday_on(date) == nullptr;
}

}  // namespace putright
