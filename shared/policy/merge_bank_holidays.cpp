#include "shared/policy/merge_bank_holidays.hpp"

#include <algorithm>
#include <map>

#include "shared/policy/bank_holidays.hpp"
#include "shared/policy/policy_reader.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

using namespace std::chrono;

constexpr std::size_t kFewestInAYear = 8;

struct Row {
  std::string title;
  std::string notes;
  bool bunting = false;
};

// One bank-holidays.json: its calendar, and the parts of its rows that the calendar has no use for.
struct File {
  WorkingCalendar calendar;
  std::map<Date, Row> rows;
};

Outcome<File, PolicyRefusal> open_file(NamedText text) {
  auto const root = json::parse(text.text, json::kDocumentLimits);
  if (!root.ok())
    return refusal_at(text.name, text.text, root.error().offset, "JSON that can be read");
  PolicyReader reader{{text.name, text.text, &root.value()}};
  auto calendar = read_bank_holidays(reader);
  if (!calendar) return *reader.refusal();
  std::map<Date, Row> rows;
  for (auto const& event :
       reader.list(reader.member(reader.root(), "england-and-wales"), "events")) {
    json::Value const* const bunting = event.find("bunting");
    rows[*parse_date(event.string_at("date"))] = {std::string{event.string_at("title")},
                                                  std::string{event.string_at("notes")},
                                                  bunting != nullptr && bunting->boolean};
  }
  return File{std::move(*calendar), std::move(rows)};
}

year year_of(Date date) {
  return year_month_day{date}.year();
}

// The last day of the last year, from the first published one on without a gap, that looks whole.
Date published_to(std::map<Date, Row> const& rows, Date known_to) {
  std::map<year, std::size_t> counts;
  for (auto const& [date, row] : rows)
    ++counts[year_of(date)];
  Date to = known_to;
  for (auto const& [of_year, count] : counts) {
    Date const end{of_year / December / 31};
    bool const next = end > to && Date{of_year / January / 1} <= to + days{1};
    if (next && count >= kFewestInAYear) to = end;
  }
  return to;
}

std::vector<HolidayChange> merge_rows(std::map<Date, Row>& known,
                                      std::map<Date, Row> const& published) {
  using Kind = HolidayChange::Kind;
  std::vector<HolidayChange> changes;
  if (published.empty()) return changes;
  for (auto const& [date, row] : known) {
    bool const in_window = date >= published.begin()->first && date <= published.rbegin()->first;
    if (in_window && !published.contains(date)) changes.push_back({Kind::missing, date, row.title});
  }
  for (auto const& [date, row] : published) {
    auto const found = known.find(date);
    if (found == known.end()) changes.push_back({Kind::added, date, row.title});
    if (found != known.end() && found->second.title != row.title)
      changes.push_back({Kind::retitled, date, row.title});
    known[date] = row;
  }
  std::sort(changes.begin(), changes.end(),
            [](auto const& one, auto const& other) { return one.on < other.on; });
  return changes;
}

// One holiday a line, so that a difference can be read.
std::string write(Date from, Date to, std::map<Date, Row> const& rows) {
  std::string text = "{\n  \"covered_from\": \"" + format_date(from) + "\",\n  \"covered_to\": \"" +
                     format_date(to) +
                     "\",\n  \"england-and-wales\": {\n    \"division\": \"england-and-wales\",\n  "
                     "  \"events\": [\n";
  for (auto row = rows.begin(); row != rows.end(); ++row) {
    text += "      {\"title\": ";
    json::append_quoted(text, row->second.title);
    text += ", \"date\": \"" + format_date(row->first) + "\", \"notes\": ";
    json::append_quoted(text, row->second.notes);
    text += row->second.bunting ? ", \"bunting\": true}" : ", \"bunting\": false}";
    text += std::next(row) == rows.end() ? "\n" : ",\n";
  }
  return text + "    ]\n  }\n}\n";
}

}  // namespace

Outcome<MergedHolidays, PolicyRefusal> merge_bank_holidays(NamedText known, NamedText published) {
  auto known_file = open_file(known);
  if (!known_file.ok()) return known_file.error();
  auto const published_file = open_file(published);
  if (!published_file.ok()) return published_file.error();
  auto rows = known_file.value().rows;
  auto fresh = published_file.value().rows;
  MergedHolidays merged;
  merged.covered_from = known_file.value().calendar.covered_from();
  merged.covered_to = published_to(fresh, known_file.value().calendar.covered_to());
  // A year that is published in part waits until it is whole, and years before the coverage are not
  // asked for.
  fresh.erase(fresh.upper_bound(merged.covered_to), fresh.end());
  fresh.erase(fresh.begin(), fresh.lower_bound(merged.covered_from));
  merged.changes = merge_rows(rows, fresh);
  merged.json = write(merged.covered_from, merged.covered_to, rows);
  return merged;
}

std::string_view name(HolidayChange::Kind kind) {
  using Kind = HolidayChange::Kind;
  return kind == Kind::added ? "added" : kind == Kind::retitled ? "retitled" : "missing";
}

}  // namespace putright
