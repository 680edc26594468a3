// Two readings side by side on one scale of days, and what differs in words.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"
#include "portal/workbench/timeline.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

constexpr float kSideBySideFrom = 640;

void choose_edition(std::string_view what, std::optional<std::string>& id, Shown const& shown,
                    Picker& picker, Look const& look) {
  std::vector<Option> options{{"The edition in force"}};
  std::string_view words = options.front().label;
  for (Edition const& edition : shown.book.editions) {
    options.push_back({edition.title});
    if (edition.id == id) words = edition.title;
  }
  if (auto const pressed = chooser(what, words, options, picker, look)) {
    id.reset();
    if (*pressed > 0) id = shown.book.editions[*pressed - 1].id;
  }
}

void draw_choice(Bench& bench, Shown const& shown, Look const& look) {
  constexpr std::array<std::string_view, 3> kLabels{"Editions", "Strict and rolled",
                                                    "Before and after"};
  Comparison& comparison = bench.comparison;
  int const pressed =
      canvas::segmented("Compare", kLabels, static_cast<int>(comparison.contrast), look);
  if (pressed >= 0) comparison.contrast = static_cast<Contrast>(pressed);
  section_gap(look);
  if (comparison.contrast == Contrast::editions) {
    choose_edition("Left", comparison.one, shown, bench.picker, look);
    canvas::gap(look.px(6));
    choose_edition("Right", comparison.other, shown, bench.picker, look);
    section_gap(look);
  }
  bool const lacks_holidays =
      comparison.contrast == Contrast::holidays && bench.scenario.invented_holidays.empty();
  if (lacks_holidays) {
    canvas::write("No bank holiday is invented yet: add one under What if.", look.ink(15));
    section_gap(look);
  }
}

void draw_problems(std::vector<Problem> const& problems, Look const& look) {
  for (Problem const& problem : problems) {
    canvas::write(name(problem.code), look.strong(13, canvas::kProblem));
    canvas::write(problem.words, look.ink(14.5F, canvas::kProblem));
  }
}

void draw_side(Bench& bench, Reading const& reading, Shown const& shown, TimelineRange const& range,
               WorkingCalendar const& calendar, Look const& look) {
  canvas::write(reading.words, look.strong(16), canvas::ItemKind::heading);
  canvas::gap(look.px(8));
  ImGui::PushID(reading.words.data(), reading.words.data() + reading.words.size());
  if (reading.assessment.ok()) {
    TimelineTouch const touched = draw_timeline({.assessment = reading.assessment.value(),
                                                 .calendar = calendar,
                                                 .today = bench.scenario.today,
                                                 .range = range,
                                                 .read = bench.read_day},
                                                look);
    if (touched.read) bench.read_day = touched.read;
    if (touched.today) set_today(bench.scenario, *touched.today, shown.book);
  } else {
    draw_problems(reading.assessment.error(), look);
  }
  ImGui::PopID();
}

TimelineRange range_of(Compared const& compared, Date today) {
  TimelineRange range{today, today};
  for (Reading const* const reading : {&compared.one, &compared.other}) {
    if (reading->assessment.ok()) range = range_with(range, reading->assessment.value());
  }
  return range;
}

}  // namespace

void draw_compare_panel(Bench& bench, Shown const& shown, Books const& books, Look const& look) {
  canvas::write("Compare", look.strong(18), canvas::ItemKind::heading);
  canvas::gap(look.px(8));
  draw_choice(bench, shown, look);
  Compared const compared = compare(bench.scenario, bench.comparison, books);
  bool const is_holidays = bench.comparison.contrast == Contrast::holidays;
  WorkingCalendar const& before = is_holidays ? books.published.calendar : books.invented.calendar;
  TimelineRange const range = range_of(compared, bench.scenario.today);
  canvas::write("What differs", look.strong(16), canvas::ItemKind::heading);
  canvas::gap(look.px(6));
  for (std::string const& line : compared.differences)
    canvas::write(line, look.ink(15.5F));
  section_gap(look);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const whole = canvas::width_left();
  bool const is_wide = whole >= look.px(kSideBySideFrom);
  float const part = is_wide ? (whole - look.px(28)) / 2 : whole;
  {
    canvas::Narrowed const column(whole - part);
    draw_side(bench, compared.one, shown, range, before, look);
  }
  section_gap(look);
  float const indent = is_wide ? whole - part : 0;
  if (is_wide) {
    ImGui::SetCursorScreenPos(at);
    ImGui::Indent(indent);
  }
  draw_side(bench, compared.other, shown, range, books.invented.calendar, look);
  if (is_wide) ImGui::Unindent(indent);
}

}  // namespace putright::workbench
