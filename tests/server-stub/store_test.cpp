#include <filesystem>
#include <future>
#include <mutex>

#include <doctest/doctest.h>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_store.hpp"
#include "server-stub/store/writer.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright::store {
namespace {

using support::TemporaryFolder;

NewComplaint sample(std::string const& number, std::string const& content = "same") {
  REQUIRE(start_sodium());
  NewComplaint complaint;
  complaint.reference = "HP-" + number;
  complaint.idempotency_key = "key-" + number;
  complaint.content_digest = sha256(content);
  complaint.tracking_key_digest = sha256("tracking " + number);
  complaint.brand = "homes-plus";
  complaint.kind = "complaint";
  complaint.edition = "group-v2-mar24";
  complaint.promised = "[]";
  complaint.received_at = parse_instant("2026-03-26T09:00:00Z").value();
  complaint.submission = "{}";
  complaint.receipt = "receipt " + number;
  complaint.answer = "answer " + number;
  complaint.events.push_back({"submitted", "2026-03-26T09:00:00Z", "{}"});
  return complaint;
}

std::unique_ptr<Store> open(TemporaryFolder const& folder) {
  auto opened = open_sqlite_store(folder / "complaints.sqlite");
  REQUIRE(opened.ok());
  return std::move(opened).value();
}

KeepOutcome keep(Store& store, ToKeep const& arrival) {
  return store.keep(std::span{&arrival, 1}).front();
}

// The event that follows the `after` events of complaint 1.
NewEvent withdrawal(std::string const& key, std::size_t after, std::string const& words = "same") {
  return {.reference = "HP-1",
          .idempotency_key = key,
          .content_digest = sha256(words),
          .after = after,
          .event = {"withdrawn", "2026-03-27T09:00:00Z", words}};
}

TEST_CASE("what is kept is found again, also after the store was closed") {
  TemporaryFolder const folder;
  CHECK(keep(*open(folder), sample("1")).keeping == Keeping::kept);
  auto const store = open(folder);
  CHECK(store->reachable());
  auto const found = store->find("HP-1");
  REQUIRE(found.ok());
  REQUIRE(found.value().has_value());
  CHECK(found.value()->receipt == "receipt 1");
  CHECK(found.value()->received_at == "2026-03-26T09:00:00Z");
  CHECK(found.value()->tracking_key_digest == sha256("tracking 1"));
  REQUIRE(found.value()->events.size() == 1);
  CHECK(found.value()->events[0].type == "submitted");
  CHECK_FALSE(store->find("HP-2").value().has_value());
}

TEST_CASE("the same content under the same key is a repeat; other content is not taken") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  CHECK(keep(*store, sample("1")).keeping == Keeping::kept);
  NewComplaint again = sample("2");
  again.idempotency_key = "key-1";
  KeepOutcome const repeated = keep(*store, again);
  CHECK(repeated.keeping == Keeping::repeated);
  CHECK(repeated.answer == "answer 1");
  CHECK(repeated.tracking_key_digest == sha256("tracking 1"));
  NewComplaint other = sample("3", "other");
  other.idempotency_key = "key-1";
  CHECK(keep(*store, other).keeping == Keeping::key_reused);
  CHECK_FALSE(store->find("HP-2").value().has_value());
  CHECK_FALSE(store->find("HP-3").value().has_value());
}

TEST_CASE("a reference is given once") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  CHECK(keep(*store, sample("1")).keeping == Keeping::kept);
  NewComplaint other = sample("2");
  other.reference = "HP-1";
  CHECK(keep(*store, other).keeping == Keeping::reference_taken);
  CHECK(store->find("HP-1").value()->receipt == "receipt 1");
}

// Complaint `number`, open, with its next act promised by this day.
NewComplaint due(std::string const& number, std::string const& next_by) {
  NewComplaint complaint = sample(number);
  complaint.overview.status = "submitted";
  complaint.overview.received_on = "2026-03-26";
  complaint.overview.next_event = "acknowledged";
  complaint.overview.next_by = next_by;
  complaint.overview.policy_sha256 = "book";
  return complaint;
}

std::vector<std::string> references(std::vector<WorkRow> const& rows) {
  std::vector<std::string> found;
  for (auto const& row : rows)
    found.push_back(row.reference);
  return found;
}

