// A thousand made-up scenarios: the dates on the canvas are those of assess() for the saved file,
// those of colleagues' page about it and of what programs are answered, and those on the customer's
// page. PUTRIGHT_SEED repeats a run.
#include <cstdlib>
#include <iostream>
#include <random>

#include <doctest/doctest.h>
#include <malloc.h>

#if defined(__has_feature)
#define PUTRIGHT_SANITIZED __has_feature(address_sanitizer)
#else
#define PUTRIGHT_SANITIZED 0
#endif
#if PUTRIGHT_SANITIZED
#include <sanitizer/allocator_interface.h>
#endif

#include "portal/colleagues/scenario.hpp"
#include "portal/html/page.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/scenario_json.hpp"
#include "portal/workbench/timeline.hpp"
#include "shared/text/case_words.hpp"
#include "shared/text/dates.hpp"
#include "shared/wire/assessment_json.hpp"
#include "tests/portal/imgui_bench.hpp"

using namespace putright;
using namespace putright::workbench;
using std::chrono::days;
using support::BenchOnCanvas;

namespace {

constexpr int kScenarios = 1000;
constexpr int kMostEvents = 8;
constexpr int kFrames = 10'000;
// What the library may still grow into: glyphs of a size not drawn before, a longer list.
constexpr std::size_t kMostGrowthBytes = 64U << 10U;

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

  template <class Rows>
  auto const& one_of(Rows const& rows) {
    return rows[static_cast<std::size_t>(up_to(static_cast<int>(rows.size()) - 1))];
  }

  Scenario scenario(PolicyBook const& book) {
    Scenario made = first_scenario(book);
    made.brand = one_of(book.brands).id;
    made.kind = one_of(kFeedbackKinds).value;
    made.matter = one_of(book.matters).id;
    made.relationship = one_of(book.relationships).id;
    made.events.resize(1);
    made.today = Date{std::chrono::year{2024} / 3 / 4} + days{up_to(1400)};
    set_event_day(made.events[0], made.today);
    set_event_time(made.events[0], std::chrono::minutes{up_to(47) * 30});
    if (up_to(3) == 0) made.receipt = one_of(kReceiptRules).value;
    for (int times = up_to(3); times > 0; --times)
      add_invented_holiday(made, book);
    // What may stand depends on the bank holidays too.
    add_events(made, with_invented_holidays(book, made));
    return made;
  }

 private:
  void add_events(Scenario& made, PolicyBook const& book) {
    for (int times = up_to(kMostEvents); times > 0; --times) {
      set_today(made, made.today + days{up_to(12)}, book);
      auto const assessment = assess(record_of(made), book, as_of(made), {made.receipt});
      Event event = new_event(made, one_of(kEventTypes).value,
                              assessment.ok() ? &assessment.value() : nullptr);
      if (refusals_of_adding(made, event, book).empty()) add_event(made, std::move(event));
    }
  }

  std::mt19937 random_;
};

unsigned seed_of_this_run() {
  char const* const given = std::getenv("PUTRIGHT_SEED");
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10))
                          : std::random_device{}();
}

std::string row_label(Deadline const& deadline) {
  return std::string(short_name(deadline.rule->id)) + ", by " + short_date(deadline.promised_on);
}

// A press on a saved scenario's page, as the stub answers it.
std::string staff_page(std::string const& saved, std::string_view go, PolicyBook const& book) {
  return render_page(
      colleagues::answer_scenario({{"scenario", saved}, {"go", std::string{go}}}, {book, {}})
          .screen);
}

// The deadline's row of the page's table.
std::string table_row(Deadline const& deadline) {
  return std::string{words::kCaseDeadlines[static_cast<std::size_t>(deadline.rule->id)]} +
         "</th><td class=\"govuk-table__cell\">" + say_date(deadline.promised_on) + "</td>";
}

