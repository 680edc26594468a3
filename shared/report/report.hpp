// The report for the Customer Partnership Panel and the Homes Board: how many, about what, how
// punctual, what was found. Figures only, and none so small that it could tell of one person.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/policy/policy_book.hpp"
#include "shared/report/report_rows.hpp"

namespace putright {

/// The smallest number of complaints that is shown; 0 is shown too. The usual limit of official
/// statistics in England for counts of people.
inline constexpr std::int64_t kSmallestShown = 5;

/// A number of complaints. `fewer`: it is at least 1 and under kSmallestShown. `hidden`: it is not,
/// but with it another one could be worked out.
struct Figure {
  enum class Shown { number, fewer, hidden };
  std::int64_t count = 0;
  Shown shown = Shown::number;
};

struct FigureRow {
  std::string id;
  std::string label;
  Figure figure;
};

/// Rows that together make the total.
struct FigureTable {
  std::string id;
  std::vector<FigureRow> rows;
  Figure total;
};

/// Takes out of a table what is too small, and as much more as it takes that nobody can work it out
/// from the total.
void suppress(FigureTable& table);

/// The names of what became of a deadline, in this order in each table of `on_time`.
inline constexpr std::string_view kInTime = "in_time";
inline constexpr std::string_view kLate = "late";
inline constexpr std::string_view kOverdue = "overdue";
inline constexpr std::string_view kRunning = "running";

/// Hundredths of those met or overdue that were met in time; empty where a figure is not shown, or
/// there is none.
std::optional<int> on_time_percent(FigureTable const& stage);

struct Report {
  ReportQuery query;
  /// By brand, kind, matter and month received.
  std::vector<FigureTable> volumes;
  /// One table for each deadline, by what became of it.
  std::vector<FigureTable> on_time;
  FigureTable findings;
  Figure with_actions;
};

/// The figures, with what is too small taken out. Labels are the policy book's.
Report make_report(ReportRows const& rows, ReportQuery const& query, PolicyBook const& book);

/// A figure as it may be read: `12`, `fewer than 5`, `not shown`.
std::string figure_in_words(Figure const& figure);

}  // namespace putright
