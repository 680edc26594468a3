// What a report is made from: rows that a store has added up, and the few that are listed one by
// one. Days are written as `2026-03-26`, months as `2026-03`.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace putright {

/// Which complaints: those received from one month to another, of a brand (empty: of all).
struct ReportQuery {
  std::string from;
  std::string to;
  std::string brand;
  std::string today;
  /// Of each list, at most.
  std::size_t lines = 0;
};

/// How many complaints of a month and brand have something. `what` is `received` (then `kind` and
/// `matter` are given), `finding`, or a deadline's id, whose `outcome` is `in_time` or `late`.
struct Tally {
  std::string month;
  std::string brand;
  std::string what;
  std::string outcome;
  std::string kind;
  std::string matter;
  std::int64_t complaints = 0;
};

/// How many open complaints have not met a deadline yet.
struct UnmetRow {
  std::string deadline;
  enum class Stands { running, overdue } stands = Stands::running;
  std::int64_t complaints = 0;
};

/// One deadline that was met late, or is overdue. `extension` is the body of the last event
/// `extended`; empty: there was none.
struct LateRow {
  std::string reference;
  std::string brand;
  std::string deadline;
  std::string promised_on;
  std::string met_on;
  std::string extension;
};

struct OutstandingRow {
  std::string reference;
  std::string brand;
  std::int64_t actions = 0;
};

/// An event that something was learnt with; `body` is its own members.
struct LearningRow {
  std::string reference;
  std::string brand;
  std::string at;
  std::string body;
};

struct ReportRows {
  std::vector<Tally> tallies;
  std::vector<UnmetRow> unmet;
  /// Newest first.
  std::vector<LateRow> late;
  std::vector<OutstandingRow> outstanding;
  std::int64_t complaints_with_actions = 0;
  std::vector<LearningRow> learning;
};

}  // namespace putright
