// Working days: Monday to Friday, not a bank holiday of England and Wales. Adds, counts and
// explains in constant time over what the calendar covers, and says so when asked past it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/outcome.hpp"
#include "shared/calendar/date.hpp"

namespace putright {

/// Why a working-day question cannot be answered.
enum class CalendarGap { before_coverage, after_coverage };

/// A number of working days, never negative. A type of its own: a date plus this does not compile.
struct WorkingDays {
  int count;
  bool operator==(WorkingDays const&) const = default;
};

/// One bank holiday, in the words of its source.
struct BankHoliday {
  Date on;
  std::string title;
  bool operator==(BankHoliday const&) const = default;
};

/// The calendar: every bank holiday between two dates, both inclusive. Immutable.
class WorkingCalendar {
 public:
  /// `holidays` sorted by date, each inside the coverage, none twice; `from` <= `to`.
  WorkingCalendar(Date from, Date to, std::vector<BankHoliday> holidays);

  Date covered_from() const { return from_; }
  Date covered_to() const { return to_; }
  std::vector<BankHoliday> const& holidays() const { return holidays_; }

  bool covers(Date date) const { return date >= from_ && date <= to_; }
  bool is_working_day(Date date) const;
  /// The bank holiday on this date, or null.
  BankHoliday const* holiday_on(Date date) const;

  /// The date `period` working days after `start`, which is itself not counted. Two table look-ups.
  Outcome<Date, CalendarGap> add(Date start, WorkingDays period) const;
  /// Working days after `start`, up to and including `end`; negative when `end` is earlier.
  Outcome<int, CalendarGap> count_between(Date start, Date end) const;

 private:
  std::size_t index_of(Date date) const { return static_cast<std::size_t>((date - from_).count()); }

  Date from_;
  Date to_;
  std::vector<BankHoliday> holidays_;
  // working_through_[i]: working days from coverage's first day to its day i, inclusive.
  std::vector<std::uint16_t> working_through_;
  // working_[n]: the (n+1)th working day of the coverage, as an index of days.
  std::vector<std::uint16_t> working_;
};

/// Coverage longer than this many days is refused by whoever loads a calendar (16-bit tables).
inline constexpr int kMaxCoverageDays = 60000;

/// Saturday or Sunday.
bool is_weekend(Date date);

// Here and not in the .cpp, so that a caller pays for two look-ups and no call.
inline Outcome<Date, CalendarGap> WorkingCalendar::add(Date start, WorkingDays period) const {
  if (start < from_) return CalendarGap::before_coverage;
  if (start > to_) return CalendarGap::after_coverage;
  if (period.count == 0) return start;
  std::size_t const wanted =
      working_through_[index_of(start)] + static_cast<std::size_t>(period.count) - 1;
  if (wanted >= working_.size()) return CalendarGap::after_coverage;
  return from_ + std::chrono::days{working_[wanted]};
}

inline Outcome<int, CalendarGap> WorkingCalendar::count_between(Date start, Date end) const {
  // Before the coverage wraps round to a huge index, so one comparison each is enough for the good
  // case.
  if (index_of(start) >= working_through_.size() || index_of(end) >= working_through_.size()) {
    return start < from_ || end < from_ ? CalendarGap::before_coverage
                                        : CalendarGap::after_coverage;
  }
  return working_through_[index_of(end)] - working_through_[index_of(start)];
}

}  // namespace putright
