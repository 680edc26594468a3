#include "shared/text/explain.hpp"

#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright {

// Weekend days by their number, bank holidays by name.
static std::string not_counted(Deadline const& deadline) {
  int weekend_days = 0;
  std::string holidays;
  for (auto const& day : deadline.skipped) {
    if (is_weekend(day.on)) {
      ++weekend_days;
    } else {
      holidays += ", " + std::string{day.why} + " (" + say_day(day.on) + ")";
    }
  }
  std::string list;
  if (weekend_days == 1) list = words::kWeekendDay;
  if (weekend_days > 1) list = fill(words::kWeekendDays, {{"count", std::to_string(weekend_days)}});
  list += list.empty() && !holidays.empty() ? holidays.substr(2) : holidays;
  return list.empty() ? std::string{} : " " + fill(words::kNotCounted, {{"list", list}});
}

std::string explain_in_words(Deadline const& deadline) {
  Period const& period = deadline.rule->period;
  bool const working = period.unit == PeriodUnit::working_days;
  std::string text =
      fill(words::kCountSentence, {{"count", std::to_string(period.count)},
                                   {"unit", working ? words::kUnitWorkingDays : words::kUnitDays},
                                   {"start", say_date(deadline.start.on)}}) +
      not_counted(deadline);
  if (deadline.state == DeadlineState::projected)
    text += " " + std::string{words::kProjectedSentence};
  if (deadline.extension) {
    text += " " + fill(words::kExtendedSentence, {{"date", say_date(deadline.extension->made_on)},
                                                  {"reason", deadline.extension->reason}});
  }
  return text;
}

}  // namespace putright
