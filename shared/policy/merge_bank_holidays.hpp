// Puts newly published bank holidays into those known already. It adds and never forgets: GOV.UK's
// feed is a sliding, edited window, and what was a holiday when a date was promised must stay
// known.
#pragma once
#include <string>
#include <vector>

#include "shared/policy/load_policy_book.hpp"

namespace putright {

/// `added`: new here. `retitled`: known under other words. `missing`: known, inside the new file's
/// window, but no longer in it: kept, and for a person to look at.
struct HolidayChange {
  enum class Kind { added, retitled, missing };
  Kind kind;
  Date on;
  std::string title;
};

struct MergedHolidays {
  /// The merged file, in GOV.UK's shape with the coverage beside it.
  std::string json;
  Date covered_from;
  Date covered_to;
  std::vector<HolidayChange> changes;
};

/// Merges `published` into `known` (both bank-holidays.json). A year of the published file counts
/// as covered when it has at least eight holidays, the fewest of any year; the first year that has
/// fewer waits whole.
Outcome<MergedHolidays, PolicyRefusal> merge_bank_holidays(NamedText known, NamedText published);

/// `added`, `retitled` or `missing`.
std::string_view name(HolidayChange::Kind kind);

}  // namespace putright
