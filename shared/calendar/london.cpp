#include "shared/calendar/london.hpp"

namespace putright {

using std::chrono::days;
using std::chrono::hours;

static Instant last_sunday_at_one(std::chrono::year year, std::chrono::month month) {
  return Instant{Date{year / month / std::chrono::Sunday[std::chrono::last]}} + hours{1};
}

hours london_offset(Instant instant) {
  auto const year = std::chrono::year_month_day{std::chrono::floor<days>(instant)}.year();
  bool const summer = instant >= last_sunday_at_one(year, std::chrono::March) &&
                      instant < last_sunday_at_one(year, std::chrono::October);
  return hours{summer ? 1 : 0};
}

Date london_date(Instant instant) {
  return std::chrono::floor<days>(instant + london_offset(instant));
}

std::chrono::seconds london_time_of_day(Instant instant) {
  auto const local = instant + london_offset(instant);
  return local - std::chrono::floor<days>(local);
}

Instant start_of_london_day(Date date) {
  // Midnight is never skipped or repeated: the clocks change at 01:00 UTC.
  Instant const midnight_utc{date};
  return midnight_utc - london_offset(midnight_utc - hours{1});
}

Instant end_of_london_day(Date date) {
  return start_of_london_day(date + days{1});
}

}  // namespace putright
