#include "portal/screens/parts.hpp"

#include "shared/text/dates.hpp"
#include "shared/text/explain.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

using view::DayCountRow;
using view::Node;
using view::plain;
using view::TimelineStep;

view::ContactWay way_of(Contact const& contact) {
  switch (contact.kind) {
    case ContactKind::phone:
      return {view::ContactWay::Kind::phone, std::string{words::kCall}, contact.value};
    case ContactKind::email:
      return {view::ContactWay::Kind::email, std::string{words::kEmail}, contact.value};
    case ContactKind::web:
      return {view::ContactWay::Kind::web, std::string{words::kOnline}, contact.value};
    case ContactKind::post:
      return {view::ContactWay::Kind::post, std::string{words::kWriteTo}, contact.value};
  }
  return {};
}

TimelineStep::State step_state(Deadline const& deadline) {
  switch (deadline.state) {
    case DeadlineState::met:
      return TimelineStep::State::done;
    case DeadlineState::late:
      return deadline.met_on ? TimelineStep::State::done : TimelineStep::State::late;
    case DeadlineState::pending:
      return TimelineStep::State::coming;
    case DeadlineState::projected:
      return TimelineStep::State::waiting;
  }
  return TimelineStep::State::coming;
}

std::string clause_in_words(PolicyBook const& book, ClauseRef const& clause) {
  PolicyDocument const* const document = book.document(clause.document);
  if (document == nullptr) return {};
  for (auto const& known : document->clauses) {
    if (known.id == clause.id)
      return fill(words::kClauseSentence,
                  {{"document", document->title}, {"digest", known.digest}});
  }
  return {};
}

DayCountRow skipped_row(SkippedDay const& day) {
  if (is_weekend(day.on))
    return {DayCountRow::Kind::weekend, "", say_day(day.on), std::string{words::kRowWeekend}};
  return {DayCountRow::Kind::bank_holiday, "", say_day(day.on),
          fill(words::kRowHoliday, {{"holiday", day.why}})};
}

DayCountRow counted_row(CountedDay const& day, Deadline const& deadline) {
  bool const last = day.day == deadline.rule->period.count;
  bool const working = deadline.rule->period.unit == PeriodUnit::working_days;
  return {last ? DayCountRow::Kind::due : DayCountRow::Kind::counted, std::to_string(day.day),
          say_day(day.on),
          std::string{last ? words::kRowDue : (working ? words::kRowWorkingDay : words::kRowDay)}};
}

view::DayCount day_count(Deadline const& deadline) {
  view::DayCount count{.caption = std::string{words::kHowWorkedOut},
                       .day_heading = std::string{words::kDayHeading},
                       .date_heading = std::string{words::kDateHeading},
                       .note_heading = std::string{words::kCountedHeading},
                       .rows = {}};
  count.rows.push_back(
      {DayCountRow::Kind::start, "", say_day(deadline.start.on), std::string{words::kRowStart}});
  auto counted = deadline.counted.begin();
  auto skipped = deadline.skipped.begin();
  while (counted != deadline.counted.end() || skipped != deadline.skipped.end()) {
    bool const skip = counted == deadline.counted.end() ||
                      (skipped != deadline.skipped.end() && skipped->on < counted->on);
    if (skip && skipped->on <= deadline.start.on) {
      ++skipped;  // between an arrival and a start that was moved on: said in words, not in the
                  // table
    } else if (skip) {
      count.rows.push_back(skipped_row(*skipped++));
    } else {
      count.rows.push_back(counted_row(*counted++, deadline));
    }
  }
  return count;
}

}  // namespace

