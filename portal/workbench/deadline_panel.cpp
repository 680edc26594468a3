#include <algorithm>
#include <array>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/node_presenter.hpp"
#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"
#include "portal/workbench/timeline.hpp"
#include "portal/workbench/timeline_words.hpp"
#include "portal/workbench/why.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/words.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

// The slider reaches this many days from the day of receipt: past the end of stage 2.
constexpr int kSliderDays = 120;

// The deadline not met yet that falls first after `date`, or null.
Deadline const* next_due(Assessment const& assessment, Date date) {
  Deadline const* next = nullptr;
  for (Deadline const& deadline : assessment.deadlines) {
    bool const comes = !deadline.met_on && deadline.promised_on > date;
    if (comes && (next == nullptr || deadline.promised_on < next->promised_on)) next = &deadline;
  }
  return next;
}

// Never silent: where there is nowhere to go, it says so.
void travel_to(Bench& bench, Deadline const* next, std::chrono::days after,
               PolicyBook const& book) {
  if (next == nullptr) {
    bench.message = "No deadline comes after " + say_date(looked_at(bench).today) + ".";
    return;
  }
  Scenario& scenario = looked_at(bench);
  set_today(scenario, next->promised_on + after, book);
  bench.message =
      std::string(short_name(next->rule->id)) + ": now " + say_date(scenario.today) + ".";
}

void draw_today(Bench& bench, Assessment const& assessment, PolicyBook const& book,
                Look const& look) {
  Scenario& scenario = looked_at(bench);
  canvas::write("Today (time travel)", look.strong(13.5F, canvas::kMutedInk));
  canvas::gap(look.px(5));
  if (auto const day = day_picker("Today", scenario.today, book.calendar, bench.picker, look))
    set_today(scenario, *day, book);
  canvas::gap(look.px(4));
  Date const first = begun_on(scenario);
  auto const at_day = static_cast<int>((scenario.today - first).count());
  int const now = canvas::slider("Today slider", say_date(scenario.today),
                                 {0, std::max(kSliderDays, at_day), at_day}, look);
  if (now != at_day) set_today(scenario, first + std::chrono::days{now}, book);
  canvas::gap(look.px(4));
  float const between = look.px(8);
  ImVec2 const size((canvas::width_left() - between) / 2, look.px(34));
  ImVec2 const at = canvas::take({canvas::width_left(), size.y});
  Deadline const* const next = next_due(assessment, scenario.today);
  canvas::Area const due{at, at + size};
  canvas::Area const after{{due.to.x + between, at.y}, {due.to.x + between + size.x, due.to.y}};
  bool const to_due = canvas::panel_button(due, {"next", "Next deadline"}, look);
  bool const to_after = canvas::panel_button(after, {"after", "Day after it"}, look);
  if (to_due || to_after) travel_to(bench, next, std::chrono::days{to_after ? 1 : 0}, book);
  canvas::gap(look.px(14));
}

// The deadline that was chosen; else the first that is still owed; else the first.
int explained_index(Bench const& bench, Assessment const& assessment) {
  auto const& deadlines = assessment.deadlines;
  auto const place = [&](auto const& wanted) {
    return static_cast<int>(std::find_if(deadlines.begin(), deadlines.end(), wanted) -
                            deadlines.begin());
  };
  auto const count = static_cast<int>(deadlines.size());
  int const chosen =
      place([&](Deadline const& deadline) { return bench.explained == deadline.rule->id; });
  if (chosen < count) return chosen;
  int const owed = place([](Deadline const& deadline) { return !deadline.met_on; });
  return owed < count ? owed : 0;
}

