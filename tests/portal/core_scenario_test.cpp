// Colleagues' pages about scenarios: opening, settings, events, time, comparing, the customer's
// page. Dates are asked of assess() and looked for on the page.
#include <functional>

#include <doctest/doctest.h>

#include "portal/colleagues/scenario.hpp"
#include "portal/colleagues/scenario_file.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/html/page.hpp"
#include "portal/workbench/happenings.hpp"
#include "shared/text/dates.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::colleagues;
using support::has;
using workbench::Example;
using workbench::Scenario;

namespace {

std::vector<Example> const& examples() {
  static auto const read =
      workbench::read_examples(support::read_file("public/workbench/examples.json")).value();
  return read;
}

Scenario const& example(std::string_view name) {
  for (Example const& one : examples())
    if (one.name == name) return one.scenario;
  FAIL("no such example: " << name);
  return examples().front().scenario;
}

ScenarioShown answer(Fields const& fields) {
  return answer_scenario(fields, {support::shipped_policy(), examples()});
}

/// Presses `go` on a page of this scenario.
view::Screen press(Scenario const& scenario, std::string go, Fields fields = {}) {
  fields.emplace_back("scenario", workbench::scenario_json(scenario));
  fields.emplace_back("go", std::move(go));
  return answer(fields).screen;
}

view::Form const* form_with(view::Screen const& screen, std::string_view field) {
  for (view::Node const& node : screen.body)
    if (auto const* const form = std::get_if<view::Form>(&node.is))
      for (auto const& [name, value] : form->carried)
        if (name == field) return form;
  return nullptr;
}

/// The scenario that a page carries on.
Scenario carried(view::Screen const& screen) {
  view::Form const* const form = form_with(screen, "scenario");
  REQUIRE(form != nullptr);
  for (auto const& [name, value] : form->carried)
    if (name == "scenario") return workbench::read_scenario(value).value();
  return {};
}

std::string said(view::Screen const& screen) {
  return screen.problems.empty() ? "" : screen.problems.front().words;
}

view::Screen open(std::string const& text) {
  return answer({{"go", "open"}, {"text", text}}).screen;
}

Date day(std::string_view text) {
  return *parse_date(text);
}

constexpr std::string_view kShort =
    R"({"brand":"homes-plus","kind":"complaint","events":[{"type":"submitted","at":"2026-06-01"}]})";

}  // namespace

TEST_CASE("scenario pages: the first page offers every example, a new complaint and a file") {
  std::string const page = render_page(answer({}).screen);
  for (Example const& one : examples()) {
    CAPTURE(one.name);
    CHECK(has(page, one.name));
  }
  CHECK(has(page, "enctype=\"multipart/form-data\""));
  CHECK(has(page, "href=\"/workbench/\""));
  CHECK(answer({{"go", "new"}}).screen.id == "colleagues-scenario");
  CHECK(said(answer({{"go", "example"}}).screen) == "Choose an example");
}

TEST_CASE("scenario pages: each example's deadlines stand on its page with assess()'s dates") {
  PolicyBook const& book = support::shipped_policy();
  for (Example const& one : examples()) {
    CAPTURE(one.name);
    auto const screen = answer({{"go", "example"}, {"example", one.name}}).screen;
    CHECK(carried(screen) == one.scenario);
    std::string const page = render_page(screen);
    Tried const trying = tried(one.scenario, book);
    auto const outcome = assessed(trying);
    if (!outcome.ok()) {
      for (Problem const& problem : outcome.error())
        CHECK(has(page, name(problem.code)));
      continue;
    }
    for (Deadline const& deadline : outcome.value().deadlines) {
      std::string const row = std::string{deadline_name(deadline.rule->id)} +
                              "</th><td class=\"govuk-table__cell\">" +
                              say_date(deadline.promised_on) + "</td>";
      CAPTURE(row);
      CHECK(has(page, row));
      CHECK(has(page, "Clause " + deadline.rule->clause.id + " of"));
    }
  }
}

