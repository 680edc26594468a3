#include "portal/imgui/items.hpp"

#include <algorithm>
#include <cstdarg>

#include <imgui.h>
#include <imgui_internal.h>

namespace putright::canvas {
namespace {

ItemCatalogue* catalogue_of(ImGuiContext const* context) {
  return context == nullptr ? nullptr : static_cast<ItemCatalogue*>(context->TestEngine);
}

bool is_control(ItemKind kind) {
  return kind != ItemKind::text && kind != ItemKind::heading;
}

}  // namespace

void ItemCatalogue::begin_frame() {
  items_.clear();
  places_.clear();
}

void ItemCatalogue::place(Item const& item) {
  if (!is_silent_) places_.push_back({item.id, item});
}

void ItemCatalogue::name(std::uint32_t id, ItemKind kind, std::string_view label, bool chosen,
                         ItemDetail const& detail) {
  if (is_silent_ || label.empty()) return;
  auto const place = std::find_if(places_.rbegin(), places_.rend(),
                                  [id](Place const& candidate) { return candidate.id == id; });
  if (place == places_.rend()) return;
  Item item = place->where;
  item.kind = kind;
  item.label = label;
  item.chosen = chosen;
  item.group = detail.group;
  item.value = detail.value;
  item.range = detail.range;
  items_.push_back(std::move(item));
}

Item const* ItemCatalogue::control(std::string_view label) const {
  auto const found = std::find_if(items_.begin(), items_.end(), [label](Item const& item) {
    return is_control(item.kind) && item.label == label;
  });
  return found == items_.end() ? nullptr : &*found;
}

Item const* ItemCatalogue::mentioning(std::string_view part) const {
  auto const found = std::find_if(items_.begin(), items_.end(), [part](Item const& item) {
    return item.label.find(part) != std::string::npos;
  });
  return found == items_.end() ? nullptr : &*found;
}

std::optional<int> ItemCatalogue::take_set(std::uint32_t id) {
  if (wanted_.id != id || id == 0) return std::nullopt;
  wanted_.id = 0;
  return wanted_.number;
}

void name_last_item(ItemKind kind, std::string_view label, bool chosen, ItemDetail const& detail) {
  ImGuiContext const& context = *GImGui;
  if (auto* const catalogue = catalogue_of(&context)) {
    catalogue->name(context.LastItemData.ID, kind, label, chosen, detail);
  }
}

std::optional<int> set_of_last_item() {
  auto* const catalogue = catalogue_of(GImGui);
  return catalogue == nullptr ? std::nullopt : catalogue->take_set(GImGui->LastItemData.ID);
}

void name_words(ItemKind kind, std::string_view words, float left, float top, float right,
                float bottom) {
  auto* const catalogue = catalogue_of(GImGui);
  if (catalogue == nullptr || words.empty()) return;
  ImRect const area(left, top, right, bottom);
  std::uint32_t const id = GImGui->CurrentWindow->GetID(words.data(), words.data() + words.size());
  catalogue->place({.id = id,
                    .label = {},
                    .left = left,
                    .top = top,
                    .right = right,
                    .bottom = bottom,
                    .visible = GImGui->CurrentWindow->ClipRect.Overlaps(area)});
  catalogue->name(id, kind, words, false);
}

Silence::Silence() {
  if (auto* const catalogue = catalogue_of(GImGui)) catalogue->silence();
}

Silence::~Silence() {
  if (auto* const catalogue = catalogue_of(GImGui)) catalogue->hear();
}

}  // namespace putright::canvas

// Dear ImGui declares these four and calls them; whoever switches its test hooks on defines them.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, ImRect const& bb,
                                 ImGuiLastItemData const* /*data*/) {
  auto* const catalogue = putright::canvas::catalogue_of(ctx);
  if (catalogue == nullptr || ctx->CurrentWindow == nullptr) return;
  catalogue->place({.id = id,
                    .label = {},
                    .left = bb.Min.x,
                    .top = bb.Min.y,
                    .right = bb.Max.x,
                    .bottom = bb.Max.y,
                    .visible = ctx->CurrentWindow->ClipRect.Overlaps(bb)});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* /*context*/, ImGuiID /*id*/, char const* /*label*/,
                                  ImGuiItemStatusFlags /*flags*/) {
  // Dear ImGui's own labels are identifiers here; every control is named by `name_last_item`.
}

void ImGuiTestEngineHook_Log(ImGuiContext* /*context*/, char const* /*format*/, ...) {}

char const* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext* /*context*/, ImGuiID /*id*/) {
  return nullptr;
}