void draw_why(Bench& bench, Assessment const& assessment, PolicyBook const& book,
              Look const& look) {
  std::vector<std::string_view> names;
  for (Deadline const& deadline : assessment.deadlines) {
    names.push_back(short_name(deadline.rule->id));
  }
  int chosen = explained_index(bench, assessment);
  canvas::write("Why this date", look.strong(17), canvas::ItemKind::heading);
  canvas::gap(look.px(8));
  int const pressed =
      canvas::segmented("Why this date", names, chosen, look, canvas::Segments::panels);
  if (pressed >= 0) {
    chosen = pressed;
    bench.explained = assessment.deadlines[static_cast<std::size_t>(pressed)].rule->id;
  }
  Deadline const& deadline = assessment.deadlines[static_cast<std::size_t>(chosen)];
  canvas::gap(look.px(10));
  canvas::write(why_sentence(deadline, book), look.ink(14.5F, canvas::kMutedInk));
  canvas::gap(look.px(8));
  canvas::Answers none;
  canvas::NodePresenter presenter(none, look);
  presenter(why_table(deadline, book.calendar));
}

void draw_status(Assessment const& assessment, Look const& look) {
  auto const status = static_cast<std::size_t>(assessment.status);
  std::string line = "Stage " + std::to_string(assessment.stage) + ". ";
  line += words::kStatusNames[status];
  line += ". ";
  line += assessment.ombudsman.scheme == nullptr ? "No ombudsman named by the policy."
                                                 : assessment.ombudsman.scheme->name + ".";
  canvas::write(line, look.ink(14.5F, canvas::kMutedInk));
  canvas::gap(look.px(12));
}

void draw_exports(Bench& bench, Assessment const& assessment, PolicyBook const& book,
                  Look const& look) {
  constexpr std::array<std::string_view, 4> kLabels{"Copy text", "Save text", "Save SVG",
                                                    "Save PNG"};
  int const pressed = button_row(kLabels, look);
  if (pressed < 0) return;
  if (pressed >= 2) {
    // The page makes pixels of it: a browser has the letters and the encoder.
    bool const is_png = pressed == 3;
    bench.saved = {is_png ? "deadlines.png" : "deadlines.svg",
                   is_png ? "image/png" : "image/svg+xml",
                   timeline_svg(assessment, book.calendar, looked_at(bench).today)};
    return;
  }
  std::string text = deadlines_text(assessment, book);
  if (pressed == 1) {
    bench.saved = {"deadlines.txt", "text/plain", std::move(text)};
  } else {
    bench.to_copy = std::move(text);
    bench.message = "The deadlines were copied.";
  }
}

}  // namespace

void draw_deadline_panel(Bench& bench, Assessment const& assessment, PolicyBook const& book,
                         Look const& look) {
  canvas::write("Deadlines", look.strong(18), canvas::ItemKind::heading);
  canvas::gap(look.px(4));
  draw_status(assessment, look);
  draw_today(bench, assessment, book, look);
  if (assessment.deadlines.empty()) {
    canvas::write(assessment.course->notice.empty() ? std::string_view("No deadlines run now.")
                                                    : words::kHomebuilderNotice,
                  look.ink(16));
    return;
  }
  Date const today = looked_at(bench).today;
  TimelineTouch const touched = draw_timeline(
      {.assessment = assessment,
       .calendar = book.calendar,
       .today = today,
       .range = range_with({today, today}, assessment),
       .shown = assessment.deadlines[static_cast<std::size_t>(explained_index(bench, assessment))]
                    .rule->id,
       .read = bench.read_day},
      look);
  if (touched.read) bench.read_day = touched.read;
  if (touched.today) set_today(looked_at(bench), *touched.today, book);
  if (touched.deadline) bench.explained = touched.deadline;
  canvas::gap(look.px(10));
  draw_exports(bench, assessment, book, look);
  canvas::gap(look.px(18));
  draw_why(bench, assessment, book, look);
}

void draw_problem_panel(std::vector<Problem> const& problems, Look const& look) {
  canvas::write("Deadlines", look.strong(18), canvas::ItemKind::heading);
  canvas::gap(look.px(12));
  std::vector<view::ScreenProblem> shown;
  shown.reserve(problems.size());
  for (Problem const& problem : problems) {
    shown.push_back({"", problem.words});
  }
  canvas::Answers none;
  canvas::NodePresenter presenter(none, look);
  presenter.draw_problems(shown);
}

}  // namespace putright::workbench