TEST_CASE("scenario pages: a file that cannot be opened says its line and column and stays") {
  std::string const text =
      "{\"brand\":\"homes-plus\",\"kind\":\"complaint\",\n"
      " \"events\":[{\"type\":\"submitted\",\n"
      "  \"at\":\"2026-13-01\"}]}";
  auto const screen = open(text);
  REQUIRE(screen.problems.size() == 1);
  CHECK(has(screen.problems[0].words, "Line 3, column 8: "));
  CHECK(screen.problems[0].field == "text");
  CHECK(has(render_page(screen), "2026-13-01&quot;}]}"));
  CHECK(has(said(open("{\"brand\":")), "line 1, column 10"));
  CHECK(has(said(open("[]")), "Line 1, column 1: "));
  CHECK(said(open(" \n")) == "Choose a file, or paste a scenario’s text");
}

TEST_CASE("scenario pages: what the workbench alone knows must be right in a file") {
  auto const with = [](std::string const& more) {
    std::string text{kShort};
    text.pop_back();
    return open(text + ",\n\"workbench\":" + more + "}");
  };
  CHECK(with(R"({"today":"2026-06-02","speaker":"representative","receipt":"rolled"})")
            .problems.empty());
  CHECK(has(said(with(R"({"today":"2 June"})")), "Line 2, column 22: "));
  CHECK(has(said(with(R"({"speaker":"nobody"})")), "“nobody” is not one of: customer"));
  CHECK(has(said(with(R"({"receipt":"both"})")), "strict, rolled"));
  CHECK(has(said(with(R"({"invented_holidays":"2026-06-15"})")), "Line 2, column 34: "));
  CHECK(has(said(with(R"({"invented_holidays":["Monday"]})")), "Line 2, column 35: "));
  CHECK(has(said(with("7")), "Line 2, column 13: "));
}

TEST_CASE("scenario pages: a text as long as the limit opens, one longer does not") {
  std::string const longest =
      std::string{kShort} + std::string(kMaxScenarioBytes - kShort.size(), ' ');
  CHECK(open(longest).id == "colleagues-scenario");
  auto const refused = open(longest + " ");
  CHECK(refused.id == "colleagues-scenario-start");
  CHECK(has(said(refused), "too large"));
}

TEST_CASE("scenario pages: one file at a time; where a file is chosen, it counts") {
  std::string const text{kShort};
  CHECK(answer({{"go", "open"}, {"file", text}, {"text", "no"}}).screen.id ==
        "colleagues-scenario");
  auto const several = answer({{"go", "open"}, {"file", text}, {"file", text}, {"text", "kept"}});
  CHECK(several.screen.problems.at(0).field == "file");
  CHECK(has(render_page(several.screen), "kept</textarea>"));
}

TEST_CASE("scenario pages: the settings of every example come back as they were") {
  for (Example const& one : examples()) {
    CAPTURE(one.name);
    Tried const trying = tried(one.scenario, support::shipped_policy());
    auto const again = with_settings(trying, settings_of(one.scenario));
    REQUIRE(again.ok());
    CHECK(again.value() == one.scenario);
  }
}

TEST_CASE("scenario pages: settings that cannot be used are said at their fields, and stay typed") {
  Fields fields = settings_of(example("Extension"));
  auto const set = [&fields](std::string_view name, std::string_view value) {
    for (auto& [given, text] : fields)
      if (given == name) text = value;
  };
  set("today", "soon");
  set("received_at", "25:00");
  set("holidays", "15 June 2026\nnever\nnowhere");
  set("brand", "");
  auto const screen = press(example("Extension"), "save-settings", fields);
  CHECK(screen.id == "colleagues-scenario-settings");
  CHECK(screen.problems.size() == 5);
  std::string const page = render_page(screen);
  CHECK(has(page, "“soon” is not a date"));
  CHECK(has(page, "value=\"25:00\""));
  CHECK(has(page, "15 June 2026\nnever\nnowhere</textarea>"));
}

