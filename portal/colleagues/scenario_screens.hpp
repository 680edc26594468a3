// The screens of a scenario, each made from plain values; scenario.hpp says which one a press
// shows.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "portal/colleagues/scenario.hpp"
#include "portal/workbench/comparison.hpp"

namespace putright::colleagues {

/// A scenario under work. `book` is the published one with the scenario's invented bank holidays.
struct Tried {
  workbench::Scenario scenario;
  PolicyBook const& published;
  PolicyBook book;
};
Tried tried(workbench::Scenario scenario, PolicyBook const& published);

/// What the scenario comes to today.
Outcome<Assessment, std::vector<Problem>> assessed(Tried const& tried);

/// A form that carries the whole scenario.
view::Form scenario_form(workbench::Scenario const& scenario);

/// The first field of this name, or an empty text.
std::string given_as(Fields const& fields, std::string_view name);

/// A day that was typed, from `from` to `to`; or the problem with it, at `pointer`.
Outcome<Date, Problem> typed_day(std::string const& text, Date from, Date to, std::string pointer);

/// The first page: examples, a new one, a file. `text` is what could not be opened.
view::Screen scenario_start(ScenarioBooks const& books, std::string const& text,
                            std::vector<Problem> const& problems);

/// What was done just now, and what was typed into the page's small forms and could not be used.
struct ScenarioNews {
  std::string done{};
  Fields typed{};
  std::vector<Problem> problems{};
};
view::Screen scenario_screen(Tried const& tried, ScenarioNews const& news);

/// The deadlines, every day on which something is, and each deadline's why.
std::vector<view::Node> scenario_dates(Tried const& tried, Assessment const& assessment);

/// The state of a deadline in words, with whatever else is to be known of its date.
std::string state_in_words(Deadline const& deadline);

/// A deadline's name.
std::string_view deadline_name(DeadlineId id);

/// How one deadline was worked out: in words, its clause, day by day.
std::vector<view::Node> scenario_why(Tried const& tried, Deadline const& deadline);

/// The time of day in London at which an event happened, as `17:45`; empty: only its day is known.
std::string time_in_words(Event const& event);

/// The settings as texts, as they stand in the form.
Fields settings_of(workbench::Scenario const& scenario);
view::Screen scenario_settings(Tried const& tried, Fields const& settings,
                               std::vector<Problem> const& problems);
/// The scenario with these settings; or all that is wrong with them, in screen order.
Outcome<workbench::Scenario, std::vector<Problem>> with_settings(Tried const& tried,
                                                                 Fields const& settings);

/// An event that is being added, or changed where it stands (`at`).
struct EventEdit {
  Event event;
  std::optional<std::size_t> at;
};
/// A new event today, filled in so that it mostly may stand.
EventEdit new_edit(Tried const& tried, EventType type);
/// What an event says, as its form has it.
std::vector<std::pair<EventField, std::string>> given_with(Event const& event);
view::Screen scenario_event(Tried const& tried, EventEdit const& edit,
                            std::vector<std::pair<EventField, std::string>> const& given,
                            std::vector<Problem> const& problems);
/// The scenario with the event as it was filled in; or the form's problems, then the rules'
/// refusals.
Outcome<workbench::Scenario, std::vector<Problem>> with_event(Tried const& tried,
                                                              EventEdit const& edit,
                                                              Fields const& fields);

/// The events with what refuses each, and what may be added.
std::vector<view::Node> scenario_events(Tried const& tried, std::vector<Problem> const& problems);

/// Two readings side by side. `holiday`: the day that would be a bank holiday.
view::Screen scenario_comparison(Tried const& tried, workbench::Compared const& compared,
                                 std::optional<Date> holiday);
/// What can be compared, as answers: `receipts`, `holidays`, `edition:ID`.
std::vector<view::Choice> comparisons(Tried const& tried);

}  // namespace putright::colleagues
