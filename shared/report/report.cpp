#include "shared/report/report.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "shared/text/case_words.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/report_words.hpp"

namespace putright {
namespace {

bool is_small(std::int64_t count) {
  return count > 0 && count < kSmallestShown;
}

// What can be known of the rows that are not shown, from the total and the rest.
struct Hidden {
  std::int64_t rows = 0;
  std::int64_t sum = 0;
};

Hidden hidden_in(FigureTable const& table) {
  Hidden hidden;
  for (auto const& row : table.rows) {
    if (row.figure.shown == Figure::Shown::number) continue;
    ++hidden.rows;
    hidden.sum += row.figure.count;
  }
  return hidden;
}

// One alone is the rest of the total; all at their least or their most are known as well.
bool can_be_worked_out(Hidden const& hidden) {
  return hidden.rows == 1 || hidden.sum == hidden.rows ||
         hidden.sum == hidden.rows * (kSmallestShown - 1);
}

// The smallest of those that still stand there and are not 0; null: there is none.
Figure* smallest_shown(FigureTable& table) {
  Figure* smallest = nullptr;
  for (auto& row : table.rows) {
    Figure& figure = row.figure;
    bool const counts = figure.shown == Figure::Shown::number && figure.count > 0;
    if (counts && (smallest == nullptr || figure.count < smallest->count)) smallest = &figure;
  }
  return smallest;
}

void hide_small(Figure& figure) {
  if (is_small(figure.count)) figure.shown = Figure::Shown::fewer;
}

// Adds up tallies under a name that each has.
class Adder {
 public:
  explicit Adder(std::string id) { table_.id = std::move(id); }

  void add(std::string const& id, std::int64_t complaints) {
    table_.total.count += complaints;
    auto const row = std::find_if(table_.rows.begin(), table_.rows.end(),
                                  [&](FigureRow const& each) { return each.id == id; });
    if (row == table_.rows.end()) {
      table_.rows.push_back({id, id, {complaints}});
    } else {
      row->figure.count += complaints;
    }
  }

  FigureTable take() {
    suppress(table_);
    return std::move(table_);
  }

  FigureTable& table() { return table_; }

 private:
  FigureTable table_;
};

template <class Label>
void label_rows(FigureTable& table, Label label) {
  for (auto& row : table.rows)
    row.label = label(row.id);
}

void sort_by_id(FigureTable& table) {
  std::sort(table.rows.begin(), table.rows.end(),
            [](FigureRow const& one, FigureRow const& other) { return one.id < other.id; });
}

void sort_by_count(FigureTable& table) {
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](FigureRow const& one, FigureRow const& other) {
                     return one.figure.count > other.figure.count;
                   });
}

std::string matter_label(PolicyBook const& book, std::string const& id) {
  for (auto const& matter : book.matters)
    if (matter.id == id) return matter.label;
  return id.empty() ? std::string{words::kReportNoMatter} : id;
}

template <class List, class Table>
std::string named(List const& list, Table const& table, std::string const& id) {
  auto const value = value_in(list, id);
  return value ? std::string{table[static_cast<std::size_t>(*value)]} : id;
}

FigureTable volume(ReportRows const& rows, std::string id, std::string Tally::*by) {
  Adder adder{std::move(id)};
  for (auto const& tally : rows.tallies)
    if (tally.what == "received") adder.add(tally.*by, tally.complaints);
  return adder.table();
}

std::vector<FigureTable> volumes_of(ReportRows const& rows, PolicyBook const& book) {
  auto brands = volume(rows, "brand", &Tally::brand);
  label_rows(brands, [&](std::string const& id) {
    Brand const* const brand = book.brand(id);
    return brand == nullptr ? id : brand->name;
  });
  auto kinds = volume(rows, "kind", &Tally::kind);
  label_rows(kinds,
             [](std::string const& id) { return named(kFeedbackKinds, words::kReportKinds, id); });
  auto matters = volume(rows, "matter", &Tally::matter);
  label_rows(matters, [&](std::string const& id) { return matter_label(book, id); });
  auto months = volume(rows, "month", &Tally::month);
  std::vector<FigureTable> all{std::move(brands), std::move(kinds), std::move(matters),
                               std::move(months)};
  for (auto& table : all) {
    sort_by_count(table);
    if (table.id == "month") sort_by_id(table);
    suppress(table);
  }
  return all;
}

FigureTable stage_of(ReportRows const& rows, std::string_view deadline) {
  Adder adder{std::string{deadline}};
  for (std::string_view const outcome : {kInTime, kLate, kOverdue, kRunning})
    adder.add(std::string{outcome}, 0);
  for (auto const& tally : rows.tallies)
    if (tally.what == deadline) adder.add(tally.outcome, tally.complaints);
  for (auto const& row : rows.unmet) {
    bool const overdue = row.stands == UnmetRow::Stands::overdue;
    if (row.deadline == deadline)
      adder.add(std::string{overdue ? kOverdue : kRunning}, row.complaints);
  }
  label_rows(adder.table(), [](std::string const& id) {
    return std::string{id == kInTime    ? words::kReportInTime
                       : id == kLate    ? words::kReportLate
                       : id == kOverdue ? words::kReportOverdue
                                        : words::kReportRunning};
  });
  return adder.take();
}

FigureTable findings_of(ReportRows const& rows) {
  Adder adder{"finding"};
  for (auto const& finding : kFindings)
    adder.add(std::string{finding.name}, 0);
  for (auto const& tally : rows.tallies)
    if (tally.what == "finding") adder.add(tally.outcome, tally.complaints);
  label_rows(adder.table(),
             [](std::string const& id) { return named(kFindings, words::kReportFindings, id); });
  return adder.take();
}

}  // namespace

void suppress(FigureTable& table) {
  for (auto& row : table.rows)
    hide_small(row.figure);
  hide_small(table.total);
  while (true) {
    Hidden const hidden = hidden_in(table);
    bool const total_tells = table.total.shown == Figure::Shown::number;
    if (hidden.rows == 0 || !total_tells || !can_be_worked_out(hidden)) return;
    Figure* const other = smallest_shown(table);
    (other == nullptr ? table.total : *other).shown = Figure::Shown::hidden;
  }
}

std::optional<int> on_time_percent(FigureTable const& stage) {
  std::int64_t in_time = 0;
  std::int64_t all = 0;
  for (auto const& row : stage.rows) {
    if (row.id == kRunning) continue;
    if (row.figure.shown != Figure::Shown::number) return std::nullopt;
    all += row.figure.count;
    if (row.id == kInTime) in_time = row.figure.count;
  }
  if (all == 0) return std::nullopt;
  return static_cast<int>(in_time * 100 / all);
}

Report make_report(ReportRows const& rows, ReportQuery const& query, PolicyBook const& book) {
  Report report{
      query, volumes_of(rows, book), {}, findings_of(rows), {rows.complaints_with_actions}};
  hide_small(report.with_actions);
  for (auto const& deadline : kDeadlineIds) {
    auto stage = stage_of(rows, deadline.name);
    if (stage.total.count > 0) report.on_time.push_back(std::move(stage));
  }
  return report;
}

std::string figure_in_words(Figure const& figure) {
  switch (figure.shown) {
    case Figure::Shown::number:
      return std::to_string(figure.count);
    case Figure::Shown::fewer:
      return fill(words::kReportFewer, {{"count", std::to_string(kSmallestShown)}});
    case Figure::Shown::hidden:
      return std::string{words::kReportHidden};
  }
  return {};
}

}  // namespace putright
