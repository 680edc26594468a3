// Reads bank holidays of England and Wales in the shape of GOV.UK's bank-holidays.json, as it is.
// `covered_from` and `covered_to` beside the divisions state between which dates all are known;
// without them the coverage is the whole years of the first and last holiday.
#pragma once
#include <optional>

#include "shared/calendar/working_days.hpp"
#include "shared/policy/load_policy_book.hpp"

namespace putright {

class PolicyReader;

/// The calendar, or nothing when `reader` then holds the refusal.
std::optional<WorkingCalendar> read_bank_holidays(PolicyReader& reader);

/// The same for one whole file.
Outcome<WorkingCalendar, PolicyRefusal> load_bank_holidays(NamedText file);

}  // namespace putright