TEST_CASE("scenario pages: days must lie in the calendar, and today not before the first event") {
  auto const with_today = [](std::string value) {
    return press(example("Extension"), "today", {{"today", std::move(value)}});
  };
  CHECK(carried(with_today("1 June 2026")).today == day("2026-06-01"));
  CHECK(has(said(with_today("31 May 2026")), "Choose a day from Monday 1 June 2026"));
  Date const last = support::shipped_policy().calendar.covered_to();
  CHECK(carried(with_today(say_date(last))).today == last);
  CHECK(!with_today(say_date(last + std::chrono::days{1})).problems.empty());
}

TEST_CASE("scenario pages: twenty bank holidays can be invented, and not one more") {
  Scenario scenario = example("Extension");
  for (std::size_t count = 0; count < workbench::kMaxInventedHolidays; ++count)
    workbench::add_invented_holiday(scenario, support::shipped_policy());
  REQUIRE(scenario.invented_holidays.size() == workbench::kMaxInventedHolidays);
  Tried const trying = tried(scenario, support::shipped_policy());
  CHECK(with_settings(trying, settings_of(scenario)).ok());
  auto const screen = press(scenario, "keep-holiday", {{"holiday", "2026-12-14"}});
  CHECK(has(said(screen), "At most 20 bank holidays"));
  scenario.invented_holidays.push_back(day("2026-12-14"));
  CHECK(!with_settings(trying, settings_of(scenario)).ok());
}

TEST_CASE("scenario pages: time goes to a day, to the next deadline, and to the day after it") {
  Scenario const scenario = example("Late acknowledgement");
  CHECK(carried(press(scenario, "today", {{"today", "2/3/2026"}})).today == day("2026-03-02"));
  Scenario const due = carried(press(scenario, "next"));
  CHECK(due.today > scenario.today);
  CHECK(carried(press(scenario, "after")).today == due.today + std::chrono::days{1});
  CHECK(has(render_page(press(example("On time"), "after")), "No deadline comes after"));
}

TEST_CASE("scenario pages: what is extended moves its date, also on the customer's page") {
  Scenario const scenario = example("Late acknowledgement");
  auto const form = press(scenario, "today", {{"today", "13 March 2026"}});
  Scenario const later = carried(form);
  auto const asked = press(later, "add", {{"type", "extended"}});
  CHECK(asked.id == "colleagues-scenario-event");
  auto const added = press(
      later, "keep-event",
      {{"type", "extended"}, {"new_date", "1 April 2026"}, {"reason", "We need a surveyor."}});
  REQUIRE(added.problems.empty());
  CHECK(has(render_page(added), "Added: Extended"));
  CHECK(has(render_page(added), "Wednesday 1 April 2026</td>"));
  Fields const fields{{"scenario", workbench::scenario_json(carried(added))}, {"go", "customer"}};
  auto const customer = answer(fields);
  CHECK(customer.face == ScenarioShown::Face::customer);
  CHECK(has(render_page(customer.screen), "By Wednesday 1 April 2026"));
  CHECK(has(render_page(customer.screen), "We need a surveyor."));
}

TEST_CASE("scenario pages: the rules refuse an event as they refuse it when it is recorded") {
  Scenario const scenario = example("Christmas");
  auto const refused =
      press(scenario, "keep-event", {{"type", "extended"}, {"new_date", "31 May 2027"}});
  CHECK(refused.id == "colleagues-scenario-event");
  CHECK(refused.problems.at(0).field == "reason");
  auto const too_far = press(scenario, "keep-event",
                             {{"type", "stage_1_responded"},
                              {"finding", "upheld"},
                              {"response", "We agree."},
                              {"at", "22 December 2026"}});
  REQUIRE(too_far.problems.size() == 1);
  CHECK(too_far.problems[0].field == "at");
  CHECK(has(render_page(too_far), "We agree.</textarea>"));
  CHECK(has(render_page(press(scenario, "show")), "govuk-radios__hint"));
}

