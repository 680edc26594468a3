#include "portal/workbench/timeline_words.hpp"

#include <algorithm>

#include "portal/workbench/timeline.hpp"
#include "portal/workbench/why.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

// What a day is in one deadline's count; empty when it is outside.
std::string part_in(Deadline const& deadline, Date day) {
  if (day == deadline.promised_on) return "due by the end of this day";
  auto const others = other_dates(deadline);
  if (std::find(others.begin(), others.end(), day) != others.end())
    return day == deadline.due_on ? "due by today's calendar" : "due before it was extended";
  if (day == deadline.start.on) return "the clock starts, not counted";
  for (CountedDay const& counted : deadline.counted) {
    if (counted.on == day) return "day " + std::to_string(counted.day);
  }
  bool const is_skipped =
      std::any_of(deadline.skipped.begin(), deadline.skipped.end(),
                  [day](SkippedDay const& skipped) { return skipped.on == day; });
  return is_skipped ? "not counted" : "";
}

}  // namespace

std::string day_reading(Date day, Assessment const& assessment, WorkingCalendar const& calendar) {
  std::string words = say_date(day) + ".";
  BankHoliday const* const holiday = calendar.covers(day) ? calendar.holiday_on(day) : nullptr;
  if (holiday != nullptr) words += " " + holiday->title + ".";
  for (Deadline const& deadline : assessment.deadlines) {
    std::string const part = part_in(deadline, day);
    if (!part.empty()) words += " " + std::string(short_name(deadline.rule->id)) + ": " + part + ".";
    if (deadline.met_on == day) words += " Done.";
  }
  return words;
}

std::string deadlines_text(Assessment const& assessment, PolicyBook const& book) {
  std::string text = assessment.edition->title + "\n";
  for (Deadline const& deadline : assessment.deadlines) {
    text += "\n" + std::string(short_name(deadline.rule->id)) + ": by " +
            say_date(deadline.promised_on) + " (" +
            std::string(name_in(kDeadlineStates, deadline.state)) + ")\n" +
            why_sentence(deadline, book) + "\n";
    for (view::DayCountRow const& row : why_table(deadline, book.calendar).rows)
      text += (row.day.empty() ? "-" : row.day) + "\t" + row.date + "\t" + row.note + "\n";
  }
  return text;
}

}  // namespace putright::workbench
