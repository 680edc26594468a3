// Tables: each row's cells beside each other, as wide as their column.
#include <algorithm>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/node_presenter.hpp"

namespace putright::canvas {
namespace {

constexpr float kCellText = 15;

std::string words_of(view::Text const& text) {
  std::string words;
  for (auto const& span : text)
    words += span.text;
  return words;
}

// Where a cell leads, or nothing.
std::string target_of(view::Text const& text) {
  for (auto const& span : text)
    if (!span.target.empty()) return span.target;
  return {};
}

}  // namespace

void NodePresenter::operator()(view::Table const& table) {
  write(table.caption, look_.strong(18), ItemKind::heading);
  gap(look_.px(8));
  float const width = width_left();
  float const column_width =
      width / static_cast<float>(std::max<std::size_t>(table.columns.size(), 1));
  Ink const strong = look_.strong(kCellText);
  ImVec2 const head = take({width, look_.px(29)});
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    ImVec2 const at{head.x + column_width * static_cast<float>(column), head.y + look_.px(5)};
    draw_line(at, table.columns[column].heading, strong);
    name_words(ItemKind::text, table.columns[column].heading, at.x, at.y, at.x + column_width,
               head.y + look_.px(29));
  }
  int index = 0;
  for (auto const& cells : table.rows) {
    ImVec2 const at = ImGui::GetCursorScreenPos();
    float height = look_.px(28);
    for (std::size_t column = 0; column < cells.size(); ++column) {
      ImVec2 const corner{at.x + column_width * static_cast<float>(column), at.y + look_.px(5)};
      std::string const words = words_of(cells[column]);
      std::string const target = target_of(cells[column]);
      Ink const ink = column == 0 ? strong : look_.ink(kCellText);
      if (!target.empty()) {
        ImGui::PushID(index++);
        if (link_at(corner, target, words, ink)) follow(target);
        ImGui::PopID();
        continue;
      }
      float const used = write_at(corner, words, ink, column_width - look_.px(8));
      height = std::max(height, used + look_.px(10));
      name_words(ItemKind::text, words, corner.x, corner.y, corner.x + column_width,
                 corner.y + used);
    }
    take({width, height});
    ImVec2 const below = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(below, {below.x + width, below.y}, kLine, look_.px(1));
  }
  gap(look_.px(20));
}

}  // namespace putright::canvas