TEST_CASE("the work list: open complaints, soonest date first, page by page") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  NewComplaint over = due("4", "2026-01-01");
  over.overview.open = Overview::Open::no;
  NewComplaint other = due("5", kNoDay);
  other.brand = "care-plus";
  other.overview.waits_for_customer = Overview::Waits::yes;
  for (auto const& one :
       {due("1", "2026-04-10"), due("2", "2026-04-02"), due("3", "2026-04-10"), over, other})
    REQUIRE(keep(*store, one).keeping == Keeping::kept);
  using References = std::vector<std::string>;
  auto const first =
      store->work_list({.brand = "", .after_by = "", .after_reference = "", .limit = 2}).value();
  CHECK(references(first) == References{"HP-2", "HP-1"});
  CHECK(first[0].overview.next_event == "acknowledged");
  auto const rest =
      store
          ->work_list(
              {.brand = "", .after_by = "2026-04-10", .after_reference = "HP-1", .limit = 9})
          .value();
  CHECK(references(rest) == References{"HP-3", "HP-5"});
  CHECK(rest[1].overview.waits_for_customer == Overview::Waits::yes);
  CHECK(
      references(
          store
              ->work_list({.brand = "care-plus", .after_by = "", .after_reference = "", .limit = 9})
              .value()) == References{"HP-5"});
  auto const counts = store->work_counts("", "2026-04-03", "2026-04-10").value();
  CHECK(counts.open == 4);
  CHECK(counts.late == 1);
  CHECK(counts.soon == 2);
  CHECK(counts.waits_for_customer == 1);
  CHECK(store->work_counts("care-plus", "2026-04-03", "2026-04-10").value().open == 1);
  CHECK(store->outdated_overviews("book", "", 9).value().empty());
  CHECK(store->outdated_overviews("other book", "", 9).value().size() == 5);
}

TEST_CASE("an overview that was computed from fewer events than there are is not kept") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  REQUIRE(keep(*store, due("1", "2026-04-02")).keeping == Keeping::kept);
  Overview later = due("1", "2026-05-01").overview;
  CHECK(keep(*store, NewOverview{"HP-1", 0, later}).keeping == Keeping::overtaken);
  CHECK(keep(*store, NewOverview{"HP-1", 1, later}).keeping == Keeping::kept);
  CHECK(store->work_list({.brand = "", .after_by = "", .after_reference = "", .limit = 2})
            .value()[0]
            .overview.next_by == "2026-05-01");
}

TEST_CASE(
    "the audit log: each entry is bound to the one before it, and none can be changed or taken "
    "out") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  REQUIRE(keep(*store, NewAuditEntry{"HP-1", "complaint_viewed", R"({"a":1})"}).keeping ==
          Keeping::kept);
  REQUIRE(keep(*store, NewAuditEntry{"HP-1", "complaint_viewed", R"({"a":2})"}).keeping ==
          Keeping::kept);
  REQUIRE(keep(*store, NewAuditEntry{"", "work_list_viewed", R"({"a":3})"}).keeping ==
          Keeping::kept);
  CHECK(store->audit_entries("HP-1", "complaint_viewed").value() ==
        std::vector<std::string>{R"({"a":1})", R"({"a":2})"});
  sqlite::Database spoiler{folder / "complaints.sqlite", sqlite::Access::write};
  CHECK_THROWS_AS(spoiler.run("UPDATE audit SET entry = '{}'"), sqlite::SqliteError);
  CHECK_THROWS_AS(spoiler.run("DELETE FROM audit"), sqlite::SqliteError);
  sqlite::Statement digests{spoiler, "SELECT digest FROM audit ORDER BY position"};
  std::string previous;
  for (std::string const entry : {R"({"a":1})", R"({"a":2})", R"({"a":3})"}) {
    REQUIRE(digests.step());
    previous = base64url(sha256(previous + "." + entry));
    CHECK(digests.text(0) == previous);
  }
}

TEST_CASE("in one group, each complaint has an outcome of its own") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  NewComplaint twice = sample("9");
  twice.idempotency_key = "key-1";
  NewComplaint taken = sample("8");
  taken.reference = "HP-1";
  std::vector<ToKeep> const group{sample("1"), twice, taken, sample("2")};
  auto const outcomes = store->keep(group);
  REQUIRE(outcomes.size() == 4);
  CHECK(outcomes[0].keeping == Keeping::kept);
  CHECK(outcomes[1].keeping == Keeping::repeated);
  CHECK(outcomes[2].keeping == Keeping::reference_taken);
  CHECK(outcomes[3].keeping == Keeping::kept);
  CHECK(store->last_failure().empty());
}

