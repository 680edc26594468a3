#include "server-stub/store/sql_reading.hpp"

namespace putright::store {
namespace {

using sql::SqlError;
using sql::Statement;
using sql::Use;

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

// Rows after ?1 (a day) and ?2 (a reference), at most ?3; ?4 is a brand.
std::string work_list_query(std::string const& where) {
  return "SELECT reference, brand, kind, matter, status, stage, received_on, next_event, next_by, "
         "waits_for_customer, officer, finding FROM overviews WHERE " +
         where +
         "is_open = 1 AND (next_by, reference) > (?1, ?2) ORDER BY next_by, reference LIMIT ?3";
}

std::string work_counts_query(std::string const& where) {
  return "SELECT count(*), count(*) FILTER (WHERE next_by < ?1), "
         "count(*) FILTER (WHERE next_by >= ?1 AND next_by <= ?2), "
         "count(*) FILTER (WHERE waits_for_customer = 1) FROM overviews WHERE is_open = 1" +
         where;
}

WorkRow work_row(Statement& row) {
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

}  // namespace

SqlReading::SqlReading(std::unique_ptr<sql::Connection> reading)
    : reads_(std::move(reading)),
      find_reference_(
          *reads_,
          "SELECT reference, tracking_key_sha256, brand, kind, matter, relationship, edition, "
          "promised, received_at, submission, receipt, content_sha256, (SELECT erased_on FROM "
          "erasures WHERE erasures.reference = complaints.reference), (SELECT dates FROM "
          "dates_told WHERE dates_told.reference = complaints.reference) FROM complaints WHERE "
          "reference = ?"),
      find_events_(*reads_,
                   "SELECT type, at, body, promised FROM events WHERE reference = ? ORDER BY "
                   "position"),
      find_act_(
          *reads_,
          "SELECT content_sha256, events FROM acts WHERE reference = ? AND idempotency_key = ?"),
      find_attached_(*reads_, "SELECT 1 FROM attached WHERE sha256 = ? LIMIT 1"),
      list_all_(*reads_, work_list_query("")),
      list_brand_(*reads_, work_list_query("brand = ?4 AND ")),
      count_all_(*reads_, work_counts_query("")),
      count_brand_(*reads_, work_counts_query(" AND brand = ?3")),
      find_audit_(*reads_,
                  "SELECT entry FROM audit WHERE reference = ? AND act = ? ORDER BY position"),
      find_outdated_(
          *reads_,
          "SELECT reference FROM complaints WHERE reference > ?2 AND NOT EXISTS (SELECT 1 FROM "
          "overviews WHERE overviews.reference = complaints.reference AND policy_sha256 = ?1) "
          "ORDER BY reference LIMIT ?3"),
      find_by_state_(
          *reads_,
          "SELECT reference FROM overviews WHERE reference > ?1 AND is_open = ?2 AND NOT EXISTS "
          "(SELECT 1 FROM erasures WHERE erasures.reference = overviews.reference) ORDER BY "
          "reference LIMIT ?3"),
      find_attached_to_(*reads_, "SELECT sha256 FROM attached WHERE reference = ? ORDER BY sha256"),
      report_(*reads_),
      ask_(*reads_, "SELECT count(*) FROM complaints WHERE reference = ''") {}

Outcome<std::optional<KeptComplaint>, Failure> SqlReading::find(std::string_view reference) {
  try {
    Use const use{find_reference_};
    use->bind(reference);
    if (!use->step()) return std::optional<KeptComplaint>{};
    KeptComplaint found;
    found.reference = use->text(0);
    use->bytes(1, found.tracking_key_digest);
    found.brand = use->text(2);
    found.kind = use->text(3);
    found.matter = use->text(4);
    found.relationship = use->text(5);
    found.edition = use->text(6);
    found.promised = use->text(7);
    found.received_at = use->text(8);
    found.submission = use->text(9);
    found.receipt = use->text(10);
    use->bytes(11, found.content_digest);
    found.erased_on = use->text(12);
    found.dates_told = use->text(13);
    found.events = events_of(reference);
    return std::optional{std::move(found)};
  } catch (SqlError const& error) {
    return Failure{error.what()};
  }
}

std::vector<KeptEvent> SqlReading::events_of(std::string_view reference) {
  std::vector<KeptEvent> events;
  Use const use{find_events_};
  use->bind(reference);
  while (use->step())
    events.push_back({use->text(0), use->text(1), use->text(2), use->text(3)});
  return events;
}

Outcome<std::optional<KeptAct>, Failure> SqlReading::find_act(std::string_view reference,
                                                              std::string_view idempotency_key) {
  try {
    Use const use{find_act_};
    use->bind(reference).bind(idempotency_key);
    if (!use->step()) return std::optional<KeptAct>{};
    KeptAct act{{}, static_cast<std::size_t>(use->number(1))};
    use->bytes(0, act.content_digest);
    return std::optional{act};
  } catch (SqlError const& error) {
    return Failure{error.what()};
  }
}

Outcome<std::vector<WorkRow>, Failure> SqlReading::work_list(WorkQuery const& query) {
  try {
    std::vector<WorkRow> rows;
    Use const use{query.brand.empty() ? list_all_ : list_brand_};
    use->bind(query.after_by).bind(query.after_reference);
    use->bind(static_cast<std::int64_t>(query.limit));
    if (!query.brand.empty()) use->bind(query.brand);
    while (use->step())
      rows.push_back(work_row(*use));
    return rows;
  } catch (SqlError const& error) {
    return Failure{error.what()};
  }
}

Outcome<WorkCounts, Failure> SqlReading::work_counts(std::string_view brand, std::string_view today,
                                                     std::string_view soon_until) {
  try {
    Use const use{brand.empty() ? count_all_ : count_brand_};
    use->bind(today).bind(soon_until);
    if (!brand.empty()) use->bind(brand);
    if (!use->step()) return WorkCounts{};
    return WorkCounts{use->number(0), use->number(1), use->number(2), use->number(3)};
  } catch (SqlError const& error) {
    return Failure{error.what()};
  }
}

Outcome<std::vector<std::string>, Failure> SqlReading::audit_entries(std::string_view reference,
                                                                     std::string_view act) {
  try {
    return texts(find_audit_, [&](Statement& query) { query.bind(reference).bind(act); });
  } catch (SqlError const& error) {
    return Failure{error.what()};
  }
}

Outcome<std::vector<std::string>, Failure> SqlReading::outdated_overviews(
    std::string_view policy_sha256, std::string_view after, std::size_t limit) {
  return read([&] {
    return texts(find_outdated_, [&](Statement& query) {
      query.bind(policy_sha256).bind(after).bind(static_cast<std::int64_t>(limit));
    });
  });
}

Outcome<std::vector<std::string>, Failure> SqlReading::references(Overview::Open open,
                                                                  std::string_view after,
                                                                  std::size_t limit) {
  return read([&] {
    return texts(find_by_state_, [&](Statement& query) {
      query.bind(after).bind(std::int64_t{open == Overview::Open::yes});
      query.bind(static_cast<std::int64_t>(limit));
    });
  });
}

Outcome<ReportRows, Failure> SqlReading::report(ReportQuery const& query) {
  return read([&] { return report_.read(query); });
}

Outcome<std::vector<std::string>, Failure> SqlReading::attached_to(std::string_view reference) {
  return read(
      [&] { return texts(find_attached_to_, [&](Statement& query) { query.bind(reference); }); });
}

Outcome<bool, Failure> SqlReading::is_attached(std::string_view sha256) {
  try {
    Use const use{find_attached_};
    use->bind(sha256);
    return use->step();
  } catch (SqlError const& error) {
    return Failure{error.what()};
  }
}

bool SqlReading::reachable() {
  try {
    Use const use{ask_};
    return use->step();
  } catch (SqlError const&) {
    return false;
  }
}

}  // namespace putright::store
