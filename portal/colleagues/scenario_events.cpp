// What happens in a scenario: the list, and the form of one event, which is the form with which
// colleagues record it.
#include <algorithm>

#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/screens.hpp"
#include "portal/workbench/happenings.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using view::Action;
using view::Node;
using workbench::Scenario;

using Given = std::vector<std::pair<EventField, std::string>>;

std::string_view happened(EventType type) {
  return words::kHappened[static_cast<std::size_t>(type)];
}

std::string lines_of(Event const& event, std::vector<Problem> const& refusals, Date today) {
  EventLine const line{event, given_with(event), std::nullopt};
  std::string text = who_did(line);
  auto const add = [&text](std::string_view more) {
    if (!more.empty()) text.append("\n").append(more);
  };
  // An arrival's time decides from which day it counts.
  std::string const time = time_in_words(event);
  if (event.type == EventType::submitted && !time.empty())
    add(fill(words::kEventAt, {{"time", time}}));
  if (event.when.on > today) add(words::kDayToCome);
  add(given_in_words(line));
  for (Problem const& problem : refusals)
    add(fill(words::kEventRefused, {{"words", problem.words}, {"code", name(problem.code)}}));
  return text;
}

view::Form events_form(Tried const& tried) {
  Scenario const& scenario = tried.scenario;
  auto const refusals = refusals_of(scenario, tried.book);
  view::SummaryList list;
  for (std::size_t at = 0; at < scenario.events.size(); ++at) {
    Event const& event = scenario.events[at];
    list.rows.push_back({fill(words::kEventRow,
                              {{"date", say_date(event.when.on)}, {"event", happened(event.type)}}),
                         lines_of(event, refusals[at], scenario.today),
                         "change:" + std::to_string(at)});
  }
  view::Form form = scenario_form(scenario);
  form.body.push_back({std::move(list)});
  return form;
}

