#include "server-stub/store/sql_report.hpp"

namespace putright::store {
namespace {

using sql::Statement;
using sql::Use;

// ?1 and ?2 are months, ?3 is a brand or empty; 9999-12-31 is kNoDay. CROSS JOIN keeps the order:
// the index of the few first, then their overviews.
constexpr char kTallies[] =
    "SELECT month, brand, what, outcome, kind, matter, complaints FROM tallies WHERE month BETWEEN "
    "?1 AND ?2 AND (?3 = '' OR brand = ?3) AND complaints > 0";

#define PUTRIGHT_RECEIVED_THEN \
  " AND o.received_on >= ?1 AND o.received_on < ?2 || '-99' AND (?3 = '' OR o.brand = ?3) "

constexpr char kUnmet[] =
    "SELECT d.id, CASE WHEN d.promised_on < ?4 THEN 1 ELSE 0 END, count(*) FROM deadlines AS d "
    "CROSS JOIN overviews AS o WHERE o.reference = d.reference AND d.met_on = '9999-12-31' AND "
    "o.is_open = 1" PUTRIGHT_RECEIVED_THEN "GROUP BY 1, 2";

constexpr char kWithActions[] =
    "SELECT count(*) FROM overviews AS o WHERE o.actions_outstanding > 0" PUTRIGHT_RECEIVED_THEN;

constexpr char kLate[] =
    "SELECT d.reference, o.brand, d.id, d.promised_on, d.met_on, coalesce((SELECT body FROM events "
    "AS e WHERE e.reference = d.reference AND e.type = 'extended' ORDER BY position DESC LIMIT 1), "
    "'') FROM deadlines AS d CROSS JOIN overviews AS o WHERE o.reference = d.reference AND "
    "d.met_on "
    "> d.promised_on AND d.promised_on < ?4 AND (o.is_open = 1 OR d.met_on <> "
    "'9999-12-31')" PUTRIGHT_RECEIVED_THEN "ORDER BY d.promised_on DESC LIMIT ?5";

constexpr char kOutstanding[] =
    "SELECT o.reference, o.brand, o.actions_outstanding FROM overviews AS o WHERE "
    "o.actions_outstanding > 0" PUTRIGHT_RECEIVED_THEN "ORDER BY o.received_on LIMIT ?4";

constexpr char kLearning[] =
    "SELECT e.reference, o.brand, e.at, e.body FROM events AS e CROSS JOIN overviews AS o WHERE "
    "o.reference = e.reference AND instr(e.body, '\"learning\":') > 0" PUTRIGHT_RECEIVED_THEN
    "ORDER BY e.at DESC LIMIT ?4";

#undef PUTRIGHT_RECEIVED_THEN

// Months and brand, as every statement here begins.
Statement& asked(Statement& statement, ReportQuery const& query) {
  return statement.bind(query.from).bind(query.to).bind(query.brand);
}

}  // namespace

ReportReader::ReportReader(sql::Connection& database)
    : tallies_(database, kTallies),
      unmet_(database, kUnmet),
      with_actions_(database, kWithActions),
      late_(database, kLate),
      outstanding_(database, kOutstanding),
      learning_(database, kLearning) {}

ReportRows ReportReader::read(ReportQuery const& query) {
  ReportRows rows;
  read_counts(query, rows);
  read_lists(query, rows);
  return rows;
}

void ReportReader::read_counts(ReportQuery const& query, ReportRows& rows) {
  {
    Use const use{tallies_};
    asked(*use, query);
    while (use->step())
      rows.tallies.push_back({use->text(0), use->text(1), use->text(2), use->text(3), use->text(4),
                              use->text(5), use->number(6)});
  }
  {
    using Stands = UnmetRow::Stands;
    Use const use{unmet_};
    asked(*use, query).bind(query.today);
    while (use->step())
      rows.unmet.push_back(
          {use->text(0), use->number(1) == 0 ? Stands::running : Stands::overdue, use->number(2)});
  }
  Use const use{with_actions_};
  asked(*use, query).step();
  rows.complaints_with_actions = use->number(0);
}

void ReportReader::read_lists(ReportQuery const& query, ReportRows& rows) {
  auto const lines = static_cast<std::int64_t>(query.lines);
  {
    Use const use{late_};
    asked(*use, query).bind(query.today).bind(lines);
    while (use->step())
      rows.late.push_back(
          {use->text(0), use->text(1), use->text(2), use->text(3), use->text(4), use->text(5)});
  }
  {
    Use const use{outstanding_};
    asked(*use, query).bind(lines);
    while (use->step())
      rows.outstanding.push_back({use->text(0), use->text(1), use->number(2)});
  }
  Use const use{learning_};
  asked(*use, query).bind(lines);
  while (use->step())
    rows.learning.push_back({use->text(0), use->text(1), use->text(2), use->text(3)});
}

}  // namespace putright::store
