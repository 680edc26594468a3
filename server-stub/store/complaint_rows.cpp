#include "server-stub/store/complaint_rows.hpp"

namespace putright::store {

using sqlite::Statement;
using sqlite::Use;

namespace {

// The first column of every row.
template <class Bind>
std::vector<std::string> texts(Statement& query, Bind bind) {
  std::vector<std::string> found;
  Use const use{query};
  bind(*use);
  while (use->step())
    found.push_back(use->text(0));
  return found;
}

}  // namespace

// Rows after ?1 (a day) and ?2 (a reference), at most ?3; ?4 is a brand.
std::string ComplaintRows::work_list_query(std::string const& where) {
  return "SELECT reference, brand, kind, matter, status, stage, received_on, next_event, next_by, "
         "waits_for_customer, officer, finding FROM overviews WHERE " +
         where +
         "is_open = 1 AND (next_by, reference) > (?1, ?2) ORDER BY next_by, reference LIMIT ?3";
}

std::string ComplaintRows::work_counts_query(std::string const& where) {
  return "SELECT count(*), coalesce(sum(next_by < ?1), 0), "
         "coalesce(sum(next_by >= ?1 AND next_by <= ?2), 0), "
         "coalesce(sum(waits_for_customer), 0) FROM overviews WHERE is_open = 1" +
         where;
}

std::optional<KeptComplaint> ComplaintRows::find(std::string_view reference) {
  Use const use{find_reference_};
  use->bind(reference);
  if (!use->step()) return std::optional<KeptComplaint>{};
  KeptComplaint found;
  std::size_t column = 0;
  for (auto* const text : {&found.reference, &found.brand, &found.kind, &found.matter,
                           &found.relationship, &found.edition, &found.promised, &found.received_at,
                           &found.submission, &found.receipt, &found.erased_on})
    *text = use->text(static_cast<int>(column++));
  use->bytes(11, found.tracking_key_digest);
  use->bytes(12, found.content_digest);
  found.events = events_of(reference);
  return std::optional{std::move(found)};
}

std::vector<KeptEvent> ComplaintRows::events_of(std::string_view reference) {
  std::vector<KeptEvent> events;
  Use const use{find_events_};
  use->bind(reference);
  while (use->step())
    events.push_back({use->text(0), use->text(1), use->text(2), use->text(3)});
  return events;
}

std::optional<KeptAct> ComplaintRows::find_act(std::string_view reference,
                                               std::string_view idempotency_key) {
  Use const use{find_act_};
  use->bind(reference).bind(idempotency_key);
  if (!use->step()) return std::optional<KeptAct>{};
  KeptAct act{{}, static_cast<std::size_t>(use->number(1))};
  use->bytes(0, act.content_digest);
  return std::optional{act};
}

static WorkRow work_row(Statement& row) {
  WorkRow found{row.text(0), row.text(1), row.text(2), row.text(3), {}};
  Overview& overview = found.overview;
  overview.status = row.text(4);
  overview.stage = static_cast<int>(row.number(5));
  overview.received_on = row.text(6);
  overview.next_event = row.text(7);
  overview.next_by = row.text(8);
  overview.waits_for_customer = row.number(9) == 0 ? Overview::Waits::no : Overview::Waits::yes;
  overview.officer = row.text(10);
  overview.finding = row.text(11);
  return found;
}

std::vector<WorkRow> ComplaintRows::work_list(WorkQuery const& query) {
  std::vector<WorkRow> rows;
  Use const use{query.brand.empty() ? list_all_ : list_brand_};
  use->bind(query.after_by).bind(query.after_reference);
  use->bind(static_cast<std::int64_t>(query.limit));
  if (!query.brand.empty()) use->bind(query.brand);
  while (use->step())
    rows.push_back(work_row(*use));
  return rows;
}

WorkCounts ComplaintRows::work_counts(std::string_view brand, std::string_view today,
                                      std::string_view soon_until) {
  Use const use{brand.empty() ? count_all_ : count_brand_};
  use->bind(today).bind(soon_until);
  if (!brand.empty()) use->bind(brand);
  if (!use->step()) return WorkCounts{};
  return WorkCounts{use->number(0), use->number(1), use->number(2), use->number(3)};
}

std::vector<std::string> ComplaintRows::audit_entries(std::string_view reference,
                                                      std::string_view act) {
  return texts(find_audit_, [&](Statement& query) { query.bind(reference).bind(act); });
}

std::vector<std::string> ComplaintRows::outdated_overviews(std::string_view policy_sha256,
                                                           std::string_view after,
                                                           std::size_t limit) {
  return texts(find_outdated_, [&](Statement& query) {
    query.bind(policy_sha256).bind(after).bind(static_cast<std::int64_t>(limit));
  });
}

std::vector<std::string> ComplaintRows::references(Overview::Open open, std::string_view after,
                                                   std::size_t limit) {
  return texts(find_by_state_, [&](Statement& query) {
    query.bind(after).bind(std::int64_t{open == Overview::Open::yes});
    query.bind(static_cast<std::int64_t>(limit));
  });
}

std::vector<std::string> ComplaintRows::attached_to(std::string_view reference) {
  return texts(find_attached_to_, [&](Statement& query) { query.bind(reference); });
}

bool ComplaintRows::is_attached(std::string_view sha256) {
  Use const use{find_attached_};
  return use->bind(sha256).step();
}

bool ComplaintRows::answers() {
  Use const use{ask_};
  return use->step() && use->number(0) > 0;
}

}  // namespace putright::store
