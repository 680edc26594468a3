// What any store must do, held by every engine (EVERY_ENGINE, places.hpp). A new promise is one
// more TEST_CASE_TEMPLATE here.
#include <future>

#include <doctest/doctest.h>

#include "tests/server-stub/store/places.hpp"
#include "tests/server-stub/store/samples.hpp"

namespace putright::store {
namespace {

TEST_CASE_TEMPLATE("what is kept is found again, also after the store was closed", Place,
                   EVERY_ENGINE) {
  Place const place;
  CHECK(keep(*place.open(), sample("1")).keeping == Keeping::kept);
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("the same content under the same key is a repeat; other content is not taken",
                   Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("a reference is given once", Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("the work list: open complaints, soonest date first, page by page", Place,
                   EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("an overview that was computed from fewer events than there are is not kept",
                   Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  REQUIRE(keep(*store, due("1", "2026-04-02")).keeping == Keeping::kept);
  Overview later = due("1", "2026-05-01").overview;
  CHECK(keep(*store, NewOverview{"HP-1", 0, later}).keeping == Keeping::overtaken);
  CHECK(keep(*store, NewOverview{"HP-1", 1, later}).keeping == Keeping::kept);
  CHECK(store->work_list({.brand = "", .after_by = "", .after_reference = "", .limit = 2})
            .value()[0]
            .overview.next_by == "2026-05-01");
}

// What reports add up, as `what outcome complaints`, without what is back at nothing.
std::vector<std::string> tallies(sql::Connection& connection) {
  sql::Statement query{connection,
                       "SELECT what, outcome, complaints FROM tallies WHERE complaints <> 0 ORDER "
                       "BY what, outcome"};
  std::vector<std::string> found;
  while (query.step())
    found.push_back(query.text(0) + " " + query.text(1) + " " + std::to_string(query.number(2)));
  return found;
}

TEST_CASE_TEMPLATE("what reports add up is counted as it is kept, and counted anew as it changes",
                   Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  auto const other = place.connect();
  using Tallies = std::vector<std::string>;
  NewComplaint one = due("1", "2026-04-02");
  one.overview.deadlines = {{"stage_1_response", "2026-04-10", "2026-04-10", kNoDay}};
  REQUIRE(keep(*store, one).keeping == Keeping::kept);
  REQUIRE(keep(*store, due("2", "2026-04-02")).keeping == Keeping::kept);
  CHECK(tallies(*other) == Tallies{"received  2"});
  Overview later = one.overview;
  later.finding = "upheld";
  later.deadlines[0].met_on = "2026-04-10";
  REQUIRE(keep(*store, NewOverview{"HP-1", 1, later}).keeping == Keeping::kept);
  CHECK(tallies(*other) ==
        Tallies{"finding upheld 1", "received  2", "stage_1_response in_time 1"});
  later.finding = "not_upheld";
  later.deadlines[0].met_on = "2026-04-11";
  REQUIRE(keep(*store, NewOverview{"HP-1", 1, later}).keeping == Keeping::kept);
  CHECK(tallies(*other) ==
        Tallies{"finding not_upheld 1", "received  2", "stage_1_response late 1"});
}

TEST_CASE_TEMPLATE("a report has what is late, what is owed and what was learnt", Place,
                   EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  NewComplaint one = due("1", "2026-04-02");
  one.overview.deadlines = {{"stage_1_response", "2026-04-10", "2026-04-10", kNoDay}};
  one.overview.actions_outstanding = 2;
  NewComplaint two = due("2", "2026-04-02");
  two.overview.deadlines = {{"stage_1_response", "2026-05-10", "2026-05-10", kNoDay}};
  two.events.push_back({"closed", "2026-03-27T09:00:00Z", R"({"learning":"Ask first."})"});
  REQUIRE(keep(*store, one).keeping == Keeping::kept);
  REQUIRE(keep(*store, two).keeping == Keeping::kept);
  auto const asked = store->report(
      {.from = "2026-03", .to = "2026-03", .brand = "", .today = "2026-04-20", .lines = 5});
  REQUIRE_MESSAGE(asked.ok(), (asked.ok() ? "" : asked.error().why));
  ReportRows const& rows = asked.value();
  CHECK(rows.tallies.size() == 1);
  CHECK(rows.tallies[0].complaints == 2);
  REQUIRE(rows.unmet.size() == 2);
  CHECK((rows.unmet[0].stands == UnmetRow::Stands::overdue) !=
        (rows.unmet[1].stands == UnmetRow::Stands::overdue));
  CHECK(rows.complaints_with_actions == 1);
  REQUIRE(rows.late.size() == 1);
  CHECK(rows.late[0].reference == "HP-1");
  REQUIRE(rows.outstanding.size() == 1);
  CHECK(rows.outstanding[0].actions == 2);
  REQUIRE(rows.learning.size() == 1);
  CHECK(rows.learning[0].reference == "HP-2");
  auto const none = store->report(
      {.from = "2026-04", .to = "2026-04", .brand = "", .today = "2026-04-20", .lines = 5});
  CHECK(none.value().tallies.empty());
  CHECK(none.value().late.empty());
}

TEST_CASE_TEMPLATE("erasing takes the words and the files, keeps the rest, and comes once", Place,
                   EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  NewComplaint one = due("1", "2026-04-02");
  one.attachments = {"aa"};
  one.notices.push_back({"receipt", "email", "2026-03-26T09:00:00Z"});
  REQUIRE(keep(*store, one).keeping == Keeping::kept);
  CHECK(store->attached_to("HP-1").value() == std::vector<std::string>{"aa"});
  CHECK(store->references(Overview::Open::yes, "", 9).value().size() == 1);
  NewErasure erasure{.reference = "HP-1",
                     .submission = R"({"erased":true})",
                     .bodies = {"{}", "{}"},
                     .erased_on = "2030-01-01",
                     .audit = {"HP-1", "erased", "{}"}};
  CHECK(keep(*store, erasure).keeping == Keeping::overtaken);
  erasure.bodies.pop_back();
  CHECK(keep(*store, erasure).keeping == Keeping::kept);
  CHECK(keep(*store, erasure).keeping == Keeping::repeated);
  store->forget_replaced();
  CHECK(store->last_failure().empty());
  auto const left = store->find("HP-1").value();
  REQUIRE(left.has_value());
  CHECK(left->submission == R"({"erased":true})");
  CHECK(left->erased_on == "2030-01-01");
  CHECK(left->receipt == "receipt 1");
  CHECK(store->attached_to("HP-1").value().empty());
  CHECK(store->notices_of("HP-1").value().empty());
  CHECK(store->references(Overview::Open::yes, "", 9).value().empty());
  CHECK(store->audit_entries("HP-1", "erased").value().size() == 1);
}

TEST_CASE_TEMPLATE(
    "the audit log: each entry is bound to the one before it, and none can be changed or taken "
    "out",
    Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  REQUIRE(keep(*store, NewAuditEntry{"HP-1", "complaint_viewed", R"({"a":1})"}).keeping ==
          Keeping::kept);
  REQUIRE(keep(*store, NewAuditEntry{"HP-1", "complaint_viewed", R"({"a":2})"}).keeping ==
          Keeping::kept);
  REQUIRE(keep(*store, NewAuditEntry{"", "work_list_viewed", R"({"a":3})"}).keeping ==
          Keeping::kept);
  CHECK(store->audit_entries("HP-1", "complaint_viewed").value() ==
        std::vector<std::string>{R"({"a":1})", R"({"a":2})"});
  auto const spoiler = place.connect();
  CHECK_THROWS_AS(spoiler->prepare("UPDATE audit SET entry = '{}'")->step(), sql::SqlError);
  CHECK_THROWS_AS(spoiler->prepare("DELETE FROM audit")->step(), sql::SqlError);
  sql::Statement digests{*spoiler, "SELECT digest FROM audit ORDER BY position"};
  std::string previous;
  for (std::string const entry : {R"({"a":1})", R"({"a":2})", R"({"a":3})"}) {
    REQUIRE(digests.step());
    previous = base64url(sha256(previous + "." + entry));
    CHECK(digests.text(0) == previous);
  }
}

TEST_CASE_TEMPLATE("in one group, each complaint has an outcome of its own", Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE(
    "one that the file refuses does not take the others of its group with it, and leaves nothing "
    "behind",
    Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  NewComplaint broken = sample("2");
  broken.events.push_back(broken.events[0]);
  place.refuse_second_events();
  std::vector<ToKeep> const group{sample("1"), broken, sample("3")};
  auto const outcomes = store->keep(group);
  CHECK(outcomes[0].keeping == Keeping::kept);
  CHECK(outcomes[1].keeping == Keeping::unavailable);
  CHECK(outcomes[2].keeping == Keeping::kept);
  CHECK_FALSE(store->last_failure().empty());
  CHECK_FALSE(store->find("HP-2").value().has_value());
  place.allow_second_events();
  CHECK(keep(*store, broken).keeping == Keeping::kept);
}

TEST_CASE_TEMPLATE("an event is kept after those its sender knew of, and found again", Place,
                   EVERY_ENGINE) {
  Place const place;
  {
    auto const store = place.open();
    keep(*store, sample("1"));
    CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::kept);
  }
  auto const store = place.open();
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

TEST_CASE_TEMPLATE(
    "an event whose sender did not know of another is overtaken, and nothing is kept", Place,
    EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("two programs on one store: the event that comes second is overtaken", Place,
                   EVERY_ENGINE) {
  Place const place;
  auto const one = place.open();
  auto const other = place.open();
  keep(*one, sample("1"));
  CHECK(other->find("HP-1").value()->events.size() == 1);
  CHECK(keep(*one, withdrawal("key-a", 1)).keeping == Keeping::kept);
  CHECK(keep(*other, withdrawal("key-b", 1)).keeping == Keeping::overtaken);
  CHECK(keep(*other, withdrawal("key-a", 1)).keeping == Keeping::repeated);
  CHECK(other->find("HP-1").value()->events.size() == 2);
}

TEST_CASE_TEMPLATE("an event for a complaint that is not there is not kept", Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::overtaken);
  CHECK(keep(*store, withdrawal("key-a", 0)).keeping == Keeping::unavailable);
}

TEST_CASE_TEMPLATE("the same event under the same key is a repeat; other content is not taken",
                   Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("a complaint and its first event may be of one group", Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  std::vector<ToKeep> const group{sample("1"), withdrawal("key-a", 1)};
  auto const outcomes = store->keep(group);
  CHECK(outcomes[0].keeping == Keeping::kept);
  CHECK(outcomes[1].keeping == Keeping::kept);
}

TEST_CASE_TEMPLATE("a file is attached when a kept complaint has it", Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
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

TEST_CASE_TEMPLATE("a store that another program holds is unavailable, and works again afterwards",
                   Place, EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  auto const other = place.connect();
  other->begin();
  CHECK(keep(*store, sample("1")).keeping == Keeping::unavailable);
  other->roll_back();
  CHECK(keep(*store, sample("1")).keeping == Keeping::kept);
}

TEST_CASE_TEMPLATE("a store that another program holds for a while is waited for", Place,
                   EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  auto const other = place.connect();
  other->begin();
  auto kept = std::async(std::launch::async, [&] { return keep(*store, sample("1")).keeping; });
  CHECK(kept.wait_for(std::chrono::milliseconds{200}) == std::future_status::timeout);
  other->roll_back();
  CHECK(kept.get() == Keeping::kept);
}

TEST_CASE_TEMPLATE(
    "a published change is listed for its brand, newest first, until it is taken back", Place,
    EVERY_ENGINE) {
  Place const place;
  auto const store = place.open();
  auto const change = [](std::string const& id, std::string const& brand, std::string const& on) {
    return NewChange{{id, brand, "told", "changed", on}, {"", "change_published", "{}"}};
  };
  CHECK(keep(*store, change("a", "homes-plus", "2026-03-01")).keeping == Keeping::kept);
  CHECK(keep(*store, change("a", "homes-plus", "2026-03-01")).keeping == Keeping::repeated);
  CHECK(keep(*store, change("b", "homes-plus", "2026-04-01")).keeping == Keeping::kept);
  CHECK(keep(*store, change("c", "care-plus", "2026-05-01")).keeping == Keeping::kept);
  auto const listed = [&](std::string const& brand) {
    std::string ids;
    auto const found = store->published_changes(brand, 9);
    for (auto const& one : found.value())
      ids += one.id;
    return ids;
  };
  CHECK(listed("") == "cba");
  CHECK(listed("homes-plus") == "ba");
  CHECK(store->published_changes("", 2).value().size() == 2);
  ChangeTakenBack const back{"b", "2026-06-01", {"", "change_taken_back", "{}"}};
  CHECK(keep(*store, back).keeping == Keeping::kept);
  CHECK(keep(*store, back).keeping == Keeping::repeated);
  CHECK(listed("homes-plus") == "a");
  CHECK(store->audit_entries("", "change_published").value().size() == 3);
  CHECK(store->audit_entries("", "change_taken_back").value().size() == 1);
}

}  // namespace
}  // namespace putright::store