TEST_CASE(
    "one that the file refuses does not take the others of its group with it, and leaves nothing "
    "behind") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  NewComplaint broken = sample("2");
  broken.events.push_back(broken.events[0]);
  sqlite::Database spoiler{folder / "complaints.sqlite", sqlite::Access::write};
  spoiler.run(
      "CREATE TRIGGER refuse BEFORE INSERT ON events WHEN NEW.position = 1 BEGIN SELECT "
      "RAISE(ABORT, 'no'); END");
  std::vector<ToKeep> const group{sample("1"), broken, sample("3")};
  auto const outcomes = store->keep(group);
  CHECK(outcomes[0].keeping == Keeping::kept);
  CHECK(outcomes[1].keeping == Keeping::unavailable);
  CHECK(outcomes[2].keeping == Keeping::kept);
  CHECK_FALSE(store->last_failure().empty());
  CHECK_FALSE(store->find("HP-2").value().has_value());
  spoiler.run("DROP TRIGGER refuse");
  CHECK(keep(*store, broken).keeping == Keeping::kept);
}

TEST_CASE("an event is kept after those its sender knew of, and found again") {
  TemporaryFolder const folder;
  {
    auto const store = open(folder);
    keep(*store, sample("1"));
    CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::kept);
  }
  auto const store = open(folder);
  auto const events = store->find("HP-1").value()->events;
  REQUIRE(events.size() == 2);
  CHECK(events[1].type == "withdrawn");
  CHECK(events[1].body == "same");
  auto const act = store->find_act("HP-1", "key-a").value();
  REQUIRE(act.has_value());
  CHECK(act->events == 2);
  CHECK(act->content_digest == sha256("same"));
  CHECK_FALSE(store->find_act("HP-1", "key-b").value().has_value());
  CHECK_FALSE(store->find_act("HP-2", "key-a").value().has_value());
}

TEST_CASE("an event whose sender did not know of another is overtaken, and nothing is kept") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  keep(*store, sample("1"));
  std::vector<ToKeep> const race{withdrawal("key-a", 1, "one"), withdrawal("key-b", 1, "two")};
  auto const outcomes = store->keep(race);
  CHECK(outcomes[0].keeping == Keeping::kept);
  CHECK(outcomes[1].keeping == Keeping::overtaken);
  CHECK(keep(*store, withdrawal("key-c", 3)).keeping == Keeping::overtaken);
  CHECK(keep(*store, withdrawal("key-d", 0)).keeping == Keeping::overtaken);
  CHECK(store->find("HP-1").value()->events.size() == 2);
  CHECK_FALSE(store->find_act("HP-1", "key-b").value().has_value());
}

TEST_CASE("two programs on one store: the event that comes second is overtaken") {
  TemporaryFolder const folder;
  auto const one = open(folder);
  auto const other = open(folder);
  keep(*one, sample("1"));
  CHECK(other->find("HP-1").value()->events.size() == 1);
  CHECK(keep(*one, withdrawal("key-a", 1)).keeping == Keeping::kept);
  CHECK(keep(*other, withdrawal("key-b", 1)).keeping == Keeping::overtaken);
  CHECK(keep(*other, withdrawal("key-a", 1)).keeping == Keeping::repeated);
  CHECK(other->find("HP-1").value()->events.size() == 2);
}

TEST_CASE("an event for a complaint that is not there is not kept") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::overtaken);
  CHECK(keep(*store, withdrawal("key-a", 0)).keeping == Keeping::unavailable);
}

TEST_CASE("the same event under the same key is a repeat; other content is not taken") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  keep(*store, sample("1"));
  NewEvent elsewhere = withdrawal("key-a", 1, "other");
  elsewhere.reference = "HP-2";
  CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::kept);
  CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::repeated);
  CHECK(keep(*store, withdrawal("key-a", 2)).keeping == Keeping::repeated);
  CHECK(keep(*store, withdrawal("key-a", 2, "other")).keeping == Keeping::key_reused);
  keep(*store, sample("2"));
  CHECK(keep(*store, elsewhere).keeping == Keeping::kept);
  CHECK(store->find("HP-1").value()->events.size() == 2);
}

TEST_CASE("a complaint and its first event may be of one group") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  std::vector<ToKeep> const group{sample("1"), withdrawal("key-a", 1)};
  auto const outcomes = store->keep(group);
  CHECK(outcomes[0].keeping == Keeping::kept);
  CHECK(outcomes[1].keeping == Keeping::kept);
}

TEST_CASE("a file is attached when a kept complaint has it") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  NewComplaint one = sample("1");
  one.attachments = {"aa", "bb", "aa"};
  NewComplaint two = sample("2");
  two.attachments = {"bb"};
  std::vector<ToKeep> const group{one, two};
  for (auto const& outcome : store->keep(group))
    CHECK(outcome.keeping == Keeping::kept);
  CHECK(store->is_attached("aa").value());
  CHECK(store->is_attached("bb").value());
  CHECK_FALSE(store->is_attached("cc").value());
}

