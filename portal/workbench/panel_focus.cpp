#include "portal/workbench/panel_focus.hpp"

#include <algorithm>

#include <imgui_internal.h>

namespace putright::workbench {
namespace {

using canvas::Area;
using canvas::Item;

// Whether a place that the keyboard stands on is one of this panel.
bool holds(Area const& panel, ImRect const& place) {
  float const middle = place.GetCenter().x;
  return middle >= panel.from.x && middle < panel.to.x && place.Max.y > panel.from.y;
}

ImRect place_of(Item const& item) {
  return {item.left, item.top, item.right, item.bottom};
}

bool can_stand_on(Item const& item, Area const& panel) {
  bool const is_control =
      item.kind != canvas::ItemKind::text && item.kind != canvas::ItemKind::heading;
  return is_control && item.visible && holds(panel, place_of(item));
}

// Where the arrow that was pressed in this frame leads to, or null.
ImGuiNavItemData const* aim() {
  ImGuiContext const& context = *GImGui;
  if (context.NavMoveResultLocal.ID != 0) return &context.NavMoveResultLocal;
  return context.NavMoveResultOther.ID != 0 ? &context.NavMoveResultOther : nullptr;
}

void stand_on(Item const* item) {
  if (item != nullptr)
    canvas::stand_on(item->id, {{item->left, item->top}, {item->right, item->bottom}});
}

Item const* nearest(ImVec2 place, Area const& panel, std::span<Item const> items) {
  Item const* found = nullptr;
  float least = 0;
  for (Item const& item : items) {
    if (!can_stand_on(item, panel)) continue;
    ImVec2 const away = place_of(item).GetCenter() - place;
    float const distance = away.x * away.x + away.y * away.y;
    if (found != nullptr && distance >= least) continue;
    found = &item;
    least = distance;
  }
  return found;
}

// The item with this number, else the panel's first.
Item const* item_or_first(std::uint32_t id, Area const& panel, std::span<Item const> items) {
  Item const* first = nullptr;
  for (Item const& item : items) {
    if (!can_stand_on(item, panel)) continue;
    if (item.id == id) return &item;
    if (first == nullptr) first = &item;
  }
  return first;
}

}  // namespace

void PanelFocus::turn(std::span<Area const> panels, canvas::ItemCatalogue const& items) {
  ImGuiContext const& context = *GImGui;
  ImGuiWindow* const window = context.NavWindow;
  if (window == nullptr || context.NavId == 0) return;
  ImRect const stands = ImGui::WindowRectRelToAbs(window, window->NavRectRel[ImGuiNavLayer_Main]);
  auto const panel_of = [panels](ImRect const& place) {
    auto const is_of = [&place](Area const& panel) { return holds(panel, place); };
    return static_cast<std::size_t>(std::find_if(panels.begin(), panels.end(), is_of) -
                                    panels.begin());
  };
  std::size_t const here = panel_of(stands);
  if (!context.NavIdIsAlive) {
    Area const& panel = here == panels.size() ? panels.front() : panels[here];
    stand_on(nearest(stands.GetCenter(), panel, items.items()));
    return;
  }
  if (here == panels.size()) return;
  last_[here] = context.NavId;
  if (!context.NavMoveSubmitted || context.NavMoveDir == ImGuiDir_None) return;
  if (ImGuiNavItemData const* const found = aim()) {
    std::size_t const there = panel_of(ImGui::WindowRectRelToAbs(found->Window, found->RectRel));
    if (there == here || there == panels.size()) return;
    // Not by what happens to stand at the same height: a panel might be jumped over.
    ImGui::SetNavWindow(window);
  }
  bool const is_left = context.NavMoveDir == ImGuiDir_Left && here > 0;
  bool const is_right = context.NavMoveDir == ImGuiDir_Right && here + 1 < panels.size();
  if (!is_left && !is_right) return;
  std::size_t const beside = is_left ? here - 1 : here + 1;
  stand_on(item_or_first(last_[beside], panels[beside], items.items()));
}

}  // namespace putright::workbench
