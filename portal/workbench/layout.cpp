// Where everything stands on the canvas: the bar, the panels, the customer's screen.
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"
#include "portal/workbench/workbench.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Area;
using canvas::Look;

constexpr float kBarHeight = 48;
constexpr float kStripHeight = 4;
constexpr float kMargin = 14;
constexpr float kCardPad = 16;
constexpr float kLivePad = 30;
constexpr float kCardRadius = 10;
constexpr float kLeftWidth = 328;
constexpr float kRightWidth = 468;
// Narrower than this, one panel at a time is shown.
constexpr float kThreePanelsFrom = 1200;
constexpr float kMastheadHeight = 52;
constexpr float kWidestColumn = 640;
constexpr float kNarrowPage = 480;
// Below this width of the bar only the views stand in it.
constexpr float kTitleFrom = 1000;

ImGuiWindowFlags plain_window() {
  return ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
         ImGuiWindowFlags_NoScrollWithMouse;
}

// A scrolling region; closed when it goes.
class Region {
 public:
  Region(char const* name, Area area, float pad) {
    ImGui::SetCursorScreenPos(area.from);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, pad));
    ImGui::BeginChild(name, ImVec2(area.width(), area.height()),
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
  }
  ~Region() { ImGui::EndChild(); }
  Region(Region const&) = delete;
  Region& operator=(Region const&) = delete;
};

// One of the views' names in the dark bar; returns where it ends.
float draw_view_name(std::string_view label, float left, bool is_shown, bool& pressed,
                     Look const& look) {
  float const height = look.px(kBarHeight);
  canvas::Ink const ink = is_shown ? look.strong(15, canvas::kWhite)
                                   : look.ink(15, canvas::mix(canvas::kBar, canvas::kWhite, 0.75F));
  float const pad = look.px(12);
  float const width = canvas::width_of(label, look.strong(15)) + 2 * pad;
  Area const area{{left, look.px(6)}, {left + width, height - look.px(4)}};
  canvas::Touch const touched =
      canvas::touch(area, {label, label, canvas::ItemKind::tab, is_shown, {.group = "Views"}});
  ImDrawList& sheet = *ImGui::GetWindowDrawList();
  if (touched.hovered || is_shown)
    sheet.AddRectFilled(area.from, area.to, canvas::mix(canvas::kBar, canvas::kWhite, 0.12F),
                        look.px(6));
  if (touched.focused) canvas::draw_focus(area, look.px(6), look);
  canvas::draw_line({left + pad, (height - ink.size) / 2}, label, ink);
  pressed = touched.pressed;
  return area.to.x + look.px(4);
}

}  // namespace

void Workbench::draw(Look const& look) {
  slot_.reset();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("Workbench", nullptr, plain_window());
  // In a field these are the field's own.
  if (!ImGui::GetIO().WantTextInput && bench_.view != View::live) {
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z)) bench_.turn = Turn::undo;
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Y)) bench_.turn = Turn::redo;
  }
  draw_bar(look);
  draw_panels(look, look.px(kBarHeight + kStripHeight));
  ImGui::End();
}

void Workbench::draw_bar(Look const& look) {
  float const width = ImGui::GetIO().DisplaySize.x;
  float const height = look.px(kBarHeight);
  ImDrawList& sheet = *ImGui::GetWindowDrawList();
  sheet.AddRectFilled({0, 0}, {width, height}, canvas::kBar);
  sheet.AddRectFilled({0, height}, {width, height + look.px(kStripHeight)}, look.brand.main);
  float left = look.px(12);
  if (width >= look.px(kTitleFrom)) {
    canvas::Ink const title = look.strong(18, canvas::kWhite);
    left = look.px(20);
    left += canvas::draw_line({left, (height - title.size) / 2}, "Complaints workbench", title);
    canvas::name_words(canvas::ItemKind::heading, "Complaints workbench", 0, 0, left, height);
    left += look.px(24);
  }
  constexpr std::array<std::string_view, 5> kViews{"Screen", "Compare", "Many screens",
                                                   "Policy book", "Live"};
  for (std::size_t index = 0; index < kViews.size(); ++index) {
    bool pressed = false;
    auto const view = static_cast<View>(index);
    left = draw_view_name(kViews[index], left, bench_.view == view, pressed, look);
    if (pressed) wanted_view_ = view;
  }
  draw_news(left, look);
}

// What was just done, or the day, at the right of the bar.
void Workbench::draw_news(float left, Look const& look) {
  float const width = ImGui::GetIO().DisplaySize.x;
  float const height = look.px(kBarHeight);
  canvas::Ink const note = look.ink(14.5F, canvas::kWhite);
  bool const is_real_day = bench_.view == View::live && !is_live(bench_);
  std::string const words = bench_.live.waits_for != 0 ? "One moment."
                            : !bench_.message.empty()  ? bench_.message
                            : is_real_day              ? say_date(bench_.real_today)
                                                       : say_date(looked_at(bench_).today);
  float const room = width - left - look.px(32);
  float const start = width - look.px(16) - std::min(room, canvas::width_of(words, note));
  canvas::name_words(canvas::ItemKind::text, words, start, 0, width, height);
  if (room > look.px(90))
    canvas::draw_line_within({start, (height - note.size) / 2}, words, note, room);
}

void Workbench::draw_switcher(Look const& look, Area area) {
  std::array<std::string_view, 3> const labels{is_live(bench_) ? "Complaint" : "Scenario", "View",
                                               "Deadlines"};
  Region const switcher("Panels", area, 0);
  int const pressed = canvas::segmented("Panels", labels, static_cast<int>(bench_.panel), look,
                                        canvas::Segments::panels);
  if (pressed >= 0) bench_.panel = static_cast<Panel>(pressed);
}