TEST_CASE("a store of the first version is brought up to date and keeps what it had") {
  TemporaryFolder const folder;
  keep(*open(folder), sample("1"));
  {
    sqlite::Database old{folder / "complaints.sqlite", sqlite::Access::write};
    old.run(
        "DROP TABLE notices; DROP TABLE acts; DROP TABLE attached; DROP TABLE audit; DROP TABLE "
        "overviews; "
        "DROP TABLE deadlines; DROP TABLE erasures; DROP TABLE tallies; DROP INDEX "
        "events_with_learning; ALTER TABLE events DROP COLUMN promised; PRAGMA user_version = 1");
  }
  auto const store = open(folder);
  CHECK(store->find("HP-1").value().has_value());
  CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::kept);
}

NewErasure erasure_of_sample(std::size_t events) {
  NewErasure erasure;
  erasure.reference = "HP-1";
  erasure.submission = "{}";
  erasure.bodies.assign(events, R"({"erased_on":"2033-01-03"})");
  erasure.erased_on = "2033-01-03";
  erasure.audit = {"HP-1", "erased", R"({"act":"erased"})"};
  return erasure;
}

TEST_CASE("an erasure replaces what was written, detaches files, and is kept once or not at all") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  NewComplaint complaint = due("1", "2026-04-02");
  complaint.submission = R"({"what_happened":"words"})";
  complaint.attachments = {"aa"};
  complaint.overview.open = Overview::Open::no;
  REQUIRE(keep(*store, complaint).keeping == Keeping::kept);
  CHECK(store->attached_to("HP-1").value() == std::vector<std::string>{"aa"});
  CHECK(store->references(Overview::Open::no, "", 9).value().size() == 1);
  CHECK(store->references(Overview::Open::no, "HP-1", 9).value().empty());
  CHECK(store->references(Overview::Open::yes, "", 9).value().empty());
  CHECK(keep(*store, erasure_of_sample(2)).keeping == Keeping::overtaken);
  CHECK(store->find("HP-1").value()->erased_on.empty());
  CHECK(keep(*store, erasure_of_sample(1)).keeping == Keeping::kept);
  auto const erased = store->find("HP-1").value();
  CHECK(erased->erased_on == "2033-01-03");
  CHECK(erased->submission == "{}");
  CHECK(erased->content_digest == complaint.content_digest);
  CHECK(erased->events[0].body == R"({"erased_on":"2033-01-03"})");
  CHECK_FALSE(store->is_attached("aa").value());
  CHECK(store->references(Overview::Open::no, "", 9).value().empty());
  CHECK(keep(*store, erasure_of_sample(1)).keeping == Keeping::repeated);
  CHECK(store->audit_entries("HP-1", "erased").value().size() == 1);
}

TEST_CASE("a report counts each deadline once, however often its overview is put") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  NewComplaint complaint = due("1", "2026-04-02");
  complaint.overview.deadlines = {{"stage_1_response", "2026-04-02", "2026-04-02", kNoDay}};
  REQUIRE(keep(*store, complaint).keeping == Keeping::kept);
  ReportQuery const query{"2026-01", "2026-12", "", "2026-05-01", 9};
  auto rows = store->report(query).value();
  REQUIRE(rows.unmet.size() == 1);
  CHECK(rows.unmet[0].stands == UnmetRow::Stands::overdue);
  CHECK(rows.late.size() == 1);
  Overview met = complaint.overview;
  met.deadlines[0].met_on = "2026-04-03";
  met.finding = "upheld";
  met.actions_outstanding = 2;
  for (int times = 0; times < 2; ++times)
    REQUIRE(keep(*store, NewOverview{"HP-1", 1, met}).keeping == Keeping::kept);
  met.finding = "not_upheld";
  REQUIRE(keep(*store, NewOverview{"HP-1", 1, met}).keeping == Keeping::kept);
  rows = store->report(query).value();
  CHECK(rows.unmet.empty());
  REQUIRE(rows.tallies.size() == 3);
  for (auto const& tally : rows.tallies)
    CHECK(tally.complaints == 1);
  CHECK(rows.outstanding[0].actions == 2);
  CHECK(rows.complaints_with_actions == 1);
  CHECK(store->report({"2026-04", "2026-12", "", "2026-05-01", 9}).value().tallies.empty());
  CHECK(store->report({"2026-01", "2026-12", "care-plus", "2026-05-01", 9}).value().late.empty());
}

