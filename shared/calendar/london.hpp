// London civil time by rule: BST from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
// last Sunday of October (Summer Time Act 1972 as amended; SI 2002/262). Never the machine's zone.
#pragma once
#include "shared/calendar/date.hpp"

namespace putright {

/// How far London's clocks are ahead of UTC at this instant: 0 or 1 hour.
std::chrono::hours london_offset(Instant instant);

/// The London calendar date of this instant.
Date london_date(Instant instant);

/// Seconds since midnight on London's clocks at this instant, 0 to 86399.
std::chrono::seconds london_time_of_day(Instant instant);

/// The first instant of this London date.
Instant start_of_london_day(Date date);

/// The first instant after this London date: what is done before it was done that day.
Instant end_of_london_day(Date date);

}  // namespace putright
