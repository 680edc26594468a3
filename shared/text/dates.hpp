// Dates in words, as customers read them: with the weekday, without times.
#pragma once
#include <string>

#include "shared/calendar/date.hpp"

namespace putright {

/// `Thursday 26 March 2026`.
std::string say_date(Date date);

/// `Thursday 26 March`: where the year is plain from what stands beside it.
std::string say_day(Date date);

}  // namespace putright
