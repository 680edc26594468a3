#include <algorithm>
#include <array>

#include <imgui.h>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"
#include "shared/text/dates.hpp"
#include "shared/wire/record_json.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

constexpr std::array<std::string_view, kStepCount> kStepLabels{
    "Acknowledged", "Stage 1 response", "Stage 2 request", "Stage 2 acknowledged",
    "Stage 2 response"};
constexpr std::array<float, 3> kScales{1.0F, 1.25F, 1.5F};
constexpr std::chrono::minutes kTimeStep{30};
constexpr canvas::StepNames kTurn{"previous", "next"};

void caption(std::string_view words, Look const& look) {
  canvas::write(words, look.strong(13.5F, canvas::kMutedInk));
  canvas::gap(look.px(5));
}

void section_gap(Look const& look) {
  canvas::gap(look.px(14));
}

void draw_brands(Bench& bench, PolicyBook const& book, Look const& look) {
  caption("Brand", look);
  float const between = look.px(8);
  float const width = (canvas::width_left() - between) / 2;
  float const height = look.px(38);
  for (std::size_t row = 0; row < book.brands.size(); row += 2) {
    ImVec2 const at = canvas::take({canvas::width_left(), height});
    for (std::size_t column = 0; column < 2 && row + column < book.brands.size(); ++column) {
      Brand const& brand = book.brands[row + column];
      ImVec2 const from(at.x + (width + between) * static_cast<float>(column), at.y);
      canvas::Area const area{from, from + ImVec2(width, height)};
      bool const is_chosen = bench.scenario.brand == brand.id;
      canvas::Paint const dot = canvas::paint_of(brand.colour.main);
      if (canvas::dotted_choice(area, {brand.id, brand.name, canvas::ItemKind::choice, is_chosen},
                                dot, look)) {
        bench.scenario.brand = brand.id;
        bench.preview.pressed.reset();
      }
    }
    canvas::gap(between);
  }
  canvas::gap(look.px(6));
}

void draw_kind(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 3> kLabels{"Complaint", "Comment", "Compliment"};
  int const pressed =
      canvas::segmented("kind", kLabels, static_cast<int>(bench.scenario.kind), look);
  if (pressed >= 0) {
    bench.scenario.kind = static_cast<FeedbackKind>(pressed);
    bench.preview.pressed.reset();
    bench.preview.step = 0;
  }
  section_gap(look);
}

void draw_matter(Bench& bench, PolicyBook const& book, Look const& look) {
  caption("About", look);
  LabelledId const* const matter = book.matter(bench.scenario.matter);
  int const turn = canvas::stepper("About", matter == nullptr ? "" : matter->label, look, kTurn);
  if (turn != 0) turn_matter(bench.scenario, turn, book);
  section_gap(look);
}

std::string time_words(std::chrono::minutes at) {
  std::chrono::hh_mm_ss const parts{at};
  std::string const minutes = std::to_string(parts.minutes().count());
  return std::to_string(parts.hours().count()) + ":" + (minutes.size() < 2 ? "0" : "") + minutes;
}

void draw_made_on(Bench& bench, PolicyBook const& book, Look const& look) {
  caption("Received", look);
  Scenario& scenario = bench.scenario;
  int const by = canvas::stepper("Received", say_date(scenario.made_on), look);
  if (by != 0) move_made_on(scenario, by, book);
  canvas::gap(look.px(6));
  int const time = canvas::stepper("Time received", time_words(scenario.made_at), look);
  constexpr std::chrono::minutes kLast{24 * 60 - 30};
  scenario.made_at =
      std::clamp(scenario.made_at + kTimeStep * time, std::chrono::minutes{0}, kLast);
  section_gap(look);
}

void draw_steps(Bench& bench, PolicyBook const& book, Look const& look) {
  for (std::size_t index = 0; index < kStepCount; ++index) {
    auto const step = static_cast<ProcessStep>(index);
    bool const is_on = bench.scenario.step(step).happened;
    std::string_view const label = kStepLabels[index];
    if (canvas::toggle(label, is_on, look)) switch_step(bench.scenario, step);
    if (is_on) {
      int const by = canvas::stepper(label, say_date(bench.scenario.step(step).on), look);
      if (by != 0) move_step(bench.scenario, step, by, book);
      canvas::gap(look.px(8));
    }
  }
  section_gap(look);
}

