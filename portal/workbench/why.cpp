#include "portal/workbench/why.hpp"

#include <algorithm>

#include "shared/text/dates.hpp"
#include "shared/text/explain.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::workbench {
namespace {

using Kind = view::DayCountRow::Kind;

struct DatedRow {
  Date on;
  view::DayCountRow row;
};

view::DayCountRow counted_row(Deadline const& deadline, CountedDay const& counted) {
  bool const is_due = counted.on == deadline.due_on;
  bool const is_working = deadline.rule->period.unit == PeriodUnit::working_days;
  std::string_view const note = is_due       ? words::kRowDue
                                : is_working ? words::kRowWorkingDay
                                             : words::kRowDay;
  return {is_due ? Kind::due : Kind::counted, std::to_string(counted.day), say_day(counted.on),
          std::string(note)};
}

view::DayCountRow skipped_row(SkippedDay const& skipped, WorkingCalendar const& calendar) {
  bool const is_holiday = calendar.covers(skipped.on) && calendar.holiday_on(skipped.on) != nullptr;
  if (!is_holiday) return {Kind::weekend, {}, say_day(skipped.on), std::string(words::kRowWeekend)};
  return {Kind::bank_holiday,
          {},
          say_day(skipped.on),
          fill(words::kRowHoliday, {{"holiday", skipped.why}})};
}

void put(std::vector<DatedRow>& rows, DatedRow row) {
  auto const place =
      std::upper_bound(rows.begin(), rows.end(), row.on,
                       [](Date on, DatedRow const& other) { return on < other.on; });
  rows.insert(place, std::move(row));
}

}  // namespace

view::DayCount why_table(Deadline const& deadline, WorkingCalendar const& calendar) {
  std::vector<DatedRow> rows;
  rows.push_back({deadline.start.on,
                  {Kind::start, {}, say_day(deadline.start.on), std::string(words::kRowStart)}});
  for (CountedDay const& counted : deadline.counted) {
    put(rows, {counted.on, counted_row(deadline, counted)});
  }
  for (SkippedDay const& skipped : deadline.skipped) {
    put(rows, {skipped.on, skipped_row(skipped, calendar)});
  }
  view::DayCount table;
  table.day_heading = words::kDayHeading;
  table.date_heading = words::kDateHeading;
  table.note_heading = words::kCountedHeading;
  for (DatedRow& dated : rows) {
    table.rows.push_back(std::move(dated.row));
  }
  return table;
}

std::string why_sentence(Deadline const& deadline, PolicyBook const& book) {
  ClauseRef const& clause = deadline.rule->clause;
  PolicyDocument const* const document = book.document(clause.document);
  std::string sentence = explain_in_words(deadline) + " “" +
                         (document == nullptr ? clause.document : document->title) + "”, " +
                         clause.id + ".";
  if (deadline.due_on != deadline.promised_on) {
    sentence += " By today's calendar it would be " + say_date(deadline.due_on) +
                "; the date promised binds.";
  }
  if (deadline.certainty == Certainty::provisional) {
    sentence += " Past the calendar's last day, so provisional.";
  }
  return sentence;
}

}  // namespace putright::workbench