TEST_CASE("a store that another program holds is unavailable, and works again afterwards") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  sqlite::Database other{folder / "complaints.sqlite", sqlite::Access::write};
  other.run("BEGIN IMMEDIATE");
  CHECK(keep(*store, sample("1")).keeping == Keeping::unavailable);
  other.run("ROLLBACK");
  CHECK(keep(*store, sample("1")).keeping == Keeping::kept);
}

TEST_CASE("a store that another program holds for a while is waited for") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  sqlite::Database other{folder / "complaints.sqlite", sqlite::Access::write};
  other.run("BEGIN IMMEDIATE");
  auto kept = std::async(std::launch::async, [&] { return keep(*store, sample("1")).keeping; });
  CHECK(kept.wait_for(std::chrono::milliseconds{200}) == std::future_status::timeout);
  other.run("ROLLBACK");
  CHECK(kept.get() == Keeping::kept);
}

TEST_CASE("files that are not this store's are refused with the reason") {
  TemporaryFolder const folder;
  std::string const path = folder / "complaints.sqlite";
  REQUIRE(write_file(path, std::string(5000, 'x'), Readers::owner).ok());
  CHECK_FALSE(open_sqlite_store(path).ok());
  std::filesystem::remove(path);
  {
    sqlite::Database{path, sqlite::Access::write}.run("PRAGMA user_version = 1; CREATE TABLE t(a)");
  }
  CHECK(open_sqlite_store(path).error().why.find("another program") != std::string::npos);
  std::filesystem::remove(path);
  open(folder).reset();
  { sqlite::Database{path, sqlite::Access::write}.run("PRAGMA user_version = 1000"); }
  CHECK(open_sqlite_store(path).error().why.find("newer version") != std::string::npos);
}

TEST_CASE("a damaged file is refused at the start") {
  TemporaryFolder const folder;
  std::string const path = folder / "complaints.sqlite";
  {
    auto const store = open(folder);
    for (int number = 0; number < 200; ++number)
      keep(*store, sample(std::to_string(number)));
  }
  std::string bytes = read_file(path, 10U << 20U).value();
  for (std::size_t at = 4096; at < bytes.size(); ++at)
    bytes[at] = 'x';
  REQUIRE(write_file(path, bytes, Readers::owner).ok());
  std::filesystem::remove(path + "-wal");
  std::filesystem::remove(path + "-shm");
  auto const opened = open_sqlite_store(path);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().why.find("cannot be used") != std::string::npos);
}

// A store that waits until it is told to go on.
class WaitingStore : public Keeper {
 public:
  std::vector<KeepOutcome> keep(std::span<ToKeep const> arrivals) override {
    opened_.wait();
    return std::vector<KeepOutcome>(arrivals.size(), KeepOutcome{Keeping::kept});
  }
  std::string last_failure() const override { return ""; }
  void go_on() { gate_.set_value(); }

 private:
  std::promise<void> gate_;
  std::shared_future<void> opened_ = gate_.get_future().share();
};

TEST_CASE("the writer: every complaint is answered, and what waits is kept together") {
  TemporaryFolder const folder;
  auto const store = open(folder);
  std::mutex mutex;
  std::size_t kept = 0;
  std::size_t posts = 0;
  constexpr std::size_t kCount = 1000;
  {
    Writer writer{*store,
                  [&](std::function<void()> const& work) {
                    std::lock_guard const lock{mutex};
                    ++posts;
                    work();
                  },
                  [](std::string const& why) { FAIL(why); }};
    for (std::size_t number = 0; number < kCount; ++number) {
      REQUIRE(writer.keep(sample(std::to_string(number)), [&](KeepOutcome const& outcome) {
        if (outcome.keeping == Keeping::kept) ++kept;
      }));
    }
  }
  CHECK(kept == kCount);
  CHECK(posts < kCount);
  CHECK(posts >= kCount / limits::kKeptTogether);
}

TEST_CASE("the writer: past its limit the queue takes no more") {
  WaitingStore store;
  std::size_t taken = 0;
  std::size_t answered = 0;
  {
    Writer writer{store, [](std::function<void()> const& work) { work(); },
                  [](std::string const&) {}};
    while (writer.keep(sample("1"), [&](KeepOutcome const&) { ++answered; }))
      ++taken;
    store.go_on();
  }
  CHECK(taken >= limits::kWaitingToBeKept);
  CHECK(taken <= limits::kWaitingToBeKept + limits::kKeptTogether);
  CHECK(answered == taken);
}

}  // namespace
}  // namespace putright::store
