// What the store holds of notices: each once, one sender at a time, the way that was asked for.
#include <doctest/doctest.h>

#include "tests/server-stub/store/places.hpp"

namespace putright::store {
namespace {

constexpr char kMadeAt[] = "2026-03-26T09:00:00Z";
constexpr char kSoon[] = "2026-03-26T09:00:10Z";
constexpr char kLater[] = "2026-03-26T09:20:00Z";

template <class Place>
struct Opened {
  Place place;
  std::unique_ptr<Store> store = another();

  // As another stub on the same store would have it.
  std::unique_ptr<Store> another() const { return place.open(); }
};

Keeping keep(Store& store, ToKeep const& arrival) {
  return store.keep(std::span{&arrival, 1}).front().keeping;
}

NewComplaint complaint_with(std::string const& way) {
  NewComplaint complaint;
  complaint.reference = "HP-1";
  complaint.idempotency_key = "key-1";
  complaint.promised = "[]";
  complaint.received_at = parse_instant(kMadeAt).value();
  complaint.events.push_back({"submitted", kMadeAt, "{}"});
  complaint.notices.push_back({"receipt", way, kMadeAt});
  return complaint;
}

NewEvent acknowledgement(std::size_t after) {
  return {.reference = "HP-1",
          .idempotency_key = "act-" + std::to_string(after),
          .after = after,
          .event = {"acknowledged", kSoon, "{}"},
          .notices = {{"acknowledgement", "email", kSoon}}};
}

NoticeKey const kReceipt{"HP-1", 0, "receipt"};

NoticeLease lease(std::string const& name, std::string const& now) {
  return {kReceipt, name, now, kLater};
}

NoticeOutcome outcome(NoticeState state, std::string const& way, std::string const& lease) {
  NoticeOutcome outcome{{kReceipt, way, state, "", 1, kLater, "words"}, lease};
  outcome.audit = NewAuditEntry{"HP-1", "notice_sent", "{}"};
  return outcome;
}

std::size_t due(Store& store, std::string_view now) {
  auto const found = store.due_notices(now, 10);
  REQUIRE(found.ok());
  return found.value().size();
}

std::vector<HandNotice> by_hand(Store& store, std::size_t limit) {
  auto const found = store.notices_by_hand({"", {}, limit});
  REQUIRE(found.ok());
  return found.value();
}

KeptNotice first(Store& store) {
  auto const found = store.notices_of("HP-1");
  REQUIRE(found.ok());
  REQUIRE(!found.value().empty());
  return found.value().front();
}

std::size_t audited(Store& store) {
  return store.audit_entries("HP-1", "notice_sent").value().size();
}

TEST_CASE_TEMPLATE("a notice is kept with its event: both or neither, and never a second time",
                   Place, EVERY_ENGINE) {
  Opened<Place> const opened;
  CHECK(keep(*opened.store, complaint_with("email")) == Keeping::kept);
  CHECK(keep(*opened.store, complaint_with("email")) == Keeping::repeated);
  CHECK(keep(*opened.store, acknowledgement(1)) == Keeping::kept);
  CHECK(keep(*opened.store, acknowledgement(1)) == Keeping::repeated);
  auto twice = acknowledgement(2);
  twice.notices.push_back(twice.notices.front());
  CHECK(keep(*opened.store, twice) == Keeping::unavailable);
  CHECK(opened.store->find("HP-1").value()->events.size() == 2);
  auto const notices = opened.store->notices_of("HP-1").value();
  REQUIRE(notices.size() == 2);
  CHECK(notices[0].key == kReceipt);
  CHECK(notices[0].state == NoticeState::waiting);
  CHECK(notices[1].key == NoticeKey{"HP-1", 1, "acknowledgement"});
}

TEST_CASE_TEMPLATE("a notice is due from its time on, and not while somebody has a lease of it",
                   Place, EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_with("email"));
  CHECK(due(*opened.store, "2026-03-26T08:59:59Z") == 0);
  CHECK(due(*opened.store, kMadeAt) == 1);
  CHECK(keep(*opened.store, lease("one", kMadeAt)) == Keeping::kept);
  CHECK(due(*opened.store, kSoon) == 0);
  CHECK(due(*opened.store, kLater) == 1);
}

TEST_CASE_TEMPLATE("of two stubs on one store only one gets the lease, until it has run out", Place,
                   EVERY_ENGINE) {
  Opened<Place> const opened;
  auto const other = opened.another();
  keep(*opened.store, complaint_with("email"));
  CHECK(keep(*opened.store, lease("one", kMadeAt)) == Keeping::kept);
  CHECK(keep(*other, lease("two", kSoon)) == Keeping::overtaken);
  CHECK(keep(*other, lease("two", kLater)) == Keeping::kept);
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "email", "one")) == Keeping::overtaken);
  CHECK(audited(*opened.store) == 0);
  CHECK(keep(*other, outcome(NoticeState::sent, "email", "two")) == Keeping::kept);
  CHECK(audited(*opened.store) == 1);
}

TEST_CASE_TEMPLATE("what was sent stays sent: no lease, no other outcome", Place, EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_with("email"));
  keep(*opened.store, lease("one", kMadeAt));
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "email", "one")) == Keeping::kept);
  CHECK(keep(*opened.store, lease("two", kLater)) == Keeping::overtaken);
  CHECK(keep(*opened.store, outcome(NoticeState::waiting, "email", "")) == Keeping::overtaken);
  CHECK(first(*opened.store).state == NoticeState::sent);
  CHECK(audited(*opened.store) == 1);
}

