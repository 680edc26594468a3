// Reads what a report is made from. What grows with the number of complaints was counted as it was
// kept (the table `tallies`); the rest comes from indexes that hold only what is late, outstanding
// or learnt.
#pragma once
#include "server-stub/store/sqlite.hpp"
#include "shared/report/report_rows.hpp"

namespace putright::store {

class ReportReader {
 public:
  explicit ReportReader(sqlite::Database const& database);
  ReportRows read(ReportQuery const& query);

 private:
  void read_counts(ReportQuery const& query, ReportRows& rows);
  void read_lists(ReportQuery const& query, ReportRows& rows);

  sqlite::Statement tallies_;
  sqlite::Statement unmet_;
  sqlite::Statement with_actions_;
  sqlite::Statement late_;
  sqlite::Statement outstanding_;
  sqlite::Statement learning_;
};

}  // namespace putright::store
