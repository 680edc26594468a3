#include "portal/workbench/workbench.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <imgui.h>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/words.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/panels.hpp"
#include "portal/workbench/timeline.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

constexpr float kBarHeight = 48;
constexpr float kStripHeight = 4;
constexpr float kMargin = 14;
constexpr float kCardPad = 16;
constexpr float kCardRadius = 10;
constexpr float kLeftWidth = 328;
constexpr float kRightWidth = 468;
// Narrower than this, one panel at a time is shown.
constexpr float kThreePanelsFrom = 1200;
constexpr float kMastheadHeight = 52;
constexpr float kPhoneWidth = 390;
constexpr float kWidestColumn = 640;

ImGuiWindowFlags plain_window() {
  return ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
         ImGuiWindowFlags_NoScrollWithMouse;
}

// A scrolling region; closed when it goes.
class Region {
 public:
  Region(char const* name, canvas::Area area, float pad) {
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

Edition const* edition_of(
    std::optional<Outcome<Assessment, std::vector<Problem>>> const& assessment) {
  return assessment && assessment->ok() ? assessment->value().edition : nullptr;
}

// "Stage 1 response: Thu 16 Apr becomes Fri 17 Apr" for each date that moves.
std::vector<std::string> changes_between(Outcome<Assessment, std::vector<Problem>> const& before,
                                         Outcome<Assessment, std::vector<Problem>> const& after) {
  std::vector<std::string> changes;
  if (!before.ok() || !after.ok()) return changes;
  for (Deadline const& deadline : after.value().deadlines) {
    Deadline const* const old = before.value().deadline(deadline.rule->id);
    if (old == nullptr || old->due_on == deadline.due_on) continue;
    changes.push_back(std::string(short_name(deadline.rule->id)) + ": " + short_date(old->due_on) +
                      " becomes " + short_date(deadline.due_on));
  }
  return changes;
}

}  // namespace

Workbench::Workbench(PolicyBook book) : book_(std::move(book)) {
  bench_.scenario = first_scenario(book_);
  refresh();
}

double Workbench::frame(double now_ms) {
  stage_.set_scale(bench_.scale);
  if (Brand const* const brand = book().brand(bench_.scenario.brand)) {
    stage_.set_brand(canvas::brand_paint(brand->colour));
  }
  double const wait = stage_.frame(now_ms, [this](Look const& look) { draw(look); });
  bool const has_changed =
      !(shown_scenario_ == bench_.scenario) || !(shown_preview_ == bench_.preview);
  if (!has_changed && stage_.scale() == bench_.scale) return wait;
  refresh();
  stage_.wake();
  return 0;
}

// What is drawn is worked out again only when the scenario or the preview changed.
void Workbench::refresh() {
  bool const same_preview = shown_preview_ == bench_.preview;
  bool const same_holiday = shown_scenario_.invented_holiday == bench_.scenario.invented_holiday;
  shown_scenario_ = bench_.scenario;
  shown_preview_ = bench_.preview;
  // The assessment points into the book: it goes first.
  assessment_.reset();
  if (!same_holiday) what_if_.reset();
  if (!same_holiday && bench_.scenario.invented_holiday)
    what_if_.emplace(with_invented_holiday(book_, bench_.scenario));
  assessment_.emplace(assessed_with(book()));
  bench_.changes.clear();
  if (what_if_) bench_.changes = changes_between(assessed_with(book_), *assessment_);
  view::Screen next = screen_of(bench_.preview, bench_.scenario, book());
  // Travelling in time keeps what was typed; another screen does not.
  if (!same_preview || next.path != screen_.path) answers_ = {};
  screen_ = std::move(next);
}

Outcome<Assessment, std::vector<Problem>> Workbench::assessed_with(PolicyBook const& book) const {
  return assess(record_of(bench_.scenario), book, as_of(bench_.scenario),
                {.receipt = bench_.scenario.receipt, .explanation = Explanation::full});
}

std::string Workbench::spoken() const {
  std::string spoken;
  if (!assessment_ || !assessment_->ok()) return spoken;
  for (Deadline const& deadline : assessment_->value().deadlines) {
    spoken +=
        std::string(short_name(deadline.rule->id)) + " by " + say_date(deadline.promised_on) + ". ";
  }
  return spoken;
}

void Workbench::draw(Look const& look) {
  ImVec2 const size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("Workbench", nullptr, plain_window());
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
  canvas::Ink const title = look.strong(18, canvas::kWhite);
  canvas::draw_line({look.px(20), (height - title.size) / 2}, "Complaints workbench", title);
  canvas::name_words(canvas::ItemKind::heading, "Complaints workbench", 0, 0, width / 2, height);
  canvas::Ink const note = look.ink(14.5F, canvas::kWhite);
  std::string const words = "Preview only   " + say_date(bench_.scenario.today);
  float const left = width - canvas::width_of(words, note) - look.px(20);
  if (left > look.px(240)) canvas::draw_line({left, (height - note.size) / 2}, words, note);
}

void Workbench::draw_panels(Look const& look, float top) {
  ImVec2 const size = ImGui::GetIO().DisplaySize;
  float const margin = look.px(kMargin);
  top += margin;
  float const bottom = size.y - margin;
  float const pad = look.px(kCardPad);
  bool const is_wide = size.x >= look.px(kThreePanelsFrom);
  if (!is_wide) {
    constexpr std::array<std::string_view, 3> kLabels{"Scenario", "Customer's screen", "Deadlines"};
    Region const switcher("Panels", {{margin, top}, {size.x - margin, top + look.px(40)}}, 0);
    int const pressed = canvas::segmented("panel", kLabels, static_cast<int>(bench_.panel), look);
    if (pressed >= 0) bench_.panel = static_cast<Panel>(pressed);
    top += look.px(48);
  }
  canvas::Area const whole{{margin, top}, {size.x - margin, bottom}};
  canvas::Area left = whole;
  canvas::Area centre = whole;
  canvas::Area right = whole;
  if (is_wide) {
    left.to.x = margin + look.px(kLeftWidth);
    right.from.x = size.x - margin - look.px(kRightWidth);
    centre = {{left.to.x + margin, top}, {right.from.x - margin, bottom}};
  }
  if (is_wide || bench_.panel == Panel::scenario) {
    canvas::draw_card(left, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
    Region const region("Scenario", left, pad);
    draw_scenario(look);
  }
  if (is_wide || bench_.panel == Panel::screen) {
    Region const region("Screen", centre, 0);
    draw_screen(look);
  }
  if (is_wide || bench_.panel == Panel::deadlines) {
    canvas::draw_card(right, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
    Region const region("Deadlines", right, pad);
    draw_deadlines(look);
  }
}

void Workbench::draw_scenario(Look const& look) {
  draw_scenario_panel(bench_, book(), edition_of(assessment_), look);
  if (!bench_.to_copy.empty()) stage_.copy(std::exchange(bench_.to_copy, {}));
}

void Workbench::draw_screen(Look const& look) {
  draw_screen_switches(bench_, look);
  canvas::gap(look.px(10));
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const room = canvas::width_left();
  float const width =
      bench_.page_width == PageWidth::phone ? std::min(room, look.px(kPhoneWidth)) : room;
  float const left = at.x + (room - width) / 2;
  float const bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
  canvas::Area const page{{left, at.y}, {left + width, bottom}};
  canvas::draw_card(page, look.px(kCardRadius), canvas::kWhite, canvas::kLine);
  canvas::Press press = canvas::present_masthead(
      screen_, {.left = left, .top = at.y, .width = width, .height = look.px(kMastheadHeight)},
      look);
  canvas::Area const body{{left, at.y + look.px(kMastheadHeight)},
                          {page.to.x - look.px(2), bottom - look.px(4)}};
  {
    float const pad = look.px(bench_.page_width == PageWidth::phone ? 16 : 30);
    Region const region("Page", body, pad);
    canvas::Narrowed const column(std::max(0.0F, canvas::width_left() - look.px(kWidestColumn)));
    canvas::Press const pressed = canvas::present(screen_, answers_, look);
    if (pressed.kind != canvas::Press::Kind::nothing) press = pressed;
    canvas::gap(pad);
  }
  if (press.kind == canvas::Press::Kind::copy) stage_.copy(press.target);
  follow_press(bench_.preview, press, bench_.scenario, book());
}

void Workbench::draw_deadlines(Look const& look) {
  if (assessment_->ok()) {
    draw_deadline_panel(bench_, assessment_->value(), book(), look);
  } else {
    draw_problem_panel(assessment_->error(), look);
  }
}

}  // namespace putright::workbench
