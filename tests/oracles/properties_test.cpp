// What must hold for any dates at all. rapidcheck makes them up and prints its seed;
// RC_PARAMS="seed=..." gives it back.
#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "shared/calendar/london.hpp"
#include "shared/complaint/assess.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

WorkingCalendar const& calendar() {
  return support::shipped_policy().calendar;
}

// A day from which every period used here stays inside the coverage.
Date some_day() {
  int const last =
      static_cast<int>((calendar().covered_to() - calendar().covered_from()).count()) - 200;
  return calendar().covered_from() + std::chrono::days{*rc::gen::inRange(0, last)};
}

WorkingDays some_period() {
  return {*rc::gen::inRange(1, 61)};
}

Date add(Date day, WorkingDays period) {
  return calendar().add(day, period).value();
}

Instant some_instant() {
  return start_of_london_day(some_day()) + std::chrono::seconds{*rc::gen::inRange(0, 86400)};
}

// A complaint that has just been sent, under the edition in force today.
ComplaintRecord sent_at(Instant at) {
  ComplaintRecord record;
  record.brand = "homes-plus";
  record.edition = "group-v2-mar24";
  record.events.push_back({EventType::submitted, event_time(at)});
  return record;
}

// The shipped book with one more bank holiday, on a day that was a working day.
PolicyBook book_with_holiday(Date on) {
  PolicyBook book = support::shipped_policy();
  auto holidays = book.calendar.holidays();
  auto const place = std::find_if(holidays.begin(), holidays.end(),
                                  [&](BankHoliday const& holiday) { return holiday.on > on; });
  holidays.insert(place, {on, "Proclaimed"});
  book.calendar =
      WorkingCalendar{book.calendar.covered_from(), book.calendar.covered_to(), holidays};
  return book;
}

}  // namespace

TEST_CASE("property: a later start never ends earlier") {
  CHECK(rc::check([] {
    Date const day = some_day();
    WorkingDays const period = some_period();
    RC_ASSERT(add(day, period) <= add(day + std::chrono::days{*rc::gen::inRange(0, 30)}, period));
  }));
}

TEST_CASE("property: two periods one after the other are one period of both") {
  CHECK(rc::check([] {
    Date const day = some_day();
    WorkingDays const one = some_period();
    WorkingDays const other = some_period();
    RC_ASSERT(add(add(day, one), other) == add(day, WorkingDays{one.count + other.count}));
  }));
}

TEST_CASE("property: a count never ends on a day that is no working day") {
  CHECK(rc::check([] { RC_ASSERT(calendar().is_working_day(add(some_day(), some_period()))); }));
}

TEST_CASE("property: counting undoes adding") {
  CHECK(rc::check([] {
    Date const day = some_day();
    WorkingDays const period = some_period();
    RC_ASSERT(calendar().count_between(day, add(day, period)).value() == period.count);
  }));
}

TEST_CASE(
    "property: the explanation names every day from the start to the end, once, and in order") {
  CHECK(rc::check([] {
    Instant const at = some_instant();
    ComplaintRecord const record = sent_at(at);
    AssessOptions const options{
        .receipt = *rc::gen::element(ReceiptRule::strict, ReceiptRule::rolled),
        .explanation = Explanation::full};
    auto const assessment = assess(record, support::shipped_policy(), at, options).value();
    for (auto const& deadline : assessment.deadlines) {
      std::vector<Date> named;
      for (auto const& day : deadline.counted)
        named.push_back(day.on);
      for (auto const& day : deadline.skipped)
        named.push_back(day.on);
      std::sort(named.begin(), named.end());
      RC_ASSERT(static_cast<int>(deadline.counted.size()) == deadline.rule->period.count);
      RC_ASSERT(std::adjacent_find(named.begin(), named.end()) == named.end());
      RC_ASSERT(named.back() == deadline.due_on);
      for (auto const& day : deadline.skipped)
        RC_ASSERT(!calendar().is_working_day(day.on));
    }
  }));
}

TEST_CASE(
    "property: a holiday proclaimed later never moves a promise, and never makes a date earlier") {
  CHECK(rc::check([] {
    Instant const at = some_instant();
    ComplaintRecord record = sent_at(at);
    auto const told = assess(record, support::shipped_policy(), at).value();
    for (auto const& deadline : told.deadlines)
      record.promised.push_back({deadline.rule->id, deadline.due_on});
    Date const holiday = add(london_date(at), WorkingDays{*rc::gen::inRange(1, 16)});
    PolicyBook const later = book_with_holiday(holiday);
    auto const now = assess(record, later, at).value();
    for (std::size_t index = 0; index < told.deadlines.size(); ++index) {
      RC_ASSERT(now.deadlines[index].promised_on == told.deadlines[index].promised_on);
      RC_ASSERT(now.deadlines[index].ends_at == told.deadlines[index].ends_at);
      RC_ASSERT(now.deadlines[index].due_on >= told.deadlines[index].due_on);
    }
  }));
}

TEST_CASE("property: rolled is never earlier than strict, and later by at most one working day") {
  CHECK(rc::check([] {
    Instant const at = some_instant();
    ComplaintRecord const record = sent_at(at);
    auto const due = [&](ReceiptRule rule) {
      return assess(record, support::shipped_policy(), at,
                    {.receipt = rule, .explanation = Explanation::none})
          .value()
          .deadlines[0]
          .due_on;
    };
    int const later =
        calendar().count_between(due(ReceiptRule::strict), due(ReceiptRule::rolled)).value();
    RC_ASSERT(later == 0 || later == 1);
  }));
}