// The date that programs are answered: by `putright assess`, and in a case file.
std::string answered_date(json::Value const& answer, Deadline const& deadline) {
  for (auto const& one : answer.find("deadlines")->items) {
    if (one.string_at("id") == name_in(kDeadlineIds, deadline.rule->id))
      return std::string{one.string_at("promised_on")};
  }
  return {};
}

// A sanitizer has an allocator of its own, and counts what it gave out.
#if PUTRIGHT_SANITIZED
std::size_t bytes_in_use() {
  return __sanitizer_get_current_allocated_bytes();
}
#else
std::size_t bytes_in_use() {
  return mallinfo2().uordblks;
}
#endif

}  // namespace

TEST_CASE(
    "for any scenario file the dates on the canvas, in the HTML face, from assess and in the "
    "stub's "
    "answer are the same") {
  unsigned const seed = seed_of_this_run();
  CAPTURE(seed);
  Maker maker(seed);
  BenchOnCanvas bench;
  bench->bench().preview.page = Page::track;
  int dates = 0;
  for (int count = 0; count < kScenarios; ++count) {
    CAPTURE(count);
    bench.scenario() = maker.scenario(bench->published());
    bench.change();
    auto const opened = read_scenario(scenario_json(bench.scenario()));
    REQUIRE(opened.ok());
    Scenario const& saved = opened.value();
    PolicyBook const book = with_invented_holidays(bench->published(), saved);
    auto const assessment = assess(record_of(saved), book, as_of(saved), {saved.receipt});
    REQUIRE_MESSAGE(assessment.ok(), problems_json(assessment.error()), scenario_json(saved));
    std::string const page = bench->page();
    std::string const file = scenario_json(saved);
    std::string const html = staff_page(file, "show", bench->published());
    std::string const customers = staff_page(file, "customer", bench->published());
    auto const answer =
        json::parse(explained_assessment_json(assessment.value(), {}), json::kDocumentLimits);
    REQUIRE(answer.ok());
    for (Deadline const& deadline : assessment.value().deadlines) {
      CAPTURE(row_label(deadline));
      CHECK(bench.has_control(row_label(deadline)));
      CHECK(html.find(table_row(deadline)) != std::string::npos);
      CHECK(answered_date(answer.value(), deadline) == format_date(deadline.promised_on));
      // Nothing comes next for a complaint that was withdrawn.
      bool const is_told =
          !deadline.met_on && assessment.value().status != ComplaintStatus::withdrawn;
      if (is_told) CHECK(customers.find(say_date(deadline.promised_on)) != std::string::npos);
      // The canvas's page tells the edition's own reading; where the scenario asks for another, it
      // differs.
      bool const is_own_reading = saved.receipt.value_or(assessment.value().edition->receipt) ==
                                  assessment.value().edition->receipt;
      if (is_own_reading && is_told)
        CHECK(page.find(say_date(deadline.promised_on)) != std::string::npos);
      ++dates;
    }
  }
  CHECK(dates > kScenarios / 2);
}

TEST_CASE("memory: over ten thousand frames of use nothing piles up") {
  BenchOnCanvas bench;
  Bench& state = bench->bench();
  auto const use = [&](int frames) {
    for (int frame = 0; frame < frames; ++frame) {
      state.view = static_cast<View>(frame / 50 % 4);
      state.tab = static_cast<Tab>(frame / 20 % 3);
      if (frame % 10 == 0)
        set_today(state.scenario, begun_on(state.scenario) + days{frame / 10 % 30}, bench->book());
      bench->stage().pointer_moved(static_cast<float>(frame % 1440),
                                   static_cast<float>(frame % 900), canvas::PointerSource::mouse);
      bench->frame(support::next_frame_ms());
    }
  };
  bench->stage().resize(1440, 900, 1);
  use(kFrames / 10);
  std::size_t const before = bytes_in_use();
  use(kFrames);
  CHECK(before > 0);
  CHECK(bytes_in_use() < before + kMostGrowthBytes);
}