TEST_CASE_TEMPLATE("one that failed waits for its next try, and its lease is free", Place,
                   EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_with("email"));
  keep(*opened.store, lease("one", kMadeAt));
  auto failed = outcome(NoticeState::waiting, "email", "one");
  failed.audit.reset();
  CHECK(keep(*opened.store, failed) == Keeping::kept);
  CHECK(due(*opened.store, kSoon) == 0);
  CHECK(due(*opened.store, kLater) == 1);
  CHECK(first(*opened.store).tries == 1);
  CHECK(first(*opened.store).last_failure == "words");
  CHECK(first(*opened.store).made_at == kMadeAt);
}

TEST_CASE_TEMPLATE("a letter is never due by mail and cannot be marked as e-mailed", Place,
                   EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_with("letter"));
  CHECK(due(*opened.store, kLater) == 0);
  CHECK(by_hand(*opened.store, 10).size() == 1);
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "email", "")) == Keeping::overtaken);
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "phone", "")) == Keeping::overtaken);
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "letter", "")) == Keeping::kept);
  CHECK(by_hand(*opened.store, 10).empty());
}

TEST_CASE_TEMPLATE(
    "a mail that waits cannot be marked by hand; one that was given up can go another way", Place,
    EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_with("email"));
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "email", "")) == Keeping::overtaken);
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "letter", "")) == Keeping::overtaken);
  keep(*opened.store, lease("one", kMadeAt));
  CHECK(keep(*opened.store, outcome(NoticeState::given_up, "email", "one")) == Keeping::kept);
  CHECK(by_hand(*opened.store, 10).size() == 1);
  CHECK(due(*opened.store, kLater) == 0);
  CHECK(keep(*opened.store, outcome(NoticeState::sent, "letter", "")) == Keeping::kept);
  CHECK(first(*opened.store).way == "letter");
}

// Told 1, with the overview of policy "now", and a notice that they are 2.
NewDates changed_dates(std::string const& calendar) {
  return {.reference = "HP-1",
          .events = 1,
          .told = "[1]",
          .dates_read = "[2]",
          .policy_sha256 = "now",
          .audit = {"HP-1", "dates_changed", "{}"},
          .notices = {{"date_changed", "email", kSoon, calendar, "[]"}}};
}

NewComplaint complaint_told(std::string const& dates) {
  auto complaint = complaint_with("email");
  complaint.overview.dates_read = dates;
  complaint.overview.policy_sha256 = "now";
  return complaint;
}

std::size_t notices_in(Store& store) {
  return store.notices_of("HP-1").value().size();
}

TEST_CASE_TEMPLATE("changed dates are kept once, with their notice and their audit entry", Place,
                   EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_told("[1]"));
  CHECK(opened.store->find("HP-1").value()->dates_told == "[1]");
  CHECK(keep(*opened.store, changed_dates("one")) == Keeping::kept);
  CHECK(keep(*opened.store, changed_dates("one")) == Keeping::overtaken);
  CHECK(keep(*opened.store, changed_dates("two")) == Keeping::overtaken);
  CHECK(opened.store->find("HP-1").value()->dates_told == "[2]");
  CHECK(notices_in(*opened.store) == 2);
  CHECK(opened.store->audit_entries("HP-1", "dates_changed").value().size() == 1);
  auto again = changed_dates("two");
  again.told = "[2]";
  again.dates_read = "[3]";
  CHECK(keep(*opened.store, again) == Keeping::kept);
  CHECK(notices_in(*opened.store) == 3);
}

TEST_CASE_TEMPLATE(
    "changed dates are not kept when something happened since, or with other policy files", Place,
    EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_told("[1]"));
  auto other_files = changed_dates("one");
  other_files.policy_sha256 = "before";
  CHECK(keep(*opened.store, other_files) == Keeping::overtaken);
  keep(*opened.store, acknowledgement(1));
  CHECK(keep(*opened.store, changed_dates("one")) == Keeping::overtaken);
  CHECK(notices_in(*opened.store) == 2);
}

TEST_CASE_TEMPLATE("an overview that is made again tells nobody other dates", Place, EVERY_ENGINE) {
  Opened<Place> const opened;
  keep(*opened.store, complaint_told("[1]"));
  NewOverview overview{.reference = "HP-1", .events = 1, .overview = {}};
  overview.overview.dates_read = "[2]";
  CHECK(keep(*opened.store, overview) == Keeping::kept);
  CHECK(opened.store->find("HP-1").value()->dates_told == "[1]");
}

TEST_CASE_TEMPLATE("what waits for a hand is listed oldest first, page by page, with its brand",
                   Place, EVERY_ENGINE) {
  Opened<Place> const opened;
  auto complaint = complaint_with("letter");
  complaint.brand = "care-plus";
  keep(*opened.store, complaint);
  auto call = acknowledgement(1);
  call.notices.front().way = "phone";
  keep(*opened.store, call);
  auto const first = by_hand(*opened.store, 1);
  REQUIRE(first.size() == 1);
  CHECK(first[0].notice.key == kReceipt);
  CHECK(first[0].brand == "care-plus");
  HandQuery const more{first[0].notice.made_at, first[0].notice.key, 10};
  auto const second = opened.store->notices_by_hand(more).value();
  REQUIRE(second.size() == 1);
  CHECK(second[0].notice.key.kind == "acknowledgement");
}

TEST_CASE_TEMPLATE("what waits is counted by whom it waits for", Place, EVERY_ENGINE) {
  Opened<Place> const opened;
  CHECK(opened.store->notice_counts().value().waiting == 0);
  keep(*opened.store, complaint_with("phone"));
  keep(*opened.store, acknowledgement(1));
  NoticeCounts const counts = opened.store->notice_counts().value();
  CHECK(counts.waiting == 1);
  CHECK(counts.by_hand == 1);
  CHECK(counts.given_up == 0);
}

}  // namespace
}  // namespace putright::store
