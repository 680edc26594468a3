// The rows of complaints as they are read: part of a store that speaks SQL. Throws what its
// statements throw; whoever owns it catches.
#pragma once
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

class ComplaintRows {
 public:
  explicit ComplaintRows(sqlite::Database& reading) : reading_(reading) {}

  std::optional<KeptComplaint> find(std::string_view reference);
  std::optional<KeptAct> find_act(std::string_view reference, std::string_view idempotency_key);
  std::vector<WorkRow> work_list(WorkQuery const& query);
  WorkCounts work_counts(std::string_view brand, std::string_view today,
                         std::string_view soon_until);
  std::vector<std::string> audit_entries(std::string_view reference, std::string_view act);
  std::vector<std::string> outdated_overviews(std::string_view policy_sha256,
                                              std::string_view after, std::size_t limit);
  std::vector<std::string> references(Overview::Open open, std::string_view after,
                                      std::size_t limit);
  std::vector<std::string> attached_to(std::string_view reference);
  bool is_attached(std::string_view sha256);
  /// Whether the file answers at all.
  bool answers();

 private:
  std::vector<KeptEvent> events_of(std::string_view reference);
  static std::string work_list_query(std::string const& where);
  static std::string work_counts_query(std::string const& where);

  sqlite::Database& reading_;
  sqlite::Statement find_reference_{
      reading_,
      "SELECT reference, brand, kind, matter, relationship, edition, promised, received_at, "
      "submission, receipt, (SELECT erased_on FROM erasures WHERE erasures.reference = "
      "complaints.reference), tracking_key_sha256, content_sha256 FROM complaints WHERE reference "
      "= "
      "?"};
  sqlite::Statement find_events_{
      reading_,
      "SELECT type, at, body, promised FROM events WHERE reference = ? ORDER BY "
      "position"};
  sqlite::Statement find_act_{
      reading_,
      "SELECT content_sha256, events FROM acts WHERE reference = ? AND idempotency_key = ?"};
  sqlite::Statement find_attached_{reading_, "SELECT 1 FROM attached WHERE sha256 = ? LIMIT 1"};
  sqlite::Statement list_all_{reading_, work_list_query("")};
  sqlite::Statement list_brand_{reading_, work_list_query("brand = ?4 AND ")};
  sqlite::Statement count_all_{reading_, work_counts_query("")};
  sqlite::Statement count_brand_{reading_, work_counts_query(" AND brand = ?3")};
  sqlite::Statement find_audit_{
      reading_, "SELECT entry FROM audit WHERE reference = ? AND act = ? ORDER BY position"};
  sqlite::Statement find_outdated_{
      reading_,
      "SELECT reference FROM complaints WHERE reference > ?2 AND NOT EXISTS (SELECT 1 FROM "
      "overviews WHERE overviews.reference = complaints.reference AND policy_sha256 = ?1) ORDER BY "
      "reference LIMIT ?3"};
  sqlite::Statement find_by_state_{
      reading_,
      "SELECT reference FROM overviews WHERE reference > ?1 AND is_open = ?2 AND NOT EXISTS "
      "(SELECT 1 FROM erasures WHERE erasures.reference = overviews.reference) ORDER BY reference "
      "LIMIT ?3"};
  sqlite::Statement find_attached_to_{
      reading_, "SELECT sha256 FROM attached WHERE reference = ? ORDER BY sha256"};
  sqlite::Statement ask_{reading_, "SELECT count(*) FROM sqlite_schema"};
};

}  // namespace putright::store