void Workbench::draw_panels(Look const& look, float top) {
  ImVec2 const size = ImGui::GetIO().DisplaySize;
  float const margin = look.px(kMargin);
  top += margin;
  bool const is_wide = size.x >= look.px(kThreePanelsFrom);
  if (bench_.view == View::live && !is_live(bench_)) {
    draw_live({{margin, top}, size - ImVec2(margin, margin)}, look);
    return;
  }
  if (!is_wide) {
    draw_switcher(look, {{margin, top}, {size.x - margin, top + look.px(40)}});
    top += look.px(48);
  }
  Area const whole{{margin, top}, {size.x - margin, size.y - margin}};
  Area left = whole;
  Area centre = whole;
  Area right = whole;
  if (is_wide) {
    left.to.x = margin + look.px(kLeftWidth);
    right.from.x = size.x - margin - look.px(kRightWidth);
    centre = {{left.to.x + margin, top}, {right.from.x - margin, whole.to.y}};
    if (!has_deadlines()) centre.to.x = whole.to.x;
  }
  if (is_wide || bench_.panel == Panel::scenario) {
    canvas::draw_card(left, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
    Region const region("Scenario", left, look.px(kCardPad));
    if (is_live(bench_)) {
      draw_live_panel(bench_, shown(), look);
    } else {
      draw_scenario_panel(bench_, shown(), look);
    }
  }
  if (is_wide || bench_.panel == Panel::screen) draw_view(look, centre);
  if (is_wide ? has_deadlines() : bench_.panel == Panel::deadlines) {
    canvas::draw_card(right, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
    Region const region("Deadlines", right, look.px(kCardPad));
    draw_deadlines(look);
  }
  std::array const panels{left, centre, right};
  std::size_t const count = !is_wide ? 1 : has_deadlines() ? 3 : 2;
  panel_focus_.turn(std::span(panels).first(count), stage_.items());
  if (!bench_.to_copy.empty()) stage_.copy(std::exchange(bench_.to_copy, {}));
}

bool Workbench::has_deadlines() const {
  return bench_.view == View::screen || is_live(bench_);
}

void Workbench::draw_live(Area area, Look const& look) {
  canvas::draw_card(area, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
  Region const region("Live", area, look.px(kLivePad));
  draw_live_screen(bench_, shown(), look);
  panel_focus_.turn(std::span(&area, 1), stage_.items());
}

void Workbench::draw_view(Look const& look, Area area) {
  if (is_live(bench_) && bench_.live.step == LiveStep::form) {
    draw_live(area, look);
    return;
  }
  if (has_deadlines()) {
    Region const region("Screen", area, 0);
    draw_screen(look);
    return;
  }
  canvas::draw_card(area, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
  Region const region("View", area, look.px(kCardPad));
  if (bench_.view == View::compare) {
    draw_compare_panel(bench_, shown(), {published(), book()}, look);
  } else if (bench_.view == View::sheets) {
    draw_sheets_panel(bench_, shown(), sheets(), look);
  } else {
    draw_book_panel(bench_, shown(), look);
  }
}

void Workbench::draw_screen(Look const& look) {
  draw_screen_switches(bench_, look);
  canvas::gap(look.px(10));
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const room = canvas::width_left();
  float const bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
  float const wanted = page_pixels(bench_.page_width);
  // Larger text makes the drawn page larger; the real page keeps its width and gets larger text, as
  // on a device set so. A page wider than its place is shown smaller, as on a screen further away.
  bool const is_real = bench_.face == Face::page;
  float const full = is_real ? wanted : look.px(wanted);
  float const shrink = wanted > 0 ? std::min(1.0F, room / full) : 1.0F;
  float const width = wanted > 0 ? full * shrink : room;
  float const left = at.x + (room - width) / 2;
  Area const page{{left, at.y}, {left + width, bottom}};
  canvas::draw_card(page, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
  if (is_real) {
    slot_ = PageSlot{page, wanted > 0 ? wanted : room, look.scale};
    return;
  }
  draw_drawn_page(page, {look.fonts, look.brand, look.scale * shrink});
}

// The customer's screen from the same view tree, by Dear ImGui.
void Workbench::draw_drawn_page(Area page, Look const& look) {
  canvas::Scaled const text(look);
  float const masthead = look.px(kMastheadHeight);
  canvas::Press press = canvas::present_masthead(
      screen_, {.left = page.from.x, .top = page.from.y, .width = page.width(), .height = masthead},
      look);
  Area const body{{page.from.x, page.from.y + masthead}, page.to - ImVec2(2, 4)};
  {
    float const pad = look.px(page.width() < look.px(kNarrowPage) ? 16 : 30);
    Region const region("Page", body, pad);
    canvas::Narrowed const column(std::max(0.0F, canvas::width_left() - look.px(kWidestColumn)));
    canvas::Press const pressed = canvas::present(screen_, answers_, look);
    if (pressed.kind != canvas::Press::Kind::nothing) press = pressed;
    canvas::gap(pad);
  }
  if (press.kind == canvas::Press::Kind::copy) stage_.copy(press.target);
  take_press(press);
}

void Workbench::draw_deadlines(Look const& look) {
  if (assessment_->ok()) {
    draw_deadline_panel(bench_, assessment_->value(), book(), look);
  } else {
    draw_problem_panel(assessment_->error(), look);
  }
}

}  // namespace putright::workbench