TEST_CASE("scenario pages: an event is changed where it stands, or taken away") {
  Scenario const scenario = example("Extension");
  auto const form = press(scenario, "change:4");
  CHECK(has(render_page(form), "Change: Extended"));
  CHECK(has(render_page(form), "2026-06-26"));
  auto const changed = press(scenario, "keep-event",
                             {{"type", "extended"},
                              {"at_event", "4"},
                              {"new_date", "30 June 2026"},
                              {"reason", "A later one."},
                              {"at", "16 June 2026"}});
  REQUIRE(changed.problems.empty());
  Scenario const after = carried(changed);
  REQUIRE(after.events.size() == 5);
  CHECK(after.events[4].new_date == day("2026-06-30"));
  CHECK(after.events[4].when.on == day("2026-06-16"));
  CHECK(after.events[4].by == "colleague-1");
  CHECK(carried(press(scenario, "remove-event", {{"at_event", "4"}})).events.size() == 4);
  CHECK(press(scenario, "change:0").id == "colleagues-scenario-settings");
  CHECK(press(scenario, "change:5").id == "colleagues-scenario");
}

TEST_CASE("scenario pages: a thousand events are the most") {
  Scenario scenario = example("Late acknowledgement");
  Event const question = workbench::new_event(scenario, EventType::action_recorded, nullptr);
  while (scenario.events.size() < kMaxEvents - 1)
    workbench::add_event(scenario, question);
  Fields const fields{{"type", "action_recorded"}, {"action", "Paint it."}};
  auto const last = press(scenario, "keep-event", fields);
  CHECK(last.problems.empty());
  auto const refused = press(carried(last), "keep-event", fields);
  CHECK(has(said(refused), "at most 1000 events"));
}

TEST_CASE("scenario pages: 15 June as a bank holiday moves the dates that count over it") {
  Scenario scenario = example("A new bank holiday");
  scenario.invented_holidays.clear();
  auto const screen = press(scenario, "what-if", {{"holiday", "15 June 2026"}});
  CHECK(screen.id == "colleagues-scenario-comparison");
  std::string const page = render_page(screen);
  CHECK(has(page, "With Monday 15 June 2026 as a bank holiday"));
  CHECK(has(page, "1 day later"));
  CHECK(has(page, "Invented bank holiday, not counted"));
  auto const kept = press(scenario, "keep-holiday", {{"holiday", "2026-06-15"}});
  CHECK(carried(kept).invented_holidays == std::vector<Date>{day("2026-06-15")});
  CHECK(has(render_page(press(scenario, "what-if", {{"holiday", "14 June 2026"}})),
            "No date differs"));
  CHECK(press(scenario, "what-if", {{"holiday", "June"}}).problems.at(0).field == "holiday");
}

TEST_CASE("scenario pages: strict and rolled, two editions, and the invented days are compared") {
  Scenario const scenario = example("Sent on a Saturday night");
  CHECK(has(render_page(press(scenario, "show")), "At 22:10"));
  std::string const receipts = render_page(press(scenario, "compare", {{"compare", "receipts"}}));
  CHECK(has(receipts, "3 days later</strong>"));
  CHECK(has(receipts, " becomes Monday 23 February 2026: 3 days later."));
  for (Edition const& edition : support::shipped_policy().editions) {
    auto const screen = press(scenario, "compare", {{"compare", "edition:" + edition.id}});
    CHECK(has(render_page(screen), edition.title));
  }
  CHECK(has(render_page(press(example("A new bank holiday"), "compare", {{"compare", "holidays"}})),
            "1 day later"));
  CHECK(press(scenario, "compare").problems.at(0).field == "compare");
}

TEST_CASE("scenario pages: a carried text that was spoilt is given back to be mended") {
  auto const screen = answer({{"go", "show"}, {"scenario", "{\"brand\""}}).screen;
  CHECK(screen.id == "colleagues-scenario-start");
  CHECK(has(render_page(screen), "{&quot;brand&quot;</textarea>"));
}

TEST_CASE("scenario pages: what a file says is shown as text") {
  std::string text{kShort};
  text.replace(text.find("homes-plus"), 10, "<b>x</b>");
  auto const page = render_page(open(text));
  CHECK(!has(page, "<b>x"));
  CHECK(has(page, "&lt;b&gt;x"));
}
