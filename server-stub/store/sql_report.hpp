// Reads what a report is made from. What grows with the number of complaints was counted as it was
// kept (the table `tallies`); the rest comes from indexes that hold only what is late, outstanding
// or learnt.
#pragma once
#include "server-stub/store/sql.hpp"
#include "shared/report/report_rows.hpp"

namespace putright::store {

class ReportReader {
 public:
  explicit ReportReader(sql::Connection& database);
  ReportRows read(ReportQuery const& query);

 private:
  void read_counts(ReportQuery const& query, ReportRows& rows);
  void read_lists(ReportQuery const& query, ReportRows& rows);

  sql::Statement tallies_;
  sql::Statement unmet_;
  sql::Statement with_actions_;
  sql::Statement late_;
  sql::Statement outstanding_;
  sql::Statement learning_;
};

}  // namespace putright::store
