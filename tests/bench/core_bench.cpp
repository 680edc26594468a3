// What the core costs, beside peers, in one run: medians of interleaved rounds, and ratios. Figures
// are printed, never asserted: machines are noisy. QuantLib's calendar is a peer where it was built
// in.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "shared/calendar/london.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/policy/load_policy_book.hpp"
#include "shared/submission/submission.hpp"
#include "shared/wire/assessment_json.hpp"
#include "tests/bench/peers.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

constexpr int kRounds = 15;
constexpr auto kRoundTime = std::chrono::milliseconds{20};

struct Row {
  std::string name;
  std::function<void()> work;
  std::vector<double> nanoseconds;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// One round: as many calls as fit the time, in nanoseconds a call.
double time_round(std::function<void()> const& work) {
  using Clock = std::chrono::steady_clock;
  auto const start = Clock::now();
  long calls = 0;
  auto elapsed = Clock::duration{};
  do {
    work();
    ++calls;
    elapsed = Clock::now() - start;
  } while (elapsed < kRoundTime);
  return std::chrono::duration<double, std::nano>(elapsed).count() / static_cast<double>(calls);
}

// The first row is what the others are compared with.
void compare(char const* title, std::vector<Row> rows) {
  for (auto& row : rows)
    row.work();
  for (int round = 0; round < kRounds; ++round) {
    for (auto& row : rows)
      row.nanoseconds.push_back(time_round(row.work));
  }
  std::printf("\n%s\n", title);
  double const first = median(rows.front().nanoseconds);
  for (auto const& row : rows) {
    double const own = median(row.nanoseconds);
    std::printf("  %-46s %12.1f ns  %8.2f x\n", row.name.c_str(), own, own / first);
  }
}

constexpr int kDates = 1000;

// A thousand start days over the coverage, so that no single one is measured.
std::vector<Date> start_days(WorkingCalendar const& calendar) {
  std::vector<Date> days;
  days.reserve(kDates);
  for (int index = 0; index < kDates; ++index) {
    days.push_back(calendar.covered_from() + std::chrono::days{(index * 37) % 6000});
  }
  return days;
}

long long volatile sink = 0;

void calendar_rows(WorkingCalendar const& calendar) {
  auto const days = start_days(calendar);
  bench::BareTable const table{calendar};
  std::vector<Row> adding{
      {"bare table of two loads (1000 dates)",
       [&] {
         for (Date day : days)
           sink = sink + table.add(day, 10).time_since_epoch().count();
       },
       {}},
      {"WorkingCalendar::add",
       [&] {
         for (Date day : days)
           sink = sink + calendar.add(day, WorkingDays{10}).value().time_since_epoch().count();
       },
       {}},
  };
  std::vector<Row> counting{
      {"bare table of two loads (1000 dates)",
       [&] {
         for (Date day : days)
           sink = sink + table.count(day, day + std::chrono::days{60});
       },
       {}},
      {"WorkingCalendar::count_between",
       [&] {
         for (Date day : days)
           sink = sink + calendar.count_between(day, day + std::chrono::days{60}).value();
       },
       {}},
  };
  bench::QuantLibCalendar const peer;
  if (peer.is_built_in()) {
    adding.push_back({"QuantLib UnitedKingdom::advance",
                      [&] {
                        for (Date day : days)
                          sink = sink + peer.add(day, 10);
                      },
                      {}});
    counting.push_back({"QuantLib UnitedKingdom::businessDaysBetween",
                        [&] {
                          for (Date day : days)
                            sink = sink + peer.count(day, day + std::chrono::days{60});
                        },
                        {}});
  }
  compare("Add 10 working days", std::move(adding));
  compare("Count working days over 60 days", std::move(counting));
}

void assess_rows(PolicyBook const& book) {
  std::string const text =
      R"({"brand":"homes-plus","kind":"complaint","matter":"repairs","events":[{"type":"submitted","at":"2026-03-26T09:00:00Z"},)"
      R"({"type":"acknowledged","at":"2026-03-31T14:00:00Z"}]})";
  auto const record = parse_record(text).value();
  Instant const as_of = *parse_instant("2026-04-08T09:00:00Z");
  AssessOptions const quick{.receipt = std::nullopt, .explanation = Explanation::none};
  compare(
      "Assess a complaint (nanoseconds a call)",
      {{"without the why",
        [&] { sink = sink + assess(record, book, as_of, quick).value().stage; },
        {}},
       {"with the why", [&] { sink = sink + assess(record, book, as_of).value().stage; }, {}},
       {"from JSON to JSON, with the why",
        [&] {
          sink =
              sink +
              static_cast<long long>(
                  assessment_json(assess(parse_record(text).value(), book, as_of).value()).size());
        },
        {}}});
}

void check_rows(PolicyBook const& book) {
  Submission submission;
  submission.set(Field::brand, "homes-plus");
  submission.set(Field::kind, "complaint");
  std::string words;
  while (words.size() < 2800)
    words += "The roof leaks and nobody came, though we rang “every week”.\n";
  submission.set(Field::what_happened, words);
  submission.set(Field::email, "grace@example.org");
  std::string const text = canonical_json(submission);
  compare("Check a complaint of 3 KB (nanoseconds a call)",
          {{"nlohmann-json: parse to its DOM alone",
            [&] { sink = sink + bench::nlohmann_dom_size(text); },
            {}},
           {"parse_submission and check_submission",
            [&] {
              sink = sink + static_cast<long long>(
                                check_submission(parse_submission(text).value(), book).size());
            },
            {}}});
}

}  // namespace

int main() {
  auto const& book = support::shipped_policy();
  std::printf(
      "Medians of %d interleaved rounds of %lld ms; ratios to the first row of each table.\n",
      kRounds, static_cast<long long>(kRoundTime.count()));
  calendar_rows(book.calendar);
  assess_rows(book);
  check_rows(book);
  return 0;
}
