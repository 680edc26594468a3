#include "server-stub/store/sql_store.hpp"

#include "server-stub/store/change_rows.hpp"
#include "server-stub/store/notice_rows.hpp"
#include "server-stub/store/sql_erasing.hpp"
#include "server-stub/store/sql_reading.hpp"
#include "shared/wire/audit.hpp"

namespace putright::store {
namespace {

using sql::SqlError;
using sql::Statement;
using sql::Transaction;
using sql::Use;

// The end of the audit log in this transaction: nobody else adds an entry until that is over.
struct LastAudit {
  std::int64_t position = 0;
  std::string digest;
};

class SqlStore : public SqlReading {
 public:
  SqlStore(std::unique_ptr<sql::Connection> writing, std::unique_ptr<sql::Connection> reading)
      : SqlReading(std::move(reading)), writes_(std::move(writing)) {}

  std::vector<KeepOutcome> keep(std::span<ToKeep const> arrivals) override;
  std::string last_failure() const override { return last_failure_; }
  void forget_replaced() override;
  Outcome<std::vector<KeptNotice>, Failure> due_notices(std::string_view now,
                                                        std::size_t limit) override {
    return read([&] { return notices_.due(now, limit); });
  }
  Outcome<std::vector<KeptNotice>, Failure> notices_of(std::string_view reference) override {
    return read([&] { return notices_.of(reference); });
  }
  Outcome<std::vector<HandNotice>, Failure> notices_by_hand(HandQuery const& query) override {
    return read([&] { return notices_.by_hand(query); });
  }
  Outcome<NoticeCounts, Failure> notice_counts() override {
    return read([&] { return notices_.counts(); });
  }
  Outcome<std::vector<PublishedChange>, Failure> published_changes(std::string_view brand,
                                                                   std::size_t limit) override {
    return read([&] { return changes_.published(brand, limit); });
  }

 private:
  std::vector<KeepOutcome> keep_together(std::span<ToKeep const> arrivals);
  KeepOutcome keep_alone(ToKeep const& arrival);
  KeepOutcome tell_before(ToKeep const& arrival);
  KeepOutcome keep_one(NewComplaint const& complaint);
  KeepOutcome keep_one(NewEvent const& event);
  KeepOutcome keep_one(NewAuditEntry const& entry);
  KeepOutcome keep_one(NewOverview const& overview);
  KeepOutcome keep_one(NewErasure const& erasure);
  KeepOutcome keep_one(NewDates const& dates);
  KeepOutcome keep_one(NewChange const& change);
  KeepOutcome keep_one(ChangeTakenBack const& change);
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
  void read_last_audit();
  void put(std::string_view reference, Overview const& overview);
  void tell(Statement& statement, std::string_view reference, std::string_view dates);
  void replace(std::string_view reference, Overview const& overview);
  void attach(std::string_view reference, std::string_view sha256);
  std::size_t count_events(std::string_view reference);

