// Dates that customers read, and which of them a new calendar changes. What was promised never
// changes; what was only foretold does: a date whose clock has not started (`projected`), or one
// counted past the calendar's last known day (`provisional`). Who was told such a date and now
// reads another one is told of it, and nobody else (ADR 19).
#pragma once
#include <string>
#include <vector>

#include "portal/notices/notice.hpp"
#include "shared/calendar/working_days.hpp"
#include "shared/complaint/assess.hpp"

namespace putright {

/// The dates that are not met yet, as the customer reads them (a JSON list of `id` and `on`).
std::string dates_read(Assessment const& assessment);

/// Dates of `told` (as `dates_read` makes it) that read otherwise now.
std::vector<DateChange> changes_since(std::string const& told, Assessment const& assessment);

/// Changes as a notice keeps them, and read again; none when it is no such list.
std::string changes_json(std::vector<DateChange> const& changes);
std::vector<DateChange> changes_in(std::string const& json);

/// A name for the calendar: another one when a bank holiday or the coverage is another.
std::string calendar_name(WorkingCalendar const& calendar);

}  // namespace putright
