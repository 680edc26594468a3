// "Why this date": a deadline's count as a table, day by day, in the view tree's own words.
#pragma once
#include "portal/view/tree.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// The table for one deadline, which must carry its full explanation.
view::DayCount why_table(Deadline const& deadline, WorkingCalendar const& calendar);

/// One or two sentences: the rule, its clause, and whether the date is certain.
std::string why_sentence(Deadline const& deadline, PolicyBook const& book);

}  // namespace putright::workbench
