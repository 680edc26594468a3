// Whom a new bank holiday is told to (shared/wire/date_changes).
#include "shared/wire/date_changes.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "shared/wire/record_json.hpp"
#include "tests/support/shipped_policy.hpp"

namespace putright {
namespace {

using namespace std::chrono;

// Received on Thursday 26 March 2026, and what happened then.
ComplaintRecord record(std::string const& more = "", std::string const& promised = "[]") {
  auto parsed =
      parse_record(R"({"brand":"homes-plus","kind":"complaint","promised":)" + promised +
                   R"(,"events":[{"type":"submitted","at":"2026-03-26T09:00:00Z"})" + more + "]}");
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

// The shipped policy with one more bank holiday.
PolicyBook with_holiday(Date day) {
  PolicyBook book = support::shipped_policy();
  auto holidays = book.calendar.holidays();
  auto const after = std::find_if(holidays.begin(), holidays.end(),
                                  [&](BankHoliday const& one) { return one.on > day; });
  holidays.insert(after, {day, "Proclaimed"});
  book.calendar = WorkingCalendar{book.calendar.covered_from(), book.calendar.covered_to(),
                                  std::move(holidays)};
  return book;
}

Assessment assessed(ComplaintRecord const& record, PolicyBook const& book) {
  auto found = assess(record, book, parse_instant("2026-04-02T09:00:00Z").value());
  REQUIRE(found.ok());
  return std::move(found).value();
}

// What there is to tell of one new bank holiday.
std::vector<DateChange> to_tell(std::string const& more, std::string const& promised, Date day) {
  auto const told = dates_read(assessed(record(more, promised), support::shipped_policy()));
  auto const book = with_holiday(day);
  return changes_since(told, assessed(record(more, promised), book));
}

constexpr char kAcknowledged[] = R"(,{"type":"acknowledged","at":"2026-03-31T10:00:00Z"})";
constexpr char kPromisedFirst[] = R"([{"id":"stage_1_acknowledgement","on":"2026-04-02"}])";
constexpr char kPromisedBoth[] =
    R"([{"id":"stage_1_acknowledgement","on":"2026-04-02"},{"id":"stage_1_response","on":"2026-04-16"}])";
constexpr Date kHoliday{sys_days{2026y / April / 14}};

TEST_CASE("a date whose clock had not started is told when a bank holiday moves it") {
  auto const changes = to_tell("", kPromisedFirst, kHoliday);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].id == DeadlineId::stage_1_response);
  CHECK(changes[0].now > changes[0].was);
}

TEST_CASE("a date that was promised stands, and there is nothing to tell") {
  CHECK(to_tell(kAcknowledged, kPromisedBoth, kHoliday).empty());
}

TEST_CASE("a bank holiday that moves no date of this complaint is not told") {
  CHECK(to_tell("", kPromisedFirst, sys_days{2026y / June / 30}).empty());
}

TEST_CASE("what is over, or was told nothing, has nothing to be told") {
  auto const book = with_holiday(kHoliday);
  auto const told = dates_read(assessed(record("", kPromisedFirst), support::shipped_policy()));
  auto const closed = record(R"(,{"type":"closed","at":"2026-04-01T10:00:00Z"})", kPromisedFirst);
  CHECK(changes_since(told, assessed(closed, book)).empty());
  CHECK(changes_since("", assessed(record(), book)).empty());
  CHECK(changes_since("nonsense", assessed(record(), book)).empty());
}

TEST_CASE("changes read back as they were written, and nonsense as none") {
  auto const changes = to_tell("", kPromisedFirst, kHoliday);
  auto const again = changes_in(changes_json(changes));
  REQUIRE(again.size() == changes.size());
  CHECK(again[0].id == changes[0].id);
  CHECK(again[0].was == changes[0].was);
  CHECK(again[0].now == changes[0].now);
  CHECK(changes_in(R"([{"id":"stage_1_response","was":"soon","now":"later"},{"id":"none"}])")
            .empty());
}

}  // namespace
}  // namespace putright
