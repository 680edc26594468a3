#include "portal/workbench/happenings.hpp"

#include <algorithm>
#include <charconv>

#include "shared/calendar/london.hpp"

namespace putright::workbench {
namespace {

using std::chrono::days;
using std::chrono::hours;

// An event is set to happen at two in the afternoon: inside everybody's working time.
constexpr hours kUsualHour{14};
constexpr days kUsualExtension{7};
constexpr std::string_view kEventsPointer = "/events/";

// That time on London's clocks, also on the two days a year when they change.
Instant london_instant(Date on, std::chrono::minutes at) {
  Instant const start = start_of_london_day(on);
  Instant const reached = start + at;
  return reached + london_offset(start) - london_offset(reached);
}

// Two people, as the policy asks: the one who answers stage 1 does not hear stage 2.
std::string_view colleague_for(Scenario const& scenario) {
  bool const is_reviewed =
      std::any_of(scenario.events.begin(), scenario.events.end(), [&](Event const& event) {
        return event.type == EventType::stage_2_requested && event.when.on <= scenario.today;
      });
  return is_reviewed ? "colleague-2" : "colleague-1";
}

Date usual_new_date(Scenario const& scenario, Assessment const* assessment) {
  Date latest = scenario.today;
  if (assessment != nullptr) {
    for (Deadline const& deadline : assessment->deadlines) {
      bool const is_running = deadline.rule->extension_limit && !deadline.met_on;
      if (is_running && deadline.rule->stage == assessment->stage) latest = deadline.promised_on;
    }
  }
  return latest + kUsualExtension;
}

// The event that a problem points at, or `none`.
std::size_t event_at(std::string_view pointer, std::size_t none) {
  if (!pointer.starts_with(kEventsPointer)) return none;
  pointer.remove_prefix(kEventsPointer.size());
  std::size_t index = none;
  std::from_chars(pointer.data(), pointer.data() + pointer.size(), index);
  return std::min(index, none);
}

std::vector<Problem> problems_of(ComplaintRecord const& record, Scenario const& scenario,
                                 PolicyBook const& book, Instant asked_at) {
  auto outcome = assess(record, book, asked_at,
                        {.receipt = scenario.receipt, .explanation = Explanation::none});
  return outcome.ok() ? std::vector<Problem>{} : outcome.error();
}

}  // namespace

std::string event_words(EventType type) {
  std::string words(name_in(kEventTypes, type));
  std::replace(words.begin(), words.end(), '_', ' ');
  words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

Event new_event(Scenario const& scenario, EventType type, Assessment const* assessment) {
  Event event{};
  event.type = type;
  event.when = event_time(london_instant(scenario.today, kUsualHour));
  event.by = colleague_for(scenario);
  switch (type) {
    case EventType::officer_assigned:
      event.officer = event.by;
      break;
    case EventType::extended:
      event.reason = "We need a report from an engineer.";
      event.new_date = usual_new_date(scenario, assessment);
      break;
    case EventType::question_asked:
      event.words = "Which day may we visit?";
      break;
    case EventType::question_answered:
      event.words = "Any day after four o'clock.";
      break;
    default:
      break;
  }
  return event;
}

std::size_t add_event(Scenario& scenario, Event event) {
  auto place = scenario.events.begin();
  for (auto at = place; at != scenario.events.end(); ++at) {
    if (at->when.on <= event.when.on) place = at + 1;
  }
  auto const added = scenario.events.insert(place, std::move(event));
  return static_cast<std::size_t>(added - scenario.events.begin());
}

void remove_event(Scenario& scenario, std::size_t index) {
  if (index < scenario.events.size())
    scenario.events.erase(scenario.events.begin() + static_cast<std::ptrdiff_t>(index));
}

std::size_t shift_event(Scenario& scenario, std::size_t index, Shift shift) {
  std::size_t const count = scenario.events.size();
  bool const is_end = shift == Shift::earlier ? index == 0 : index + 1 >= count;
  if (index >= count || is_end) return index;
  std::size_t const other = shift == Shift::earlier ? index - 1 : index + 1;
  std::swap(scenario.events[index], scenario.events[other]);
  return other;
}

void set_event_day(Event& event, Date on) {
  auto const time = event_time_of_day(event);
  event.when.on = on;
  set_event_time(event, time);
}

std::optional<std::chrono::minutes> event_time_of_day(Event const& event) {
  if (!event.when.at) return std::nullopt;
  return std::chrono::floor<std::chrono::minutes>(london_time_of_day(*event.when.at));
}

void set_event_time(Event& event, std::optional<std::chrono::minutes> time) {
  event.when.at.reset();
  if (time) event.when.at = london_instant(event.when.on, *time);
}

std::vector<std::vector<Problem>> refusals_of(Scenario const& scenario, PolicyBook const& book) {
  std::size_t const count = scenario.events.size();
  std::vector<std::vector<Problem>> refusals(count + 1);
  Scenario at_the_end = scenario;
  for (Event const& event : scenario.events)
    at_the_end.today = std::max(at_the_end.today, event.when.on);
  for (Problem& problem : problems_of(whole_record(scenario), scenario, book, as_of(at_the_end))) {
    refusals[event_at(problem.pointer, count)].push_back(std::move(problem));
  }
  return refusals;
}

std::vector<Problem> refusals_of_adding(Scenario const& scenario, Event const& event,
                                        PolicyBook const& book) {
  Scenario changed = scenario;
  changed.events = record_of(scenario).events;
  std::size_t const place = add_event(changed, event);
  std::vector<Problem> refusals;
  for (Problem& problem : problems_of(record_of(changed), changed, book, as_of(changed))) {
    if (event_at(problem.pointer, place + 1) == place) refusals.push_back(std::move(problem));
  }
  return refusals;
}

}  // namespace putright::workbench
