// Dates that customers read, and which of them a new calendar changes. What was promised never
// changes; what was only foretold does: a date whose clock has not started (`projected`), or one
// counted past the calendar's last known day (`provisional`). Who was told such a date and now
// reads another one is told of it, and nobody else (ADR 19).
#pragma once
#include <string>
#include <vector>

#include "shared/complaint/assess.hpp"

namespace putright {

/// A date that reads otherwise under a new calendar than the customer was told.
struct DateChange {
  DeadlineId id;
  Date was;
  Date now;
};

/// The dates that are not met yet, as the customer reads them (a JSON list of `id` and `on`).
std::string dates_read(Assessment const& assessment);

/// Dates of `told` (as `dates_read` makes it) that read otherwise now.
std::vector<DateChange> changes_since(std::string const& told, Assessment const& assessment);

/// Changes as a notice keeps them, and read again; none when it is no such list.
std::string changes_json(std::vector<DateChange> const& changes);
std::vector<DateChange> changes_in(std::string const& json);

}  // namespace putright
