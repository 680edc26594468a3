#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

constexpr canvas::StepNames kTurn{"previous", "next"};

void draw_steps(Bench& bench, ImVec2 at, float indent, Look const& look) {
  Preview& preview = bench.preview;
  ImGui::SetCursorScreenPos(at);
  ImGui::Indent(indent);
  int const turn = canvas::stepper("Screen", step_words(preview, bench.scenario), look, kTurn);
  ImGui::Unindent(indent);
  if (turn == 0) return;
  auto const count = static_cast<int>(step_count(bench.scenario));
  preview.step = static_cast<std::size_t>((static_cast<int>(preview.step) + turn + count) % count);
  preview.pressed.reset();
}

void draw_pages(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 3> kLabels{"Home", "Tell us", "Track"};
  Preview& preview = bench.preview;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const whole = canvas::width_left();
  float const part = preview.page == Page::journey ? whole * 0.55F : whole;
  {
    canvas::Narrowed const column(whole - part);
    int const pressed = canvas::segmented("Screens", kLabels, static_cast<int>(preview.page), look);
    if (pressed >= 0) {
      preview.page = static_cast<Page>(pressed);
      preview.pressed.reset();
    }
  }
  if (part < whole) draw_steps(bench, at, part + look.px(10), look);
}

void draw_faces(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 2> kFaces{"Page", "Drawn"};
  constexpr std::array<std::string_view, 4> kWidths{"Fit", "Phone", "Tablet", "Desktop"};
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const whole = canvas::width_left();
  float const part = whole * 0.34F;
  {
    canvas::Narrowed const column(whole - part);
    int const pressed = canvas::segmented("Shown as", kFaces, static_cast<int>(bench.face), look);
    if (pressed >= 0) bench.face = static_cast<Face>(pressed);
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Indent(part + look.px(10));
  int const pressed = canvas::segmented("Width", kWidths, static_cast<int>(bench.page_width), look);
  ImGui::Unindent(part + look.px(10));
  if (pressed >= 0) bench.page_width = static_cast<PageWidth>(pressed);
}

}  // namespace

float page_pixels(PageWidth width) {
  constexpr std::array<float, 4> kPixels{0, 390, 768, 1280};
  return kPixels[static_cast<std::size_t>(width)];
}

void draw_screen_switches(Bench& bench, Look const& look) {
  if (is_live(bench)) {
    draw_faces(bench, look);
    return;
  }
  draw_pages(bench, look);
  canvas::gap(look.px(6));
  draw_faces(bench, look);
  canvas::gap(look.px(4));
  bool const is_shown = bench.preview.problems == ProblemView::shown;
  if (canvas::toggle("Show problems", is_shown, look)) {
    bench.preview.problems = is_shown ? ProblemView::hidden : ProblemView::shown;
    bench.preview.pressed.reset();
  }
}

}  // namespace putright::workbench