void draw_edition(Bench& bench, PolicyBook const& book, Edition const* edition, Look const& look) {
  caption(bench.scenario.edition ? "Policy edition: whatever its dates"
                                 : "Policy edition: the one in force",
          look);
  std::string const words = edition != nullptr       ? edition->title
                            : bench.scenario.edition ? *bench.scenario.edition
                                                     : std::string("None");
  int const turn = canvas::stepper("Policy edition", words, look, kTurn);
  if (turn != 0) turn_edition(bench.scenario, turn, book);
  section_gap(look);
  caption("Arrivals outside working time", look);
  constexpr std::array<std::string_view, 3> kLabels{"As edition", "Strict", "Rolled"};
  int const chosen = bench.scenario.receipt ? 1 + static_cast<int>(*bench.scenario.receipt) : 0;
  int const pressed = canvas::segmented("receipt", kLabels, chosen, look);
  if (pressed == 0) bench.scenario.receipt.reset();
  if (pressed > 0) bench.scenario.receipt = static_cast<ReceiptRule>(pressed - 1);
  section_gap(look);
}

void draw_invented_holiday(Bench& bench, PolicyBook const& book, Look const& look) {
  caption("What if", look);
  bool const is_on = bench.scenario.invented_holiday.has_value();
  if (canvas::toggle("Another bank holiday", is_on, look))
    switch_invented_holiday(bench.scenario, book);
  if (is_on) {
    int const by =
        canvas::stepper("Bank holiday", say_date(*bench.scenario.invented_holiday), look);
    if (by != 0) move_invented_holiday(bench.scenario, by, book);
  }
  section_gap(look);
}

// What `putright assess` reads: to keep, to send to a colleague, to put into a test.
void draw_copy(Bench& bench, Look const& look) {
  section_gap(look);
  if (canvas::button("copy", "Copy as JSON", canvas::ButtonWeight::second, look))
    bench.to_copy = record_json(record_of(bench.scenario));
}

void draw_view(Bench& bench, Look const& look) {
  bool const is_shown = bench.preview.problems == ProblemView::shown;
  if (canvas::toggle("Show problems", is_shown, look)) {
    bench.preview.problems = is_shown ? ProblemView::hidden : ProblemView::shown;
    bench.preview.pressed.reset();
  }
  bool const is_phone = bench.page_width == PageWidth::phone;
  if (canvas::toggle("Phone width", is_phone, look)) {
    bench.page_width = is_phone ? PageWidth::full : PageWidth::phone;
  }
  canvas::gap(look.px(8));
  caption("Text size", look);
  constexpr std::array<std::string_view, 3> kLabels{"100%", "125%", "150%"};
  auto const at = std::find(kScales.begin(), kScales.end(), bench.scale) - kScales.begin();
  int const pressed = canvas::segmented("scale", kLabels, static_cast<int>(at), look);
  if (pressed >= 0) bench.scale = kScales[static_cast<std::size_t>(pressed)];
}

}  // namespace

void draw_scenario_panel(Bench& bench, PolicyBook const& book, Edition const* edition,
                         Look const& look) {
  canvas::write("Scenario", look.strong(18), canvas::ItemKind::heading);
  canvas::gap(look.px(4));
  canvas::write("Made up, and not kept. Change it and see what the customer sees.",
                look.ink(14, canvas::kMutedInk));
  section_gap(look);
  draw_brands(bench, book, look);
  draw_kind(bench, look);
  draw_matter(bench, book, look);
  draw_made_on(bench, book, look);
  draw_steps(bench, book, look);
  draw_edition(bench, book, edition, look);
  draw_invented_holiday(bench, book, look);
  draw_view(bench, look);
  draw_copy(bench, look);
}

void draw_screen_switches(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 3> kLabels{"Home", "Tell us", "Track"};
  Preview& preview = bench.preview;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const whole = canvas::width_left();
  float const part = preview.page == Page::journey ? whole * 0.55F : whole;
  {
    canvas::Narrowed const column(whole - part);
    int const pressed = canvas::segmented("page", kLabels, static_cast<int>(preview.page), look);
    if (pressed >= 0) {
      preview.page = static_cast<Page>(pressed);
      preview.pressed.reset();
    }
  }
  if (part == whole) return;
  float const indent = part + look.px(10);
  ImGui::SetCursorScreenPos(at);
  ImGui::Indent(indent);
  int const turn = canvas::stepper("Screen", step_words(preview, bench.scenario), look, kTurn);
  ImGui::Unindent(indent);
  if (turn == 0) return;
  auto const count = static_cast<int>(step_count(bench.scenario));
  preview.step = static_cast<std::size_t>((static_cast<int>(preview.step) + turn + count) % count);
  preview.pressed.reset();
}

}  // namespace putright::workbench
