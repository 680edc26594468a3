#include "portal/papers/case_deadlines.hpp"

#include <algorithm>

#include "portal/screens/screens.hpp"
#include "shared/calendar/working_days.hpp"
#include "shared/text/case_words.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::papers {
namespace {

using screens::heading;
using view::DayCountRow;
using view::Node;

std::string day_at(json::Value const& value, std::string_view name) {
  auto const day = parse_date(value.string_at(name));
  return day ? say_date(*day) : std::string{};
}

std::string due_in_words(json::Value const& deadline) {
  std::string due = day_at(deadline, "due_on");
  if (deadline.string_at("due_on") == deadline.string_at("promised_on")) return due;
  return fill(words::kCaseDueDiffers, {{"date", due}});
}

std::string done_in_words(json::Value const& deadline) {
  std::string const day = day_at(deadline, "met_on");
  bool const late = deadline.string_at("state") == "late";
  if (day.empty()) return std::string{late ? words::kCaseNotMetLate : words::kCaseNotMet};
  return late ? fill(words::kCaseMetLate, {{"date", day}}) : day;
}

// A row of the day count: a counted day has a number, a skipped one says why.
struct Row {
  Date on;
  DayCountRow row;
};

Row counted_row(json::Value const& day, std::int64_t last) {
  Date const on = parse_date(day.string_at("on")).value_or(Date{});
  json::Value const* const number = day.find("day");
  std::int64_t const count = number == nullptr ? 0 : number->integer;
  bool const due = count == last;
  return {on,
          {due ? DayCountRow::Kind::due : DayCountRow::Kind::counted, std::to_string(count),
           say_day(on), std::string{due ? words::kRowDue : words::kRowDay}}};
}

Row skipped_row(json::Value const& day) {
  Date const on = parse_date(day.string_at("on")).value_or(Date{});
  auto const kind = is_weekend(on) ? DayCountRow::Kind::weekend : DayCountRow::Kind::bank_holiday;
  std::string why = is_weekend(on) ? std::string{words::kRowWeekend}
                                   : fill(words::kRowHoliday, {{"holiday", day.string_at("why")}});
  return {on, {kind, "", say_day(on), std::move(why)}};
}

std::vector<Row> rows_of(json::Value const& deadline) {
  std::vector<Row> rows;
  json::Value const* const period = deadline.find("period");
  json::Value const* const count = period == nullptr ? nullptr : period->find("count");
  json::Value const* const counted = deadline.find("counted");
  json::Value const* const skipped = deadline.find("skipped");
  if (counted == nullptr || skipped == nullptr || count == nullptr) return rows;
  for (auto const& day : counted->items)
    rows.push_back(counted_row(day, count->integer));
  for (auto const& day : skipped->items)
    rows.push_back(skipped_row(day));
  std::stable_sort(rows.begin(), rows.end(),
                   [](Row const& one, Row const& other) { return one.on < other.on; });
  return rows;
}

view::DayCount day_count(json::Value const& deadline, std::string const& title) {
  view::DayCount table{title,
                       std::string{words::kDayHeading},
                       std::string{words::kDateHeading},
                       std::string{words::kCountedHeading},
                       {}};
  json::Value const* const start = deadline.find("clock_start");
  auto const from = start == nullptr ? std::nullopt : parse_date(start->string_at("on"));
  if (from)
    table.rows.push_back(
        {DayCountRow::Kind::start, "", say_day(*from), std::string{words::kRowStart}});
  for (auto& row : rows_of(deadline)) {
    if (!from || row.on > *from) table.rows.push_back(std::move(row.row));
  }
  return table;
}

void add_deadline(std::vector<Node>& body, json::Value const& deadline) {
  auto const id = value_in(kDeadlineIds, deadline.string_at("id"));
  if (!id) return;
  std::string const title{words::kCaseDeadlines[static_cast<std::size_t>(*id)]};
  body.push_back(heading(3, title));
  view::SummaryList dates;
  dates.rows.push_back({std::string{words::kCasePromisedOn}, day_at(deadline, "promised_on"), ""});
  dates.rows.push_back({std::string{words::kCaseDueOn}, due_in_words(deadline), ""});
  dates.rows.push_back({std::string{words::kCaseMetOn}, done_in_words(deadline), ""});
  body.push_back({std::move(dates)});
  body.push_back(screens::paragraph(deadline.string_at("words")));
  body.push_back({day_count(deadline, title)});
}

}  // namespace

std::vector<Node> case_deadlines(json::Value const& assessment) {
  std::vector<Node> body{heading(2, words::kCaseDates)};
  json::Value const* const deadlines = assessment.find("deadlines");
  bool const none = deadlines == nullptr || deadlines->items.empty();
  if (none) body.push_back(screens::paragraph(words::kCaseNoDates));
  if (!none) {
    for (auto const& deadline : deadlines->items)
      add_deadline(body, deadline);
  }
  return body;
}

}  // namespace putright::papers
