// A scenario's dates as tables: what holds now, what is on which day, and why.
#include <algorithm>

#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/complaint/alternatives.hpp"
#include "shared/text/case_words.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using screens::paragraph;
using view::Node;
using view::plain;

std::string main_state(Deadline const& deadline) {
  switch (deadline.state) {
    case DeadlineState::projected:
      return std::string{words::kStateProjected};
    case DeadlineState::pending:
      return std::string{words::kStatePending};
    case DeadlineState::met:
      return fill(words::kStateMet, {{"date", say_date(*deadline.met_on)}});
    case DeadlineState::late:
      break;
  }
  if (!deadline.met_on) return std::string{words::kStateLate};
  return fill(words::kStateMetLate, {{"date", say_date(*deadline.met_on)}});
}

bool is_late(Deadline const& deadline) {
  return deadline.state == DeadlineState::late && !deadline.met_on;
}

view::Text state_cell(Deadline const& deadline) {
  std::string const state = state_in_words(deadline);
  if (!is_late(deadline)) return plain(state);
  return {view::strong(state)};
}

view::Table deadlines_table(Assessment const& assessment) {
  view::Table table{std::string{words::kDeadlinesCaption},
                    {{std::string{words::kColumnDeadline}},
                     {std::string{words::kColumnBy}},
                     {std::string{words::kColumnState}}},
                    {}};
  for (Deadline const& deadline : assessment.deadlines)
    table.rows.push_back({plain(std::string{deadline_name(deadline.rule->id)}),
                          plain(say_date(deadline.promised_on)), state_cell(deadline)});
  return table;
}

struct DatedRow {
  Date on;
  std::string what;
  view::Text where;
};

void add_events(std::vector<DatedRow>& rows, workbench::Scenario const& scenario) {
  for (Event const& event : scenario.events) {
    bool const is_to_come = event.when.on > scenario.today;
    rows.push_back({event.when.on,
                    std::string{words::kHappened[static_cast<std::size_t>(event.type)]},
                    plain(std::string{is_to_come ? words::kDayToCome : words::kDayHappened})});
  }
}

view::Table days_table(Tried const& tried, Assessment const& assessment) {
  std::vector<DatedRow> rows;
  add_events(rows, tried.scenario);
  for (Deadline const& deadline : assessment.deadlines)
    rows.push_back({deadline.promised_on,
                    fill(words::kDayDeadline, {{"deadline", deadline_name(deadline.rule->id)}}),
                    state_cell(deadline)});
  for (Date const day : tried.scenario.invented_holidays)
    rows.push_back(
        {day, std::string{words::kDayInvented}, plain(std::string{words::kDayNotCounted})});
  rows.push_back({tried.scenario.today, std::string{words::kDayToday}, plain("")});
  std::stable_sort(rows.begin(), rows.end(),
                   [](DatedRow const& one, DatedRow const& other) { return one.on < other.on; });
  view::Table table{std::string{words::kDaysCaption},
                    {{std::string{words::kColumnDay}},
                     {std::string{words::kColumnWhat}},
                     {std::string{words::kColumnWhere}}},
                    {}};
  for (DatedRow& row : rows)
    table.rows.push_back({plain(say_date(row.on)), plain(std::move(row.what)), row.where});
  return table;
}

view::BulletList otherwise(std::vector<Alternative> const& all, Deadline const& deadline) {
  view::BulletList list;
  for (Alternative const& other : all) {
    if (other.id != deadline.rule->id) continue;
    list.items.push_back(
        plain(fill(words::kOtherwiseLine, {{"edition", other.edition->title},
                                           {"receipt", name_in(kReceiptRules, other.receipt)},
                                           {"date", say_date(other.due_on)}})));
  }
  return list;
}

}  // namespace

std::string_view deadline_name(DeadlineId id) {
  return putright::words::kCaseDeadlines[static_cast<std::size_t>(id)];
}

std::string state_in_words(Deadline const& deadline) {
  std::string text = main_state(deadline);
  if (deadline.extension)
    text += ". " + fill(words::kStateExtended, {{"date", say_date(deadline.extension->made_on)}});
  if (deadline.promised_on != deadline.due_on)
    text += ". " + fill(words::kStatePromised, {{"date", say_date(deadline.due_on)}});
  if (deadline.certainty == Certainty::provisional)
    text.append(". ").append(words::kStateProvisional);
  return text;
}

std::vector<Node> scenario_why(Tried const& tried, Deadline const& deadline) {
  ClauseRef const& clause = deadline.rule->clause;
  PolicyDocument const* const document = tried.book.document(clause.document);
  auto nodes = screens::explanation(tried.book, deadline);
  Node table = std::move(nodes.back());
  nodes.pop_back();
  nodes.push_back({view::Paragraph{
      plain(fill(words::kWhyClause,
                 {{"clause", clause.id},
                  {"document", document == nullptr ? clause.document : document->title}})),
      view::Paragraph::Role::note}});
  nodes.push_back({view::Details{std::string{putright::words::kHowWorkedOut}, {std::move(table)}}});
  return nodes;
}

std::vector<Node> scenario_dates(Tried const& tried, Assessment const& assessment) {
  std::vector<Node> nodes{heading(2, words::kDatesHeading)};
  if (assessment.deadlines.empty()) {
    nodes.push_back(paragraph(assessment.course->notice.empty()
                                  ? words::kNoDeadlines
                                  : putright::words::kHomebuilderNotice));
  } else {
    nodes.push_back({deadlines_table(assessment)});
  }
  nodes.push_back({days_table(tried, assessment)});
  auto const others = alternatives_to(assessment, record_of(tried.scenario), tried.book);
  for (Deadline const& deadline : assessment.deadlines) {
    nodes.push_back(
        heading(3, fill(words::kWhyHeading, {{"deadline", deadline_name(deadline.rule->id)},
                                             {"date", say_date(deadline.promised_on)}})));
    screens::append(nodes, scenario_why(tried, deadline));
    auto list = otherwise(others, deadline);
    if (!list.items.empty())
      nodes.push_back({view::Details{std::string{words::kWhyOtherwise}, {{std::move(list)}}}});
  }
  return nodes;
}

}  // namespace putright::colleagues
