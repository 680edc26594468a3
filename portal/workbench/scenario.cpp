#include "portal/workbench/scenario.hpp"

#include <algorithm>

#include "portal/workbench/happenings.hpp"
#include "shared/calendar/london.hpp"

namespace putright::workbench {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr Date kFirstMadeOn = std::chrono::year{2026} / 3 / 26;
constexpr Date kFirstToday = std::chrono::year{2026} / 4 / 8;
constexpr int kFirstAcknowledgedAfterDays = 5;
constexpr hours kFirstHour{9};
constexpr hours kTodayHour{12};

bool same_event(Event const& one, Event const& other) {
  return one.type == other.type && one.when.on == other.when.on && one.when.at == other.when.at &&
         one.by == other.by && one.role == other.role && one.officer == other.officer &&
         one.reason == other.reason && one.new_date == other.new_date && one.words == other.words;
}

bool same_promise(PromisedDate const& one, PromisedDate const& other) {
  return one.id == other.id && one.on == other.on;
}

void keep_in_order(std::vector<Date>& dates) {
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
}

}  // namespace

bool Scenario::operator==(Scenario const& other) const {
  return brand == other.brand && kind == other.kind && matter == other.matter &&
         relationship == other.relationship && speaker == other.speaker &&
         edition == other.edition && receipt == other.receipt && today == other.today &&
         invented_holidays == other.invented_holidays &&
         std::equal(events.begin(), events.end(), other.events.begin(), other.events.end(),
                    same_event) &&
         std::equal(promised.begin(), promised.end(), other.promised.begin(), other.promised.end(),
                    same_promise);
}

Scenario first_scenario(PolicyBook const& book) {
  Scenario scenario;
  if (!book.brands.empty()) scenario.brand = book.brands.front().id;
  if (!book.matters.empty()) scenario.matter = book.matters.front().id;
  Date const made_on =
      std::clamp(kFirstMadeOn, book.calendar.covered_from(), book.calendar.covered_to());
  scenario.today = made_on;
  Event submitted = new_event(scenario, EventType::submitted, nullptr);
  submitted.when = event_time(start_of_london_day(made_on) + kFirstHour);
  scenario.events.push_back(std::move(submitted));
  scenario.today = made_on + days{kFirstAcknowledgedAfterDays};
  add_event(scenario, new_event(scenario, EventType::acknowledged, nullptr));
  scenario.today = std::clamp(kFirstToday, made_on, book.calendar.covered_to());
  return scenario;
}

Date begun_on(Scenario const& scenario) {
  return scenario.events.empty() ? scenario.today : scenario.events.front().when.on;
}

ComplaintRecord whole_record(Scenario const& scenario) {
  return {.brand = scenario.brand,
          .kind = scenario.kind,
          .matter = scenario.matter,
          .relationship = scenario.relationship,
          .edition = scenario.edition,
          .events = scenario.events,
          .promised = scenario.promised};
}

ComplaintRecord record_of(Scenario const& scenario) {
  ComplaintRecord record = whole_record(scenario);
  auto const is_to_come = [&](Event const& event) { return event.when.on > scenario.today; };
  record.events.erase(std::remove_if(record.events.begin(), record.events.end(), is_to_come),
                      record.events.end());
  return record;
}

Instant as_of(Scenario const& scenario) {
  bool const something_happens =
      std::any_of(scenario.events.begin(), scenario.events.end(),
                  [&](Event const& event) { return event.when.on == scenario.today; });
  return something_happens ? end_of_london_day(scenario.today) - std::chrono::seconds{1}
                           : start_of_london_day(scenario.today) + kTodayHour;
}

void set_today(Scenario& scenario, Date today, PolicyBook const& book) {
  Date const first = begun_on(scenario);
  scenario.today = std::clamp(today, first, std::max(first, book.calendar.covered_to()));
}

void add_invented_holiday(Scenario& scenario, PolicyBook const& book) {
  auto& holidays = scenario.invented_holidays;
  if (holidays.size() >= kMaxInventedHolidays) return;
  Date day = scenario.today;
  auto const is_taken = [&](Date on) {
    return std::find(holidays.begin(), holidays.end(), on) != holidays.end();
  };
  do {
    auto const next = book.calendar.add(day, WorkingDays{1});
    if (!next.ok()) return;
    day = next.value();
  } while (is_taken(day));
  holidays.push_back(day);
  keep_in_order(holidays);
}

void move_invented_holiday(Scenario& scenario, std::size_t index, Date to, PolicyBook const& book) {
  auto& holidays = scenario.invented_holidays;
  if (index >= holidays.size()) return;
  holidays[index] = std::clamp(to, book.calendar.covered_from(), book.calendar.covered_to());
  keep_in_order(holidays);
}

void remove_invented_holiday(Scenario& scenario, std::size_t index) {
  auto& holidays = scenario.invented_holidays;
  if (index < holidays.size())
    holidays.erase(holidays.begin() + static_cast<std::ptrdiff_t>(index));
}

PolicyBook with_invented_holidays(PolicyBook const& book, Scenario const& scenario) {
  PolicyBook changed = book;
  auto holidays = book.calendar.holidays();
  for (Date const day : scenario.invented_holidays) {
    if (!book.calendar.covers(day) || book.calendar.holiday_on(day) != nullptr) continue;
    auto const place =
        std::upper_bound(holidays.begin(), holidays.end(), day,
                         [](Date on, BankHoliday const& holiday) { return on < holiday.on; });
    holidays.insert(place, {day, "Invented bank holiday"});
  }
  changed.calendar = WorkingCalendar{book.calendar.covered_from(), book.calendar.covered_to(),
                                     std::move(holidays)};
  return changed;
}

}  // namespace putright::workbench
