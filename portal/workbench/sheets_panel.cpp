// Screens drawn small, many at once. Nothing in them can be pressed: the whole sheet opens its
// screen.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"

namespace putright::workbench {
namespace {

using canvas::Area;
using canvas::Look;

constexpr float kSmallestSheet = 290;
constexpr float kSheetHeight = 380;
constexpr float kBetween = 16;
constexpr float kTitleHeight = 26;
constexpr float kMasthead = 52;
// A screen as wide as a large phone's.
constexpr float kPageWidth = 520;

canvas::BrandPaint brand_of(Sheet const& sheet, PolicyBook const& book, Look const& look) {
  Brand const* const brand = book.brand(sheet.scenario.brand);
  return brand == nullptr ? look.brand : canvas::brand_paint(brand->colour);
}

void draw_page(Sheet const& sheet, Area page, Look const& look) {
  canvas::Unpressable const still(look);
  canvas::Answers answers;
  canvas::present_masthead(sheet.screen,
                           {.left = page.from.x,
                            .top = page.from.y,
                            .width = page.width(),
                            .height = look.px(kMasthead)},
                           look);
  ImGui::SetCursorScreenPos(page.from + ImVec2(0, look.px(kMasthead + 22)));
  canvas::Inside const column(look.px(24));
  canvas::present(sheet.screen, answers, look);
}

bool draw_sheet(Sheet const& sheet, Area area, PolicyBook const& book, Look const& look) {
  canvas::Ink const title = look.strong(14.5F);
  canvas::draw_line_within(area.from, sheet.title, title, area.width());
  Area const page{area.from + ImVec2(0, look.px(kTitleHeight)), area.to};
  canvas::draw_card(page, look.px(8), canvas::kWhite, canvas::kLine);
  ImGui::SetCursorScreenPos(page.from);
  ImGui::BeginChild("page", ImVec2(page.width(), page.height()), ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  draw_page(sheet, page, {look.fonts, brand_of(sheet, book, look), page.width() / kPageWidth});
  canvas::Touch const touched = canvas::touch(page, {"open", "Open: " + sheet.title});
  ImGui::EndChild();
  canvas::draw_card(page, look.px(8), 0, touched.hovered ? look.brand.main : canvas::kLine);
  if (touched.focused) canvas::draw_focus(page, look.px(8), look);
  return touched.pressed;
}

void open(Bench& bench, Sheet const& sheet) {
  bench.scenario = sheet.scenario;
  bench.preview = sheet.preview;
  bench.view = View::screen;
}

}  // namespace

void draw_sheets_panel(Bench& bench, Shown const& shown, std::vector<Sheet> const& sheets,
                       Look const& look) {
  constexpr std::array<std::string_view, 4> kSets{"Every step", "Every problem", "All brands",
                                                  "All statuses"};
  int const set = canvas::segmented("Sheets", kSets, static_cast<int>(bench.sheet_set), look,
                                    canvas::Segments::panels);
  if (set >= 0) bench.sheet_set = static_cast<SheetSet>(set);
  canvas::gap(look.px(kBetween));
  float const whole = canvas::width_left();
  float const between = look.px(kBetween);
  int const columns =
      std::max(1, static_cast<int>((whole + between) / (look.px(kSmallestSheet) + between)));
  float const width = (whole + between) / static_cast<float>(columns) - between;
  float const height = look.px(kSheetHeight);
  int const rows = (static_cast<int>(sheets.size()) + columns - 1) / columns;
  ImVec2 const at = canvas::take({whole, (height + between) * static_cast<float>(rows)});
  for (int index = 0; index < static_cast<int>(sheets.size()); ++index) {
    int const row = index / columns;
    ImVec2 const from = at + ImVec2((width + between) * static_cast<float>(index % columns),
                                    (height + between) * static_cast<float>(row));
    ImGui::PushID(index);
    Sheet const& sheet = sheets[static_cast<std::size_t>(index)];
    if (draw_sheet(sheet, {from, from + ImVec2(width, height)}, shown.book, look))
      open(bench, sheet);
    ImGui::PopID();
  }
}

}  // namespace putright::workbench
