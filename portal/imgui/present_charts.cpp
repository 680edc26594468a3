// Charts: on colleagues' report alone, which the workbench does not show. Of their own, so that it
// does not download them (web/workbench_left_out.cpp).
#include <algorithm>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/node_presenter.hpp"

namespace putright::canvas {
namespace {

constexpr float kBarText = 15;

}  // namespace

void NodePresenter::operator()(view::BarChart const& chart) {
  write(chart.caption, look_.strong(18), ItemKind::heading);
  float const width = width_left();
  for (auto const& bar : chart.bars) {
    gap(look_.px(8));
    write(bar.label + ": " + bar.words, look_.ink(kBarText), ItemKind::text);
    float const length =
        width * static_cast<float>(bar.value) / static_cast<float>(std::max(chart.of, 1));
    ImVec2 const at = take({width, look_.px(14)});
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + length, at.y + look_.px(14)}, kComing);
  }
  gap(look_.px(20));
}

}  // namespace putright::canvas