std::string when_in_words(Deadline const& deadline) {
  std::string const date = say_date(deadline.promised_on);
  if (deadline.certainty == Certainty::provisional)
    return fill(words::kStepProvisional, {{"date", date}});
  switch (deadline.state) {
    case DeadlineState::met:
      return fill(words::kStepDone, {{"date", say_date(*deadline.met_on)}});
    case DeadlineState::pending:
      return fill(words::kStepBy, {{"date", date}});
    case DeadlineState::projected:
      return fill(words::kStepAtTheLatest, {{"date", date}});
    case DeadlineState::late:
      break;
  }
  if (!deadline.met_on) return fill(words::kStepLate, {{"date", date}});
  return fill(words::kStepDoneLate, {{"date", say_date(*deadline.met_on)}, {"due", date}});
}

std::vector<Node> explanation(PolicyBook const& book, Deadline const& deadline) {
  std::vector<Node> nodes;
  nodes.push_back({view::Paragraph{plain(explain_in_words(deadline))}});
  nodes.push_back({view::Paragraph{plain(clause_in_words(book, deadline.rule->clause)),
                                   view::Paragraph::Role::note}});
  nodes.push_back({day_count(deadline)});
  return nodes;
}

// The first step: it has arrived, or it would if it were sent today.
static TimelineStep arrival_step(Date on, Arrival arrival) {
  if (arrival == Arrival::received) {
    return {std::string{words::kStepReceived}, TimelineStep::State::done, say_date(on), {}};
  }
  return {std::string{words::kStepToReceive},
          TimelineStep::State::coming,
          fill(words::kStepIfSentToday, {{"date", say_date(on)}}),
          {}};
}

view::Timeline timeline(PolicyBook const& book, Assessment const& assessment, Date received_on,
                        Arrival arrival) {
  view::Timeline steps;
  steps.steps.push_back(arrival_step(received_on, arrival));
  for (auto const& deadline : assessment.deadlines) {
    std::vector<Node> body;
    body.push_back({view::Details{std::string{words::kHowWorkedOut}, explanation(book, deadline)}});
    steps.steps.push_back(
        {std::string{words::kStepNames[static_cast<std::size_t>(deadline.rule->id)]},
         step_state(deadline), when_in_words(deadline), std::move(body)});
  }
  return steps;
}

std::vector<view::ContactWay> ways_of(std::vector<Contact> const& contacts) {
  std::vector<view::ContactWay> ways;
  for (auto const& contact : contacts) {
    if (contact.audience == Audience::customers) ways.push_back(way_of(contact));
  }
  return ways;
}

void append(std::vector<Node>& to, std::vector<Node> nodes) {
  to.insert(to.end(), std::make_move_iterator(nodes.begin()), std::make_move_iterator(nodes.end()));
}

std::vector<Node> last_resort(Brand const& brand) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{2, std::string{words::kLastResortTitle}}});
  nodes.push_back({view::Paragraph{plain(std::string{words::kLastResort})}});
  nodes.push_back({view::ContactCard{std::string{words::kTeamName}, "", ways_of(brand.contacts)}});
  return nodes;
}

OmbudsmanAdvice advice_for(PolicyBook const& book, Brand const& brand) {
  OmbudsmanRoute const* const route = route_of(book, brand.id, "", "");
  if (route == nullptr) return {};
  return {route->scheme ? book.scheme(*route->scheme) : nullptr, route->may_contact,
          &route->clause};
}

std::vector<Node> who_else_can_help(OmbudsmanAdvice const& advice) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{2, std::string{words::kOmbudsmanHeading}}});
  if (advice.scheme != nullptr) {
    nodes.push_back({view::Paragraph{
        plain(fill(words::kOmbudsmanAnyTime, {{"scheme", advice.scheme->name}}))}});
    nodes.push_back({view::ContactCard{advice.scheme->name, "", ways_of(advice.scheme->contacts)}});
    return nodes;
  }
  bool const after = advice.may_contact == MayContact::after_process;
  nodes.push_back(
      {view::Paragraph{plain(std::string{after ? words::kOmbudsmanAfter : words::kOmbudsmanAsk})}});
  return nodes;
}

}  // namespace putright::screens
