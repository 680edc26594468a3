// The scenario: its events in any order, its refusals by name, its files, what can be taken back.
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "portal/workbench/happenings.hpp"
#include "portal/workbench/host.hpp"
#include "portal/workbench/scenario_json.hpp"
#include "tests/portal/imgui_bench.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::workbench;
using std::chrono::days;
using support::BenchOnCanvas;

namespace {

Date date(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

std::string examples_text() {
  std::ifstream const file("public/workbench/examples.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Example> examples() {
  auto outcome = read_examples(examples_text());
  REQUIRE(outcome.ok());
  return std::move(outcome).value();
}

Scenario with_events(std::initializer_list<EventType> types) {
  Scenario scenario = first_scenario(support::shipped_policy());
  for (EventType const type : types) {
    set_today(scenario, scenario.today + days{1}, support::shipped_policy());
    add_event(scenario, new_event(scenario, type, nullptr));
  }
  return scenario;
}

std::vector<ProblemCode> codes_of_adding(Scenario const& scenario, EventType type) {
  auto const assessment = assess(record_of(scenario), support::shipped_policy(), as_of(scenario));
  REQUIRE(assessment.ok());
  std::vector<ProblemCode> codes;
  Event const event = new_event(scenario, type, &assessment.value());
  for (Problem const& problem : refusals_of_adding(scenario, event, support::shipped_policy()))
    codes.push_back(problem.code);
  return codes;
}

}  // namespace

TEST_CASE(
    "scenario: what may be added today is added without a refusal, the rest is refused by name") {
  using enum EventType;
  Scenario const scenario = first_scenario(support::shipped_policy());
  struct Row {
    EventType type;
    std::vector<ProblemCode> codes;
  };
  Row const rows[] = {{submitted, {ProblemCode::submitted_twice}},
                      {acknowledged, {ProblemCode::event_twice}},
                      {officer_assigned, {}},
                      {question_asked, {}},
                      {question_answered, {ProblemCode::answer_without_question}},
                      {visit_arranged, {}},
                      {extended, {}},
                      {stage_1_responded, {}},
                      {stage_2_requested, {ProblemCode::stage_2_request_before_stage_1_response}},
                      {stage_2_acknowledged, {ProblemCode::stage_2_acknowledgement_before_request}},
                      {stage_2_responded, {ProblemCode::stage_2_response_before_request}},
                      {action_recorded, {}},
                      {action_done, {ProblemCode::action_done_without_action}},
                      {closed, {}},
                      {withdrawn, {}}};
  CHECK(std::size(rows) == kEventTypes.size());
  for (Row const& row : rows) {
    CAPTURE(event_words(row.type));
    CHECK(codes_of_adding(scenario, row.type) == row.codes);
  }
}

TEST_CASE(
    "scenario: a course to its end, each event as the workbench fills it in, is not refused") {
  using enum EventType;
  Scenario const scenario =
      with_events({officer_assigned, question_asked, question_answered, visit_arranged,
                   stage_1_responded, stage_2_requested, stage_2_acknowledged, stage_2_responded,
                   action_recorded, action_done, closed});
  for (auto const& refusals : refusals_of(scenario, support::shipped_policy()))
    CHECK(refusals.empty());
}

TEST_CASE("scenario: a refusal stands at the event that it refuses, also at one still to come") {
  Scenario scenario = with_events({EventType::stage_1_responded});
  scenario.events[0].when = event_time(as_of(scenario) + days{40});
  auto const refusals = refusals_of(scenario, support::shipped_policy());
  REQUIRE(refusals.size() == scenario.events.size() + 1);
  CHECK(refusals[0].empty());
  REQUIRE(refusals[1].size() == 1);
  CHECK(refusals[1][0].code == ProblemCode::event_before_its_cause);
  CHECK(refusals[2].empty());
}

TEST_CASE("scenario: events change places, and the first and last stay where they are") {
  Scenario scenario = with_events({EventType::question_asked});
  CHECK(shift_event(scenario, 0, Shift::earlier) == 0);
  CHECK(shift_event(scenario, 2, Shift::later) == 2);
  CHECK(shift_event(scenario, 2, Shift::earlier) == 1);
  CHECK(scenario.events[1].type == EventType::question_asked);
  remove_event(scenario, 1);
  CHECK(scenario.events.size() == 2);
}

TEST_CASE(
    "scenario: an event moved to another day keeps its time of day, across a change of clocks") {
  Event event = first_scenario(support::shipped_policy()).events[1];
  for (Date const on : {date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 1)}) {
    set_event_day(event, on);
    CHECK(event.when.on == on);
    CHECK(event_time_of_day(event) == std::chrono::minutes{14 * 60});
  }
  set_event_time(event, std::nullopt);
  CHECK_FALSE(event_time_of_day(event).has_value());
}

TEST_CASE("scenario: saved and opened again it is the same, and it is a record that assess reads") {
  Scenario scenario = with_events({EventType::extended, EventType::question_asked});
  scenario.speaker = Speaker::representative;
  scenario.receipt = ReceiptRule::rolled;
  scenario.invented_holidays = {date(2026, 4, 9), date(2026, 6, 15)};
  scenario.promised = {{DeadlineId::stage_1_response, date(2026, 4, 16)}};
  std::string const text = scenario_json(scenario);
  auto const opened = read_scenario(text);
  REQUIRE(opened.ok());
  CHECK(opened.value() == scenario);
  auto const record = parse_record(text);
  REQUIRE(record.ok());
  CHECK(record.value().events.size() == scenario.events.size());
}

TEST_CASE("scenario: a plain record opens on the day of its last event") {
  auto const opened = read_scenario(
      R"({"brand":"homes-plus","kind":"complaint","events":[{"type":"submitted","at":"2026-02-03"}]})");
  REQUIRE(opened.ok());
  CHECK(opened.value().today == date(2026, 2, 3));
}

TEST_CASE("scenario: more invented bank holidays than the limit are left out") {
  Scenario scenario = first_scenario(support::shipped_policy());
  for (std::size_t times = 0; times < kMaxInventedHolidays + 3; ++times)
    add_invented_holiday(scenario, support::shipped_policy());
  CHECK(scenario.invented_holidays.size() == kMaxInventedHolidays);
  auto more = scenario;
  more.invented_holidays.push_back(more.invented_holidays.back() + days{1});
  auto const opened = read_scenario(scenario_json(more));
  REQUIRE(opened.ok());
  CHECK(opened.value().invented_holidays == scenario.invented_holidays);
}

TEST_CASE(
    "scenario: every example that ships opens, and all but the one about a refusal are assessed") {
  auto const shipped = examples();
  CHECK(shipped.size() >= 8);
  for (Example const& example : shipped) {
    CAPTURE(example.name);
    CHECK_FALSE(example.about.empty());
    auto const assessment =
        assess(whole_record(example.scenario), support::shipped_policy(),
               as_of(example.scenario) + days{365}, {.receipt = example.scenario.receipt});
    CHECK(assessment.ok() == (example.name != "A refused event"));
  }
}

TEST_CASE("edits: as many as the limit can be taken back and done again, and no more") {
  Edits edits;
  Scenario scenario = first_scenario(support::shipped_policy());
  Scenario const first = scenario;
  for (std::size_t times = 0; times < kMaxEdits + 1; ++times) {
    Scenario const before = scenario;
    scenario.matter = std::to_string(times);
    edits.note(before, scenario, EditKind::separate);
  }
  for (std::size_t times = 0; times < kMaxEdits; ++times) {
    REQUIRE(edits.can_undo());
    edits.undo(scenario);
  }
  CHECK_FALSE(edits.can_undo());
  CHECK(scenario.matter == "0");
  while (edits.can_redo())
    edits.redo(scenario);
  CHECK(scenario.matter == std::to_string(kMaxEdits));
  CHECK_FALSE(scenario == first);
}

TEST_CASE("edits: travelling in time is no change; letters typed into one field are one") {
  Edits edits;
  Scenario const one = first_scenario(support::shipped_policy());
  Scenario other = one;
  other.today += days{3};
  edits.note(one, other, EditKind::separate);
  CHECK_FALSE(edits.can_undo());
  Scenario typed = other;
  for (char const letter : std::string_view("abc")) {
    Scenario const before = typed;
    typed.events[0].by += letter;
    edits.note(before, typed, letter == 'a' ? EditKind::separate : EditKind::goes_on);
  }
  edits.undo(typed);
  CHECK(typed == other);
}

TEST_CASE("workbench: an event is added, refused by name, moved, and taken back by undo") {
  BenchOnCanvas bench;
  bench.press("Events");
  bench.press("Add: Choose what happened");
  bench.press("Stage 2 requested: stage_2_request_before_stage_1_response");
  CHECK(bench.scenario().events.size() == 3);
  CHECK(bench.shows("stage_2_request_before_stage_1_response"));
  CHECK(bench.shows("There is a problem"));
  bench.press("Move up");
  CHECK(bench.scenario().events[1].type == EventType::stage_2_requested);
  bench.press("Remove");
  CHECK(bench.scenario().events.size() == 2);
  for (int times = 0; times < 3; ++times)
    bench.press("Undo");
  CHECK(bench.scenario().events.size() == 2);
  bench.press("Undo");
  CHECK(bench.shows("Nothing to undo."));
}

TEST_CASE("workbench: an event's fields are edited, and its dates follow") {
  BenchOnCanvas bench;
  bench.press("Events");
  bench.press("Acknowledged, Tue 31 Mar, 14:00");
  bench.press("Day: later");
  CHECK(bench.has_control("Stage 1 response, by Fri 17 Apr"));
  bench.press("Day: pick a day");
  bench.press("Thursday 2 April 2026");
  CHECK(bench.scenario().events[1].when.on == date(2026, 4, 2));
  bench.press("Customer");
  CHECK(bench.shows("event_not_by_this_role"));
  bench.press("Time known");
  CHECK_FALSE(bench.scenario().events[1].when.at.has_value());
}

TEST_CASE("workbench: an extension is added with a later date and a reason, and may stand") {
  BenchOnCanvas bench;
  bench.press("Events");
  bench.press("Add: Choose what happened");
  bench.press("Extended");
  CHECK(bench.has_control("Stage 1 response, by Thu 23 Apr"));
  bench.press("Reason");
  bench->stage().typed(" Tŷ gwlyb.");
  bench.settle();
  CHECK(bench.scenario().events.back().reason.find("Tŷ gwlyb.") != std::string::npos);
}

TEST_CASE("workbench: invented bank holidays show which dates move, and go without a trace") {
  BenchOnCanvas bench;
  bench.press("What if");
  bench.press("Add a bank holiday");
  CHECK(bench.shows("Stage 1 response: Thu 16 Apr becomes Fri 17 Apr"));
  bench.press("Add a bank holiday");
  CHECK(bench.shows("Stage 1 response: Thu 16 Apr becomes Mon 20 Apr"));
  bench.press("Bank holiday 2: pick a day");
  bench.press("Monday 13 April 2026");
  CHECK(bench.scenario().invented_holidays == std::vector{date(2026, 4, 9), date(2026, 4, 13)});
  bench.press("Remove Bank holiday 1");
  bench.press("Remove Bank holiday 1");
  CHECK(bench.has_control("Stage 1 response, by Thu 16 Apr"));
}

TEST_CASE("workbench: an example is opened; what is saved and copied is its record") {
  BenchOnCanvas bench;
  bench->open_examples(examples_text());
  bench.settle();
  bench.press("Example: Choose an example");
  bench.press("Care");
  CHECK(bench.scenario().brand == "care-plus");
  bench.press("Copy");
  CHECK(bench->stage().take_copied() == scenario_json(bench.scenario()));
  bench.press("Save");
  auto const report = json::parse(workbench::report(*bench), json::kDocumentLimits);
  REQUIRE(report.ok());
  CHECK(report.value().find("saved")->string_at("text") == scenario_json(bench.scenario()));
  bench.press("Open");
  CHECK(workbench::report(*bench).find(R"("wish":"open_scenario")") != std::string::npos);
  CHECK(workbench::report(*bench).find(R"("wish":"")") != std::string::npos);
}

TEST_CASE("workbench: a scenario that was opened is said to be") {
  BenchOnCanvas bench;
  bench->open_scenario(
      R"({"brand":"homes-plus","kind":"complaint","events":[{"type":"submitted","at":"2026-06-01"}]})");
  bench.settle();
  CHECK(bench->spoken().find("The scenario was opened. Acknowledge by") == 0);
  CHECK(bench->bench().edits.can_undo());
}

TEST_CASE("workbench: a file that is no scenario is refused with its place, and nothing changes") {
  BenchOnCanvas bench;
  Scenario const before = bench.scenario();
  CHECK(tell(*bench, R"({"type":"file","what":"scenario","text":"{\"brand\":"})") == Heard::yes);
  bench.settle();
  CHECK(bench.scenario() == before);
  CHECK(bench->spoken().find("Not opened:") == 0);
  CHECK(tell(*bench, R"({"type":"file","what":"dance","text":""})") == Heard::not_understood);
}
