// The dates of a complaint as an iCalendar file (RFC 5545): whole-day events that every calendar
// shows on the right day in any zone. The same date keeps its UID, so that importing twice makes
// one entry.
#pragma once
#include <string>
#include <string_view>

#include "shared/complaint/assess.hpp"

namespace putright {

/// What the file is about. `stamped_at` is when the dates were worked out.
struct CalendarFacts {
  std::string reference;
  std::string brand_name;
  Instant stamped_at;
};

/// One event for each date that is still to come; provisional dates are left out. Lines end in
/// CRLF.
std::string icalendar(CalendarFacts const& facts, Assessment const& assessment);

}  // namespace putright
