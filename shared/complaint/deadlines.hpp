// Works out each deadline of a course from the events: which clock runs, from which day, to which
// day.
#pragma once
#include <span>
#include <vector>

#include "shared/complaint/assess.hpp"

namespace putright {

/// What a deadline is counted under.
struct CountingRules {
  Course const& course;
  Edition const& edition;
  ReceiptRule receipt;
  WorkingCalendar const& calendar;
  Explanation explanation;
};

/// What has happened, and what was promised.
struct History {
  std::span<Event const> events;
  std::span<PromisedDate const> promised;
};

/// Every deadline that exists by now: those of stage 1, and those of stage 2 once it was requested.
/// The events must be in order and none before the calendar's first day.
std::vector<Deadline> deadlines_of(History const& history, CountingRules const& rules,
                                   Instant as_of);

/// The date `period` after `start` under `calendar`; past its coverage, weekends alone are skipped
/// and the answer is provisional. `start` must not be before the coverage.
struct CountedDate {
  Date on;
  Certainty certainty;
};
CountedDate count_forward(Date start, Period period, WorkingCalendar const& calendar);

/// The day a count starts from, for an event under a receipt rule and a start rule.
Date clock_start_day(EventTime const& when, EventType type, StartRule start,
                     CountingRules const& rules);

}  // namespace putright