  std::unique_ptr<sql::Connection> writes_;
  sql::Connection& writing_ = *writes_;
  std::string last_failure_;
  std::optional<LastAudit> last_audit_entry_;
  Statement find_key_{writing_,
                      "SELECT content_sha256, tracking_key_sha256, answer FROM complaints WHERE "
                      "idempotency_key = ?"};
  Statement insert_complaint_{
      writing_,
      "INSERT INTO complaints(reference, idempotency_key, content_sha256, "
      "tracking_key_sha256, brand, kind, matter, relationship, edition, promised, "
      "received_at, submission, receipt, answer) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(reference) DO NOTHING "
      "RETURNING 1"};
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
  Statement attach_{writing_,
                    "INSERT INTO attached(sha256, reference) VALUES (?, ?) ON CONFLICT DO NOTHING"};
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
  Statement tell_dates_{
      writing_,
      "INSERT INTO dates_told(reference, dates) VALUES (?, ?) ON CONFLICT(reference) DO UPDATE SET "
      "dates = excluded.dates"};
  Statement tell_dates_first_{
      writing_, "INSERT INTO dates_told(reference, dates) VALUES (?, ?) ON CONFLICT DO NOTHING"};
  Statement change_dates_{
      writing_,
      "UPDATE dates_told SET dates = ? WHERE reference = ? AND dates = ? AND EXISTS (SELECT 1 FROM "
      "overviews WHERE overviews.reference = dates_told.reference AND policy_sha256 = ?) RETURNING "
      "1"};
  Eraser eraser_{writing_};
  NoticeRows notices_{writing_, reading()};
  ChangeRows changes_{writing_, reading()};
};

std::vector<KeepOutcome> SqlStore::keep(std::span<ToKeep const> arrivals) {
  last_failure_.clear();
  bool one_spoilt_it = false;
  try {
    return keep_together(arrivals);
  } catch (SqlError const& error) {
    last_failure_ = error.what();
    one_spoilt_it = error.about() == sql::About::one_arrival;
  }
  // Nothing of the group was kept. When one of them is to blame, each has its own try.
  std::vector<KeepOutcome> outcomes;
  for (auto const& arrival : arrivals) {
    outcomes.push_back(one_spoilt_it ? keep_alone(arrival) : tell_before(arrival));
  }
  return outcomes;
}

std::vector<KeepOutcome> SqlStore::keep_together(std::span<ToKeep const> arrivals) {
  std::vector<KeepOutcome> outcomes;
  Transaction transaction{writing_};
  last_audit_entry_.reset();
  for (auto const& arrival : arrivals)
    outcomes.push_back(std::visit([this](auto const& one) { return keep_one(one); }, arrival));
  transaction.commit();
  return outcomes;
}

KeepOutcome SqlStore::keep_alone(ToKeep const& arrival) {
  try {
    return keep_together(std::span{&arrival, 1}).front();
  } catch (SqlError const& error) {
    last_failure_ = error.what();
  }
  return tell_before(arrival);
}

// What was kept earlier can be told even when nothing new can be written.
KeepOutcome SqlStore::tell_before(ToKeep const& arrival) {
  try {
    return std::visit([this](auto const& one) { return kept_before(one); }, arrival)
        .value_or(KeepOutcome{});
  } catch (SqlError const& error) {
    last_failure_ = error.what();
    return {};
  }
}

KeepOutcome SqlStore::keep_one(NewComplaint const& complaint) {
  if (auto before = kept_before(complaint)) return *before;
  if (!insert(complaint)) return {Keeping::reference_taken};
  return {Keeping::kept, complaint.answer, complaint.tracking_key_digest};
}

KeepOutcome SqlStore::keep_one(NewEvent const& event) {
  if (auto before = kept_before(event)) return *before;
  if (count_events(event.reference) != event.after) return {Keeping::overtaken};
  insert(event.reference, event.after, event.event);
  insert_act(event);
  replace(event.reference, event.overview);
  tell(tell_dates_, event.reference, event.overview.dates_read);
  insert(event.audit);
  for (auto const& notice : event.notices)
    notices_.insert(event.reference, event.after, notice);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(NewAuditEntry const& entry) {
  insert(entry);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(NewOverview const& overview) {
  if (count_events(overview.reference) != overview.events) return {Keeping::overtaken};
  replace(overview.reference, overview.overview);
  // A new policy file tells nobody anything: what they were told stays.
  tell(tell_dates_first_, overview.reference, overview.overview.dates_read);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(NewDates const& dates) {
  if (dates.events == 0 || count_events(dates.reference) != dates.events)
    return {Keeping::overtaken};
  {
    Use const use{change_dates_};
    use->bind(dates.dates_read).bind(dates.reference).bind(dates.told).bind(dates.policy_sha256);
    if (!use->step()) return {Keeping::overtaken};
  }
  insert(dates.audit);
  for (auto const& notice : dates.notices)
    notices_.insert(dates.reference, dates.events - 1, notice);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(NewErasure const& erasure) {
  if (eraser_.erased(erasure.reference)) return {Keeping::repeated};
  if (count_events(erasure.reference) != erasure.bodies.size()) return {Keeping::overtaken};
  eraser_.erase(erasure);
  insert(erasure.audit);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(NewChange const& change) {
  if (!changes_.insert(change.change)) return {Keeping::repeated};
  insert(change.audit);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(ChangeTakenBack const& change) {
  if (!changes_.take_back(change)) return {Keeping::repeated};
  insert(change.audit);
  return {Keeping::kept};
}

KeepOutcome SqlStore::keep_one(NoticeLease const& lease) {
  return {notices_.lease(lease) ? Keeping::kept : Keeping::overtaken};
}

KeepOutcome SqlStore::keep_one(NoticeOutcome const& outcome) {
  if (!notices_.put(outcome)) return {Keeping::overtaken};
  if (outcome.audit) insert(*outcome.audit);
  return {Keeping::kept};
}

std::optional<KeepOutcome> SqlStore::kept_before(NewComplaint const& complaint) {
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

std::optional<KeepOutcome> SqlStore::kept_before(NewEvent const& event) {
  Use const use{check_act_};
  use->bind(event.reference).bind(event.idempotency_key);
  if (!use->step()) return std::nullopt;
  Digest content{};
  use->bytes(0, content);
  return KeepOutcome{content == event.content_digest ? Keeping::repeated : Keeping::key_reused};
}

// False when the reference is taken.
bool SqlStore::insert(NewComplaint const& complaint) {
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
    if (!use->step()) return false;
  }
  for (std::size_t position = 0; position < complaint.events.size(); ++position)
    insert(complaint.reference, position, complaint.events[position]);
  for (auto const& sha256 : complaint.attachments)
    attach(complaint.reference, sha256);
  put(complaint.reference, complaint.overview);
  tell(tell_dates_, complaint.reference, complaint.overview.dates_read);
  insert(complaint.audit);
  for (auto const& notice : complaint.notices)
    notices_.insert(complaint.reference, 0, notice);
  return true;
}

void SqlStore::insert(std::string_view reference, std::size_t position, KeptEvent const& event) {
  Use const use{insert_event_};
  use->bind(reference).bind(static_cast<std::int64_t>(position));
  use->bind(event.type).bind(event.at).bind(event.body).bind(event.promised);
  use->step();
}

void SqlStore::insert_act(NewEvent const& event) {
  Use const use{insert_act_};
  use->bind(event.reference).bind(event.idempotency_key).bind(std::span{event.content_digest});
  use->bind(static_cast<std::int64_t>(event.after + 1));
  use->step();
}

void SqlStore::read_last_audit() {
  last_audit_entry_.emplace();
  Use const last{last_audit_};
  if (last->step()) *last_audit_entry_ = {last->number(0), last->text(1)};
}

void SqlStore::insert(NewAuditEntry const& entry) {
  if (!last_audit_entry_) read_last_audit();
  auto& [position, digest] = *last_audit_entry_;
  ++position;
  digest = audit_digest(digest, entry.entry, digest_text);
  Use const use{insert_audit_};
  use->bind(position).bind(entry.reference).bind(entry.act).bind(entry.entry).bind(digest);
  use->step();
}

void SqlStore::put(std::string_view reference, Overview const& overview) {
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
  for (auto const& deadline : overview.deadlines) {
    Use const use{put_deadline_};
    use->bind(reference).bind(deadline.id).bind(deadline.promised_on);
    use->bind(deadline.due_on).bind(deadline.met_on).step();
  }
}

void SqlStore::tell(Statement& statement, std::string_view reference, std::string_view dates) {
  Use const use{statement};
  use->bind(reference).bind(dates).step();
}

// The deadlines from before go first.
void SqlStore::replace(std::string_view reference, Overview const& overview) {
  {
    Use const use{clear_deadlines_};
    use->bind(reference).step();
  }
  put(reference, overview);
}

void SqlStore::forget_replaced() {
  try {
    writing_.forget_replaced();
  } catch (SqlError const& error) {
    last_failure_ = error.what();
  }
}

void SqlStore::attach(std::string_view reference, std::string_view sha256) {
  Use const use{attach_};
  use->bind(sha256).bind(reference);
  use->step();
}

std::size_t SqlStore::count_events(std::string_view reference) {
  Use const use{count_events_};
  use->bind(reference);
  return use->step() ? static_cast<std::size_t>(use->number(0)) : 0;
}

}  // namespace

std::unique_ptr<Store> make_sql_store(std::unique_ptr<sql::Connection> writing,
                                      std::unique_ptr<sql::Connection> reading) {
  return std::make_unique<SqlStore>(std::move(writing), std::move(reading));
}

}  // namespace putright::store
