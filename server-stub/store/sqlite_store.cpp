#include "server-stub/store/sqlite_store.hpp"

#include <sqlite3.h>

#include "server-stub/limits.hpp"
#include "server-stub/store/notice_rows.hpp"
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_tables.hpp"
#include "shared/wire/audit.hpp"

namespace putright::store {
namespace {

using sqlite::Access;
using sqlite::Database;
using sqlite::SqliteError;
using sqlite::Statement;
using sqlite::Transaction;
using sqlite::Use;

// Whether an error is one arrival's own, and not the disk's or the file's.
bool is_about_one(int code) {
  int const primary = code & 0xFF;
  return primary == SQLITE_CONSTRAINT || primary == SQLITE_TOOBIG || primary == SQLITE_MISMATCH;
}

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

// What `reading` reads, or why it could not.
template <class Reading>
auto read(Reading reading) -> Outcome<decltype(reading()), Failure> {
  try {
    return reading();
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

// Rows after ?1 (a day) and ?2 (a reference), at most ?3; ?4 is a brand.
std::string work_list_query(std::string const& where) {
  return "SELECT reference, brand, kind, matter, status, stage, received_on, next_event, next_by, "
         "waits_for_customer, officer, finding FROM overviews WHERE " +
         where +
         "is_open = 1 AND (next_by, reference) > (?1, ?2) ORDER BY next_by, reference LIMIT ?3";
}

std::string work_counts_query(std::string const& where) {
  return "SELECT count(*), coalesce(sum(next_by < ?1), 0), "
         "coalesce(sum(next_by >= ?1 AND next_by <= ?2), 0), "
         "coalesce(sum(waits_for_customer), 0) FROM overviews WHERE is_open = 1" +
         where;
}

class SqliteStore : public Store {
 public:
  explicit SqliteStore(std::string const& path)
      : writing_(path, Access::write), reading_(path, Access::read) {
    set_up(writing_);
    writing_.wait_for_others(limits::kStoreTurnTime);
    writing_.run("PRAGMA synchronous = FULL");
    set_up(reading_);
    reading_.run("PRAGMA query_only = ON");
  }

  std::vector<KeepOutcome> keep(std::span<ToKeep const> arrivals) override;
  std::string last_failure() const override { return last_failure_; }
  Outcome<std::optional<KeptComplaint>, Failure> find(std::string_view reference) override;
  Outcome<std::optional<KeptAct>, Failure> find_act(std::string_view reference,
                                                    std::string_view idempotency_key) override;
  Outcome<std::vector<WorkRow>, Failure> work_list(WorkQuery const& query) override;
  Outcome<WorkCounts, Failure> work_counts(std::string_view brand, std::string_view today,
                                           std::string_view soon_until) override;
  Outcome<std::vector<std::string>, Failure> audit_entries(std::string_view reference,
                                                           std::string_view act) override;
  Outcome<std::vector<std::string>, Failure> outdated_overviews(std::string_view policy_sha256,
                                                                std::size_t limit) override;
  Outcome<std::vector<KeptNotice>, Failure> due_notices(std::string_view now,
                                                        std::size_t limit) override;
  Outcome<std::vector<KeptNotice>, Failure> notices_of(std::string_view reference) override;
  Outcome<std::vector<KeptNotice>, Failure> notices_by_hand(std::size_t limit) override;
  Outcome<NoticeCounts, Failure> notice_counts() override;
  Outcome<bool, Failure> is_attached(std::string_view sha256) override;
  bool reachable() override;

 private:
  std::vector<KeepOutcome> keep_together(std::span<ToKeep const> arrivals);
  KeepOutcome keep_alone(ToKeep const& arrival);
  KeepOutcome tell_before(ToKeep const& arrival);
  KeepOutcome keep_one(NewComplaint const& complaint);
  KeepOutcome keep_one(NewEvent const& event);
  KeepOutcome keep_one(NewAuditEntry const& entry);
  KeepOutcome keep_one(NewOverview const& overview);
  KeepOutcome keep_one(NoticeLease const& lease);
  KeepOutcome keep_one(NoticeOutcome const& outcome);
  std::optional<KeepOutcome> kept_before(NewComplaint const& complaint);
  std::optional<KeepOutcome> kept_before(NewEvent const& event);
  // Of all else nothing is known from before.
  template <class Other>
  std::optional<KeepOutcome> kept_before(Other const&) {
    return std::nullopt;
  }
  bool insert(NewComplaint const& complaint);
  void insert(std::string_view reference, std::size_t position, KeptEvent const& event);
  void insert_act(NewEvent const& event);
  void insert(NewAuditEntry const& entry);
  void put(std::string_view reference, Overview const& overview);
  void attach(std::string_view reference, std::string_view sha256);
  std::size_t count_events(std::string_view reference);
  std::vector<KeptEvent> events_of(std::string_view reference);

  Database writing_;
  Database reading_;
  std::string last_failure_;
  Statement find_key_{writing_,
                      "SELECT content_sha256, tracking_key_sha256, answer FROM complaints WHERE "
                      "idempotency_key = ?"};
  Statement insert_complaint_{
      writing_,
      "INSERT INTO complaints(reference, idempotency_key, content_sha256, "
      "tracking_key_sha256, brand, kind, matter, relationship, edition, promised, "
      "received_at, submission, receipt, answer) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Statement insert_event_{
      writing_,
      "INSERT INTO events(reference, position, type, at, body, promised) VALUES (?, ?, ?, ?, ?, "
      "?)"};
  Statement count_events_{writing_, "SELECT count(*) FROM events WHERE reference = ?"};
  Statement check_act_{
      writing_, "SELECT content_sha256 FROM acts WHERE reference = ? AND idempotency_key = ?"};
  Statement insert_act_{
      writing_,
      "INSERT INTO acts(reference, idempotency_key, content_sha256, events) VALUES (?, ?, ?, ?)"};
  Statement attach_{writing_, "INSERT OR IGNORE INTO attached(sha256, reference) VALUES (?, ?)"};
  Statement find_reference_{
      reading_,
      "SELECT reference, tracking_key_sha256, brand, kind, matter, relationship, edition, "
      "promised, received_at, submission, receipt, content_sha256, (SELECT erased_on FROM erasures "
      "WHERE erasures.reference = complaints.reference) FROM complaints WHERE reference = ?"};
  Statement find_events_{reading_,
                         "SELECT type, at, body, promised FROM events WHERE reference = ? ORDER BY "
                         "position"};
  Statement find_act_{
      reading_,
      "SELECT content_sha256, events FROM acts WHERE reference = ? AND idempotency_key = ?"};
  Statement find_attached_{reading_, "SELECT 1 FROM attached WHERE sha256 = ? LIMIT 1"};
  Statement last_audit_{writing_,
                        "SELECT position, digest FROM audit ORDER BY position DESC LIMIT 1"};
  Statement insert_audit_{
      writing_,
      "INSERT INTO audit(position, reference, act, entry, digest) VALUES (?, ?, ?, ?, ?)"};
  Statement put_overview_{
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
  Statement clear_deadlines_{writing_, "DELETE FROM deadlines WHERE reference = ?"};
  Statement put_deadline_{
      writing_,
      "INSERT INTO deadlines(reference, id, promised_on, due_on, met_on) VALUES (?, ?, ?, ?, ?)"};
  Statement list_all_{reading_, work_list_query("")};
  Statement list_brand_{reading_, work_list_query("brand = ?4 AND ")};
  Statement count_all_{reading_, work_counts_query("")};
  Statement count_brand_{reading_, work_counts_query(" AND brand = ?3")};
  Statement find_audit_{
      reading_, "SELECT entry FROM audit WHERE reference = ? AND act = ? ORDER BY position"};
  Statement find_outdated_{
      reading_,
      "SELECT reference FROM complaints WHERE NOT EXISTS (SELECT 1 FROM overviews WHERE "
      "overviews.reference = complaints.reference AND policy_sha256 = ?) LIMIT ?"};
  NoticeRows notices_{writing_, reading_};
  Statement ask_{reading_, "SELECT count(*) FROM sqlite_schema"};
};

std::vector<KeepOutcome> SqliteStore::keep(std::span<ToKeep const> arrivals) {
  last_failure_.clear();
  bool one_spoilt_it = false;
  try {
    return keep_together(arrivals);
  } catch (SqliteError const& error) {
    last_failure_ = error.what();
    one_spoilt_it = is_about_one(error.code());
  }
  // Nothing of the group was kept. When one of them is to blame, each has its own try.
  std::vector<KeepOutcome> outcomes;
  for (auto const& arrival : arrivals) {
    outcomes.push_back(one_spoilt_it ? keep_alone(arrival) : tell_before(arrival));
  }
  return outcomes;
}

std::vector<KeepOutcome> SqliteStore::keep_together(std::span<ToKeep const> arrivals) {
  std::vector<KeepOutcome> outcomes;
  Transaction transaction{writing_};
  for (auto const& arrival : arrivals)
    outcomes.push_back(std::visit([this](auto const& one) { return keep_one(one); }, arrival));
  transaction.commit();
  return outcomes;
}

KeepOutcome SqliteStore::keep_alone(ToKeep const& arrival) {
  try {
    return keep_together(std::span{&arrival, 1}).front();
  } catch (SqliteError const& error) {
    last_failure_ = error.what();
  }
  return tell_before(arrival);
}

// What was kept earlier can be told even when nothing new can be written.
KeepOutcome SqliteStore::tell_before(ToKeep const& arrival) {
  try {
    return std::visit([this](auto const& one) { return kept_before(one); }, arrival)
        .value_or(KeepOutcome{});
  } catch (SqliteError const& error) {
    last_failure_ = error.what();
    return {};
  }
}

KeepOutcome SqliteStore::keep_one(NewComplaint const& complaint) {
  if (auto before = kept_before(complaint)) return *before;
  if (!insert(complaint)) return {Keeping::reference_taken};
  return {Keeping::kept, complaint.answer, complaint.tracking_key_digest};
}

KeepOutcome SqliteStore::keep_one(NewEvent const& event) {
  if (auto before = kept_before(event)) return *before;
  if (count_events(event.reference) != event.after) return {Keeping::overtaken};
  insert(event.reference, event.after, event.event);
  insert_act(event);
  put(event.reference, event.overview);
  insert(event.audit);
  for (auto const& notice : event.notices)
    notices_.insert(event.reference, event.after, notice);
  return {Keeping::kept};
}

KeepOutcome SqliteStore::keep_one(NewAuditEntry const& entry) {
  insert(entry);
  return {Keeping::kept};
}

KeepOutcome SqliteStore::keep_one(NewOverview const& overview) {
  if (count_events(overview.reference) != overview.events) return {Keeping::overtaken};
  put(overview.reference, overview.overview);
  return {Keeping::kept};
}

KeepOutcome SqliteStore::keep_one(NoticeLease const& lease) {
  return {notices_.lease(lease) ? Keeping::kept : Keeping::overtaken};
}

KeepOutcome SqliteStore::keep_one(NoticeOutcome const& outcome) {
  if (!notices_.put(outcome)) return {Keeping::overtaken};
  if (outcome.audit) insert(*outcome.audit);
  return {Keeping::kept};
}

std::optional<KeepOutcome> SqliteStore::kept_before(NewComplaint const& complaint) {
  Use const use{find_key_};
  use->bind(complaint.idempotency_key);
  if (!use->step()) return std::nullopt;
  Digest content{};
  use->bytes(0, content);
  if (content != complaint.content_digest) return KeepOutcome{Keeping::key_reused};
  KeepOutcome outcome{Keeping::repeated, use->text(2)};
  use->bytes(1, outcome.tracking_key_digest);
  return outcome;
}

std::optional<KeepOutcome> SqliteStore::kept_before(NewEvent const& event) {
  Use const use{check_act_};
  use->bind(event.reference).bind(event.idempotency_key);
  if (!use->step()) return std::nullopt;
  Digest content{};
  use->bytes(0, content);
  return KeepOutcome{content == event.content_digest ? Keeping::repeated : Keeping::key_reused};
}

// False when the reference is taken.
bool SqliteStore::insert(NewComplaint const& complaint) {
  std::string const received_at = format_instant(complaint.received_at);
  {
    Use const use{insert_complaint_};
    use->bind(complaint.reference).bind(complaint.idempotency_key);
    use->bind(std::span{complaint.content_digest}).bind(std::span{complaint.tracking_key_digest});
    use->bind(complaint.brand)
        .bind(complaint.kind)
        .bind(complaint.matter)
        .bind(complaint.relationship);
    use->bind(complaint.edition).bind(complaint.promised).bind(received_at);
    use->bind(complaint.submission).bind(complaint.receipt).bind(complaint.answer);
    try {
      use->step();
    } catch (SqliteError const& error) {
      if (error.code() == SQLITE_CONSTRAINT_PRIMARYKEY) return false;
      throw;
    }
  }
  for (std::size_t position = 0; position < complaint.events.size(); ++position)
    insert(complaint.reference, position, complaint.events[position]);
  for (auto const& sha256 : complaint.attachments)
    attach(complaint.reference, sha256);
  put(complaint.reference, complaint.overview);
  insert(complaint.audit);
  for (auto const& notice : complaint.notices)
    notices_.insert(complaint.reference, 0, notice);
  return true;
}

void SqliteStore::insert(std::string_view reference, std::size_t position, KeptEvent const& event) {
  Use const use{insert_event_};
  use->bind(reference).bind(static_cast<std::int64_t>(position));
  use->bind(event.type).bind(event.at).bind(event.body).bind(event.promised);
  use->step();
}

void SqliteStore::insert_act(NewEvent const& event) {
  Use const use{insert_act_};
  use->bind(event.reference).bind(event.idempotency_key).bind(std::span{event.content_digest});
  use->bind(static_cast<std::int64_t>(event.after + 1));
  use->step();
}

// Within a transaction: nobody else adds an entry between the reading and the writing.
void SqliteStore::insert(NewAuditEntry const& entry) {
  std::int64_t position = 0;
  std::string previous;
  {
    Use const last{last_audit_};
    if (last->step()) {
      position = last->number(0);
      previous = last->text(1);
    }
  }
  std::string const digest = audit_digest(previous, entry.entry, digest_text);
  Use const use{insert_audit_};
  use->bind(position + 1).bind(entry.reference).bind(entry.act).bind(entry.entry).bind(digest);
  use->step();
}

void SqliteStore::put(std::string_view reference, Overview const& overview) {
  {
    Use const use{put_overview_};
    use->bind(overview.status).bind(std::int64_t{overview.stage});
    use->bind(std::int64_t{overview.open == Overview::Open::yes}).bind(overview.received_on);
    use->bind(overview.next_event).bind(overview.next_by);
    use->bind(std::int64_t{overview.waits_for_customer == Overview::Waits::yes});
    use->bind(overview.officer).bind(overview.finding);
    use->bind(std::int64_t{overview.actions_outstanding}).bind(overview.policy_sha256);
    use->bind(reference).step();
  }
  {
    Use const use{clear_deadlines_};
    use->bind(reference).step();
  }
  for (auto const& deadline : overview.deadlines) {
    Use const use{put_deadline_};
    use->bind(reference).bind(deadline.id).bind(deadline.promised_on);
    use->bind(deadline.due_on).bind(deadline.met_on).step();
  }
}

void SqliteStore::attach(std::string_view reference, std::string_view sha256) {
  Use const use{attach_};
  use->bind(sha256).bind(reference);
  use->step();
}

std::size_t SqliteStore::count_events(std::string_view reference) {
  Use const use{count_events_};
  use->bind(reference);
  return use->step() ? static_cast<std::size_t>(use->number(0)) : 0;
}

Outcome<std::optional<KeptComplaint>, Failure> SqliteStore::find(std::string_view reference) {
  try {
    Use const use{find_reference_};
    use->bind(reference);
    if (!use->step()) return std::optional<KeptComplaint>{};
    KeptComplaint found{use->text(0),
                        {},
                        use->text(2),
                        use->text(3),
                        use->text(4),
                        use->text(5),
                        use->text(6),
                        use->text(7),
                        use->text(8),
                        use->text(9),
                        use->text(10),
                        {},
                        {},
                        {}};
    use->bytes(1, found.tracking_key_digest);
    use->bytes(11, found.content_digest);
    found.erased_on = use->text(12);
    found.events = events_of(reference);
    return std::optional{std::move(found)};
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

std::vector<KeptEvent> SqliteStore::events_of(std::string_view reference) {
  std::vector<KeptEvent> events;
  Use const use{find_events_};
  use->bind(reference);
  while (use->step())
    events.push_back({use->text(0), use->text(1), use->text(2), use->text(3)});
  return events;
}

Outcome<std::optional<KeptAct>, Failure> SqliteStore::find_act(std::string_view reference,
                                                               std::string_view idempotency_key) {
  try {
    Use const use{find_act_};
    use->bind(reference).bind(idempotency_key);
    if (!use->step()) return std::optional<KeptAct>{};
    KeptAct act{{}, static_cast<std::size_t>(use->number(1))};
    use->bytes(0, act.content_digest);
    return std::optional{act};
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
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

Outcome<std::vector<WorkRow>, Failure> SqliteStore::work_list(WorkQuery const& query) {
  try {
    std::vector<WorkRow> rows;
    Use const use{query.brand.empty() ? list_all_ : list_brand_};
    use->bind(query.after_by).bind(query.after_reference);
    use->bind(static_cast<std::int64_t>(query.limit));
    if (!query.brand.empty()) use->bind(query.brand);
    while (use->step())
      rows.push_back(work_row(*use));
    return rows;
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

Outcome<WorkCounts, Failure> SqliteStore::work_counts(std::string_view brand,
                                                      std::string_view today,
                                                      std::string_view soon_until) {
  try {
    Use const use{brand.empty() ? count_all_ : count_brand_};
    use->bind(today).bind(soon_until);
    if (!brand.empty()) use->bind(brand);
    if (!use->step()) return WorkCounts{};
    return WorkCounts{use->number(0), use->number(1), use->number(2), use->number(3)};
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

Outcome<std::vector<std::string>, Failure> SqliteStore::audit_entries(std::string_view reference,
                                                                      std::string_view act) {
  try {
    return texts(find_audit_, [&](Statement& query) { query.bind(reference).bind(act); });
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

Outcome<std::vector<std::string>, Failure> SqliteStore::outdated_overviews(
    std::string_view policy_sha256, std::size_t limit) {
  try {
    return texts(find_outdated_, [&](Statement& query) {
      query.bind(policy_sha256).bind(static_cast<std::int64_t>(limit));
    });
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

Outcome<std::vector<KeptNotice>, Failure> SqliteStore::due_notices(std::string_view now,
                                                                   std::size_t limit) {
  return read([&] { return notices_.due(now, limit); });
}

Outcome<std::vector<KeptNotice>, Failure> SqliteStore::notices_of(std::string_view reference) {
  return read([&] { return notices_.of(reference); });
}

Outcome<std::vector<KeptNotice>, Failure> SqliteStore::notices_by_hand(std::size_t limit) {
  return read([&] { return notices_.by_hand(limit); });
}

Outcome<NoticeCounts, Failure> SqliteStore::notice_counts() {
  return read([&] { return notices_.counts(); });
}

Outcome<bool, Failure> SqliteStore::is_attached(std::string_view sha256) {
  try {
    Use const use{find_attached_};
    use->bind(sha256);
    return use->step();
  } catch (SqliteError const& error) {
    return Failure{error.what()};
  }
}

bool SqliteStore::reachable() {
  try {
    Use const use{ask_};
    return use->step() && use->number(0) > 0;
  } catch (SqliteError const&) {
    return false;
  }
}

// A file too damaged to be asked what is wrong with it.
std::string words_for(SqliteError const& error) {
  int const primary = error.code() & 0xFF;
  bool const damaged = primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
  return damaged ? std::string{kDamaged} : error.what();
}

}  // namespace

Outcome<std::unique_ptr<Store>, Failure> open_sqlite_store(std::string const& path) {
  try {
    {
      Database database{path, Access::write};
      set_up(database);
      database.run("PRAGMA journal_mode = WAL");
      std::string wrong = stranger(database);
      if (wrong.empty()) wrong = damage(database, Checking::quick);
      if (!wrong.empty()) return Failure{"the store " + path + " cannot be used: " + wrong};
      migrate(database);
    }
    return std::unique_ptr<Store>{std::make_unique<SqliteStore>(path)};
  } catch (SqliteError const& error) {
    return Failure{"the store " + path + " cannot be used: " + words_for(error)};
  }
}

}  // namespace putright::store