// Every kind of event; what the rules would not let stand today says why.
std::vector<view::Choice> addable(Tried const& tried, Assessment const* assessment) {
  Scenario const& scenario = tried.scenario;
  std::vector<EventType> possible;
  if (assessment != nullptr)
    possible = events_possible(record_of(scenario),
                               {*assessment->course, *assessment->edition, assessment->receipt,
                                tried.book.calendar, Explanation::none},
                               as_of(scenario));
  std::vector<view::Choice> choices;
  for (auto const& row : kEventTypes) {
    if (fields_of(row.value).empty()) continue;
    view::Choice choice = event_choice(row.value);
    bool const may = std::find(possible.begin(), possible.end(), row.value) != possible.end();
    if (assessment != nullptr && !may) {
      Event const event = new_edit(tried, row.value).event;
      auto const refusals = refusals_of_adding(scenario, event, tried.book);
      if (!refusals.empty()) choice.hint = refusals.front().words;
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

// A refusal points into the record; the form has a field for it, or the whole form is meant.
Problem in_the_form(Problem problem, EventType type) {
  std::string const member = problem.pointer.substr(problem.pointer.rfind('/') + 1);
  auto const field = value_in(kEventFields, member);
  auto const fields = fields_of(type);
  bool const is_asked =
      field && std::any_of(fields.begin(), fields.end(),
                           [&](EventFieldRule const& rule) { return rule.field == *field; });
  problem.pointer = is_asked ? "/" + member : "";
  return problem;
}

// The scenario without the event that is being changed.
Scenario without(Scenario scenario, EventEdit const& edit) {
  if (edit.at) remove_event(scenario, *edit.at);
  return scenario;
}

Event filled_in(EventEdit const& edit, EventForm const& form) {
  Event event = event_of(form, edit.event.by, edit.event.when.at.value_or(Instant{}));
  event.role = edit.event.role;
  event.when = edit.event.when;
  if (form.when && form.when->on != event.when.on) workbench::set_event_day(event, form.when->on);
  return event;
}

}  // namespace

std::vector<std::pair<EventField, std::string>> given_with(Event const& event) {
  Given given;
  auto const add = [&given](EventField field, std::string const& text) {
    if (!text.empty()) given.emplace_back(field, text);
  };
  add(EventField::officer, event.officer);
  add(EventField::officer_name, event.officer_name);
  if (event.new_date) add(EventField::new_date, format_date(*event.new_date));
  if (event.visit_on) add(EventField::visit_on, format_date(*event.visit_on));
  if (event.finding) add(EventField::finding, std::string{name_in(kFindings, *event.finding)});
  add(EventField::reason, event.reason);
  auto const field = value_in(kEventFields, words_member(event.type));
  if (field) add(*field, event.words);
  return given;
}

EventEdit new_edit(Tried const& tried, EventType type) {
  auto const outcome = assessed(tried);
  EventEdit edit{new_event(tried.scenario, type, outcome.ok() ? &outcome.value() : nullptr), {}};
  edit.event.role = Actor::colleague;
  // After whatever has happened that day: a time of day is not asked for.
  for (Event const& event : tried.scenario.events) {
    bool const is_that_day = event.when.on == edit.event.when.on && event.when.at;
    if (is_that_day) edit.event.when.at = std::max(*edit.event.when.at, *event.when.at);
  }
  return edit;
}

view::Screen scenario_event(Tried const& tried, EventEdit const& edit, Given const& given,
                            std::vector<Problem> const& problems) {
  EventType const type = edit.event.type;
  auto screen = colleagues_screen(
      "scenario-event", std::string{kScenarioPath},
      fill(edit.at ? words::kChangeTitle : words::kAddTitle, {{"event", happened(type)}}));
  screen.problems = summary_of(problems);
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(screens::paragraph(words::kFieldsNotKept));
  view::Form form = scenario_form(tried.scenario);
  form.carried.emplace_back("type", name_in(kEventTypes, type));
  if (edit.at) form.carried.emplace_back("at_event", std::to_string(*edit.at));
  form.body = event_fields(type, given, problems);
  form.body.push_back(
      {Action{std::string{edit.at ? words::kSaveIt : words::kAddIt}, "keep-event"}});
  if (edit.at)
    form.body.push_back(
        {Action{std::string{words::kRemoveIt}, "remove-event", Action::Weight::second}});
  form.body.push_back({Action{std::string{words::kScenarioBack}, "show", Action::Weight::quiet}});
  screen.body.push_back({std::move(form)});
  return screen;
}

Outcome<Scenario, std::vector<Problem>> with_event(Tried const& tried, EventEdit const& edit,
                                                   Fields const& fields) {
  auto const form = read_event_form(event_form_json(edit.event.type, fields));
  if (!form.ok()) return form.error();
  Event const event = filled_in(edit, form.value());
  Scenario changed = without(tried.scenario, edit);
  // The rules are asked on the day itself, also when it is still to come.
  Scenario that_day = changed;
  that_day.today = std::max(changed.today, event.when.on);
  std::vector<Problem> problems = refusals_of_adding(that_day, event, tried.book);
  // Put in by its day it would be the first of all, and refused for that.
  if (!changed.events.empty() && event.when.on < begun_on(changed))
    problems = {make_problem(ProblemCode::event_before_its_cause, "/at")};
  for (Problem& problem : problems)
    problem = in_the_form(std::move(problem), event.type);
  if (changed.events.size() >= kMaxEvents)
    problems.push_back({ProblemCode::json_too_large, "",
                        fill(words::kTooManyEvents, {{"count", std::to_string(kMaxEvents)}})});
  if (!problems.empty()) return problems;
  add_event(changed, event);
  return changed;
}

std::vector<Node> scenario_events(Tried const& tried, std::vector<Problem> const& problems) {
  std::vector<Node> nodes{heading(2, words::kEventsHeading)};
  nodes.push_back({events_form(tried)});
  auto const outcome = assessed(tried);
  view::Form form = scenario_form(tried.scenario);
  form.body.push_back(
      {view::Choices{.name = "type",
                     .question = std::string{words::kAddQuestion},
                     .hint = std::string{words::kAddHint},
                     .choices = addable(tried, outcome.ok() ? &outcome.value() : nullptr),
                     .problem = words_at(problems, "/type")}});
  form.body.push_back({Action{std::string{words::kAddGo}, "add", Action::Weight::second}});
  nodes.push_back({std::move(form)});
  return nodes;
}

}  // namespace putright::colleagues
