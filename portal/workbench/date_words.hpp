// Short names and dates for the workbench's narrow places. Whole dates are shared/text/dates.hpp.
#pragma once
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"
#include "shared/policy/terms.hpp"

namespace putright::workbench {

/// "Thu 2 Apr".
std::string short_date(Date date);
/// "26 Mar".
std::string short_day_and_month(Date date);
/// "M", "T", ...
std::string_view weekday_letter(Date date);
/// A short name for a deadline, such as "Acknowledge".
std::string_view short_name(DeadlineId id);

}  // namespace putright::workbench
