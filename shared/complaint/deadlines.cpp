#include "shared/complaint/deadlines.hpp"

#include "shared/calendar/london.hpp"

namespace putright {
namespace {

using std::chrono::days;

// Working days by what is known: past the coverage only weekends are.
bool works(Date date, WorkingCalendar const& calendar) {
  return calendar.is_working_day(date);
}

Date next_working_day(Date date, WorkingCalendar const& calendar) {
  do {
    date += days{1};
  } while (!works(date, calendar));
  return date;
}

// A customer's arrival can be rolled; a colleague's own act counts on the day it is done.
bool is_arrival(EventType type) {
  return type == EventType::submitted || type == EventType::stage_2_requested;
}

bool arrived_outside_working_time(EventTime const& when, CountingRules const& rules) {
  if (!works(when.on, rules.calendar)) return true;
  return when.at && london_time_of_day(*when.at) >= rules.edition.close_of_business;
}

std::string_view weekday_name(Date date) {
  return std::chrono::weekday{date} == std::chrono::Saturday ? "Saturday" : "Sunday";
}

SkippedDay skipped(Date date, WorkingCalendar const& calendar) {
  BankHoliday const* const holiday = calendar.holiday_on(date);
  // A holiday that falls on a weekend is in no official list; the weekend would be the reason
  // anyway.
  if (is_weekend(date) || holiday == nullptr) return {date, weekday_name(date)};
  return {date, holiday->title};
}

void explain(Deadline& deadline, Date due_by_count, WorkingCalendar const& calendar) {
  for (Date date = deadline.start.happened_on + days{1}; date <= deadline.start.on;
       date += days{1}) {
    if (!works(date, calendar)) deadline.skipped.push_back(skipped(date, calendar));
  }
  bool const only_working_days = deadline.rule->period.unit == PeriodUnit::working_days;
  int day = 0;
  for (Date date = deadline.start.on + days{1}; date <= due_by_count; date += days{1}) {
    if (!only_working_days || works(date, calendar)) {
      deadline.counted.push_back({++day, date});
    } else {
      deadline.skipped.push_back(skipped(date, calendar));
    }
  }
}

Event const* met_by(History const& history, DeadlineRule const& rule) {
  for (auto const& event : history.events) {
    if (event.type == rule.met_by) return &event;
    // A response says all that an acknowledgement would, and more.
    if (rule.met_by == EventType::acknowledged && event.type == EventType::stage_1_responded)
      return &event;
    if (rule.met_by == EventType::stage_2_acknowledged &&
        event.type == EventType::stage_2_responded)
      return &event;
  }
  return nullptr;
}

bool in_time(EventTime const& when, Deadline const& deadline) {
  return when.at ? *when.at < deadline.ends_at : start_of_london_day(when.on) < deadline.ends_at;
}

DeadlineState state_of(Deadline const& deadline, Event const* met, bool started, Instant as_of) {
  if (met != nullptr)
    return in_time(met->when, deadline) ? DeadlineState::met : DeadlineState::late;
  if (!started) return DeadlineState::projected;
  return as_of < deadline.ends_at ? DeadlineState::pending : DeadlineState::late;
}

// Extensions move the response of the stage they were made in.
void apply_extensions(Deadline& deadline, History const& history) {
  if (!deadline.rule->extension_limit) return;
  int stage = 1;
  for (auto const& event : history.events) {
    if (event.type == EventType::stage_2_requested) stage = 2;
    if (event.type != EventType::extended || stage != deadline.rule->stage || !event.new_date)
      continue;
    deadline.extension = Extension{event.when.on, *event.new_date, event.reason};
    deadline.due_on = *event.new_date;
  }
}

Date promised_or_due(Deadline const& deadline, History const& history) {
  if (deadline.extension) return deadline.extension->new_date;
  for (auto const& promise : history.promised) {
    if (promise.id == deadline.rule->id) return promise.on;
  }
  return deadline.due_on;
}

// The clock's start: the event that has happened, or the latest day on which it may still happen.
ClockStart start_of(DeadlineRule const& rule, Event const* cause,
                    std::vector<Deadline> const& earlier, CountingRules const& rules) {
  if (cause != nullptr) {
    return {rule.counts_from, cause->when.on,
            clock_start_day(cause->when, cause->type, rule.start, rules)};
  }
  Date latest{};
  for (auto const& deadline : earlier) {
    if (deadline.rule->met_by == rule.counts_from) latest = deadline.promised_on;
  }
  return {rule.counts_from, latest, latest};
}

Deadline work_out(DeadlineRule const& rule, History const& history,
                  std::vector<Deadline> const& earlier, CountingRules const& rules, Instant as_of) {
  Event const* const cause = last_event(history.events, rule.counts_from);
  Deadline deadline{.rule = &rule, .start = start_of(rule, cause, earlier, rules)};
  auto const counted = count_forward(deadline.start.on, rule.period, rules.calendar);
  deadline.due_on = counted.on;
  deadline.certainty = counted.certainty;
  if (!rules.calendar.covers(deadline.start.on)) deadline.certainty = Certainty::provisional;
  if (rules.explanation == Explanation::full) explain(deadline, counted.on, rules.calendar);
  apply_extensions(deadline, history);
  deadline.promised_on = promised_or_due(deadline, history);
  deadline.ends_at = end_of_london_day(deadline.promised_on);
  Event const* const met = met_by(history, rule);
  if (met != nullptr) deadline.met_on = met->when.on;
  deadline.state = state_of(deadline, met, cause != nullptr, as_of);
  return deadline;
}

}  // namespace

Date clock_start_day(EventTime const& when, EventType type, StartRule start,
                     CountingRules const& rules) {
  if (start == StartRule::next_working_day) return next_working_day(when.on, rules.calendar);
  bool const rolls = rules.receipt == ReceiptRule::rolled && is_arrival(type) &&
                     arrived_outside_working_time(when, rules);
  return rolls ? next_working_day(when.on, rules.calendar) : when.on;
}

CountedDate count_forward(Date start, Period period, WorkingCalendar const& calendar) {
  if (period.unit == PeriodUnit::calendar_days)
    return {start + days{period.count}, Certainty::final};
  auto const known = calendar.add(start, WorkingDays{period.count});
  if (known.ok()) return {known.value(), Certainty::final};
  Date date = start;
  for (int left = period.count; left > 0; --left)
    date = next_working_day(date, calendar);
  return {date, Certainty::provisional};
}

std::vector<Deadline> deadlines_of(History const& history, CountingRules const& rules,
                                   Instant as_of) {
  bool const stage_2 = last_event(history.events, EventType::stage_2_requested) != nullptr;
  std::vector<Deadline> deadlines;
  deadlines.reserve(rules.course.deadlines.size());
  for (auto const& rule : rules.course.deadlines) {
    if (rule.stage == 2 && !stage_2) continue;
    deadlines.push_back(work_out(rule, history, deadlines, rules, as_of));
  }
  return deadlines;
}

}  // namespace putright
