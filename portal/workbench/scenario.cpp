#include "portal/workbench/scenario.hpp"

#include <algorithm>

#include "shared/calendar/london.hpp"

namespace putright::workbench {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr Date kFirstMadeOn = std::chrono::year{2026} / 3 / 26;
constexpr Date kFirstToday = std::chrono::year{2026} / 4 / 8;
constexpr std::array<int, kStepCount> kFirstSteps{5, 21, 26, 29, 50};

// A step is set to happen at two in the afternoon: inside everybody's working time.
constexpr hours kStepHour{14};
constexpr hours kTodayHour{12};

Instant london_instant(Date on, std::chrono::minutes at) {
  return start_of_london_day(on) + at;
}

Date earliest(Scenario const& scenario, std::size_t step) {
  return step == 0 ? scenario.made_on : scenario.steps[step - 1].on;
}

void keep_order(Scenario& scenario) {
  for (std::size_t step = 0; step < kStepCount; ++step) {
    scenario.steps[step].on = std::max(scenario.steps[step].on, earliest(scenario, step));
  }
  scenario.today = std::max(scenario.today, scenario.made_on);
}

// The index before or after `at` in a ring of `count`.
std::size_t turned(std::size_t at, int direction, std::size_t count) {
  return (at + count + static_cast<std::size_t>(direction + static_cast<int>(count))) % count;
}

}  // namespace

Scenario first_scenario(PolicyBook const& book) {
  Scenario scenario;
  if (!book.brands.empty()) scenario.brand = book.brands.front().id;
  if (!book.matters.empty()) scenario.matter = book.matters.front().id;
  scenario.made_on =
      std::clamp(kFirstMadeOn, book.calendar.covered_from(), book.calendar.covered_to());
  scenario.made_at = hours{9};
  scenario.today = std::clamp(kFirstToday, scenario.made_on, book.calendar.covered_to());
  for (std::size_t step = 0; step < kStepCount; ++step) {
    scenario.steps[step].on = scenario.made_on + days{kFirstSteps[step]};
  }
  scenario.step(ProcessStep::acknowledged).happened = true;
  return scenario;
}

EventType event_of(ProcessStep step) {
  switch (step) {
    case ProcessStep::acknowledged:
      return EventType::acknowledged;
    case ProcessStep::stage_1_responded:
      return EventType::stage_1_responded;
    case ProcessStep::stage_2_requested:
      return EventType::stage_2_requested;
    case ProcessStep::stage_2_acknowledged:
      return EventType::stage_2_acknowledged;
    case ProcessStep::stage_2_responded:
      return EventType::stage_2_responded;
  }
  return EventType::acknowledged;
}

ComplaintRecord record_of(Scenario const& scenario) {
  ComplaintRecord record;
  record.brand = scenario.brand;
  record.kind = scenario.kind;
  record.matter = scenario.matter;
  record.edition = scenario.edition;
  auto const add = [&record](EventType type, Instant at) {
    Event event{};
    event.type = type;
    event.when = event_time(at);
    // Two people, as the policy asks: the one who answers stage 1 does not hear stage 2.
    event.by = type == EventType::stage_2_acknowledged || type == EventType::stage_2_responded
                   ? "colleague-2"
                   : "colleague-1";
    record.events.push_back(std::move(event));
  };
  add(EventType::submitted, london_instant(scenario.made_on, scenario.made_at));
  for (std::size_t step = 0; step < kStepCount; ++step) {
    Happening const& happening = scenario.steps[step];
    if (!happening.happened || happening.on > scenario.today) break;
    Instant const at =
        std::max(london_instant(happening.on, kStepHour + std::chrono::minutes(step)),
                 record.events.back().when.at.value_or(Instant{}));
    add(event_of(static_cast<ProcessStep>(step)), at);
  }
  return record;
}

