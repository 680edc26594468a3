#pragma once
#include <string>

#include "shared/calendar/working_days.hpp"

namespace putright {

/// A name for the calendar: another one when a bank holiday or the coverage is another.
std::string calendar_name(WorkingCalendar const& calendar);

}  // namespace putright
