// The rows of overviews and their deadlines as they are written: part of a store that speaks SQL.
// Throws what its statements throw; whoever owns it catches. Triggers of the file count them for
// reports.
#pragma once
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

class OverviewRows {
 public:
  explicit OverviewRows(sqlite::Database& writing) : writing_(writing) {}

  /// Within a transaction: in the place of the one that was there.
  void put(std::string_view reference, Overview const& overview);

 private:
  sqlite::Database& writing_;
  sqlite::Statement put_overview_{
      writing_,
      "INSERT INTO overviews(reference, brand, kind, matter, status, stage, is_open, received_on, "
      "next_event, next_by, waits_for_customer, officer, finding, actions_outstanding, "
      "policy_sha256) SELECT reference, brand, kind, matter, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM "
      "complaints WHERE reference = ? ON CONFLICT(reference) DO UPDATE SET status = "
      "excluded.status, stage = excluded.stage, is_open = excluded.is_open, next_event = "
      "excluded.next_event, next_by = excluded.next_by, waits_for_customer = "
      "excluded.waits_for_customer, officer = excluded.officer, finding = excluded.finding, "
      "actions_outstanding = excluded.actions_outstanding, policy_sha256 = "
      "excluded.policy_sha256"};
  sqlite::Statement clear_deadlines_{writing_, "DELETE FROM deadlines WHERE reference = ?"};
  sqlite::Statement put_deadline_{
      writing_,
      "INSERT INTO deadlines(reference, id, promised_on, due_on, met_on) VALUES (?, ?, ?, ?, ?)"};
};

}  // namespace putright::store
