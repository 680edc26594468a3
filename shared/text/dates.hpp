// Dates in words, as customers read them: with the weekday.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"

namespace putright {

/// `Thursday 26 March 2026`.
std::string say_date(Date date);

/// `Thursday 26 March`: where the year is plain from what stands beside it.
std::string say_day(Date date);

/// `14:05`: minutes since midnight, on clocks of 24 hours.
std::string say_time(std::chrono::minutes at);

/// A date as people type it: `27 March 2026`, `Fri 27 Mar 2026`, `27/3/2026`, `27.03.2026`,
/// `2026-03-27`. Day before month, as in England; a year has four digits. Empty: it is no date.
std::optional<Date> read_typed_date(std::string_view text);

}  // namespace putright