Instant as_of(Scenario const& scenario) {
  Instant const noon = london_instant(scenario.today, kTodayHour);
  Instant const evening = end_of_london_day(scenario.today) - std::chrono::seconds{1};
  bool const something_happens_today =
      scenario.today == scenario.made_on ||
      std::any_of(scenario.steps.begin(), scenario.steps.end(), [&](Happening const& happening) {
        return happening.happened && happening.on == scenario.today;
      });
  return something_happens_today ? evening : noon;
}

void move_made_on(Scenario& scenario, int count, PolicyBook const& book) {
  Date const moved = std::clamp(scenario.made_on + days{count}, book.calendar.covered_from(),
                                book.calendar.covered_to());
  scenario.made_on = moved;
  keep_order(scenario);
}

void switch_step(Scenario& scenario, ProcessStep step) {
  auto const at = static_cast<std::size_t>(step);
  bool const on = !scenario.steps[at].happened;
  for (std::size_t other = 0; other < kStepCount; ++other) {
    if (on ? other <= at : other >= at) scenario.steps[other].happened = on;
  }
  keep_order(scenario);
}

void move_step(Scenario& scenario, ProcessStep step, int count, PolicyBook const& book) {
  auto const at = static_cast<std::size_t>(step);
  Date const first = earliest(scenario, at);
  scenario.steps[at].on = std::clamp(scenario.steps[at].on + days{count}, first,
                                     std::max(first, book.calendar.covered_to()));
  keep_order(scenario);
}

void set_today(Scenario& scenario, Date today, PolicyBook const& book) {
  scenario.today =
      std::clamp(today, scenario.made_on, std::max(scenario.made_on, book.calendar.covered_to()));
}

void switch_invented_holiday(Scenario& scenario, PolicyBook const& book) {
  if (scenario.invented_holiday) {
    scenario.invented_holiday.reset();
    return;
  }
  auto const next = book.calendar.add(scenario.today, WorkingDays{1});
  scenario.invented_holiday = next.ok() ? next.value() : book.calendar.covered_to();
}

void move_invented_holiday(Scenario& scenario, int count, PolicyBook const& book) {
  if (!scenario.invented_holiday) return;
  scenario.invented_holiday = std::clamp(*scenario.invented_holiday + days{count},
                                         book.calendar.covered_from(), book.calendar.covered_to());
}

PolicyBook with_invented_holiday(PolicyBook const& book, Scenario const& scenario) {
  PolicyBook changed = book;
  if (!scenario.invented_holiday || book.calendar.holiday_on(*scenario.invented_holiday) != nullptr)
    return changed;
  auto holidays = book.calendar.holidays();
  auto const place = std::find_if(
      holidays.begin(), holidays.end(),
      [&](BankHoliday const& holiday) { return holiday.on > *scenario.invented_holiday; });
  holidays.insert(place, {*scenario.invented_holiday, "Invented bank holiday"});
  changed.calendar = WorkingCalendar{book.calendar.covered_from(), book.calendar.covered_to(),
                                     std::move(holidays)};
  return changed;
}

void turn_edition(Scenario& scenario, int direction, PolicyBook const& book) {
  std::size_t at = 0;
  for (std::size_t index = 0; index < book.editions.size(); ++index) {
    if (scenario.edition == book.editions[index].id) at = index + 1;
  }
  std::size_t const next = turned(at, direction, book.editions.size() + 1);
  scenario.edition.reset();
  if (next > 0) scenario.edition = book.editions[next - 1].id;
}

void turn_matter(Scenario& scenario, int direction, PolicyBook const& book) {
  auto const found = std::find_if(book.matters.begin(), book.matters.end(),
                                  [&](LabelledId const& row) { return row.id == scenario.matter; });
  if (found == book.matters.end()) return;
  auto const at = static_cast<std::size_t>(found - book.matters.begin());
  scenario.matter = book.matters[turned(at, direction, book.matters.size())].id;
}

}  // namespace putright::workbench
