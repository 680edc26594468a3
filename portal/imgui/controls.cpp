#include "portal/imgui/controls.hpp"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "portal/imgui/words.hpp"

namespace putright::canvas {
namespace {

constexpr float kButtonRadius = 3;
constexpr float kPanelRadius = 8;
constexpr float kButtonText = 17;
constexpr float kPanelText = 14.5F;
constexpr float kMarkSize = 34;

ImDrawList& sheet() {
  return *ImGui::GetWindowDrawList();
}

ImVec2 centre_of(Area area) {
  return {(area.from.x + area.to.x) / 2, (area.from.y + area.to.y) / 2};
}

void draw_centred(Area area, std::string_view text, Ink const& ink) {
  float const width = width_of(text, ink);
  ImVec2 const middle = centre_of(area);
  float const x = std::max(area.from.x + 2, middle.x - width / 2);
  draw_line_within({x, middle.y - ink.size / 2}, text, ink, area.to.x - x);
}

Paint button_fill(ButtonWeight weight, Touch touched, Look const& look) {
  bool const lit = touched.hovered || touched.held;
  switch (weight) {
    case ButtonWeight::main:
      return lit ? look.brand.hover : look.brand.main;
    case ButtonWeight::second:
      return lit ? kLine : kWell;
    case ButtonWeight::quiet:
      return lit ? kWell : kWhite;
  }
  return kWhite;
}

void draw_chevron(ImVec2 at, float reach, float direction, Look const& look) {
  float const half = reach / 2 * direction;
  ImVec2 const points[] = {
      {at.x - half, at.y - reach}, {at.x + half, at.y}, {at.x - half, at.y + reach}};
  sheet().AddPolyline(points, 3, kInk, ImDrawFlags_None, look.px(2));
}

void draw_tick(ImVec2 at, float reach, float thickness, Paint colour) {
  ImVec2 const points[] = {{at.x - reach, at.y},
                           {at.x - reach * 0.25F, at.y + reach * 0.75F},
                           {at.x + reach, at.y - reach * 0.75F}};
  sheet().AddPolyline(points, 3, colour, ImDrawFlags_None, thickness);
}

void draw_mark(MarkedChoice const& choice, Area box, Touch touched, Look const& look) {
  ImVec2 const middle = centre_of(box);
  float const half = box.width() / 2;
  float const edge = look.px(2);
  if (choice.mark == Mark::radio) {
    if (touched.focused) sheet().AddCircleFilled(middle, half + look.px(3), kFocus);
    sheet().AddCircleFilled(middle, half, kWhite);
    sheet().AddCircle(middle, half - edge / 2, kInk, 0, touched.focused ? edge * 2 : edge);
    if (choice.chosen) sheet().AddCircleFilled(middle, half * 0.52F, kInk);
    return;
  }
  if (touched.focused) draw_focus(box, 0, look);
  sheet().AddRectFilled(box.from, box.to, kWhite);
  sheet().AddRect(box.from, box.to, kInk, 0, 0, touched.focused ? edge * 2 : edge);
  if (choice.chosen) draw_tick(middle, half * 0.5F, look.px(4), kInk);
}

int grow_string(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto& text = *static_cast<std::string*>(data->UserData);
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
  }
  return 0;
}

bool edit(FieldShape const& shape, std::string& value, ImVec2 size) {
  std::string const id = "##" + std::string(shape.id);
  ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize;
  if (shape.secrecy == Secrecy::secret) flags |= ImGuiInputTextFlags_Password;
  if (shape.height == FieldHeight::paragraphs) {
    return ImGui::InputTextMultiline(id.c_str(), value.data(), value.capacity() + 1, size, flags,
                                     grow_string, &value);
  }
  ImGui::SetNextItemWidth(size.x);
  return ImGui::InputText(id.c_str(), value.data(), value.capacity() + 1, flags, grow_string,
                          &value);
}

}  // namespace

Touch touch(Area area, ControlName const& named) {
  ImGuiContext const& context = *GImGui;
  ImGuiID const id =
      context.CurrentWindow->GetID(named.id.data(), named.id.data() + named.id.size());
  ImRect const rectangle(area.from, area.to);
  Touch touched;
  if (!ImGui::ItemAdd(rectangle, id)) {
    name_last_item(named.kind, named.label, named.chosen, named.detail);
    return touched;
  }
  touched.pressed = ImGui::ButtonBehavior(rectangle, id, &touched.hovered, &touched.held);
  touched.focused = context.NavId == id && context.NavCursorVisible;
  if (touched.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  name_last_item(named.kind, named.label, named.chosen, named.detail);
  return touched;
}

// The part of the canvas that a place is in, of those drawn in this frame: the one in front.
static ImGuiWindow* window_at(ImRect const& place) {
  ImVector<ImGuiWindow*> const& windows = GImGui->Windows;
  for (int at = windows.Size; at-- > 0;) {
    if (windows[at]->Active && windows[at]->Rect().Contains(place.GetCenter())) return windows[at];
  }
  return nullptr;
}

void stand_on(std::uint32_t item, Area area) {
  ImRect const place(area.from, area.to);
  ImGuiWindow* window = GImGui->NavWindow;
  if (window == nullptr || !window->Active) {
    window = window_at(place);
    if (window == nullptr) return;
    ImGui::SetNavWindow(window);
  }
  ImGui::SetNavID(item, ImGuiNavLayer_Main, window->NavRootFocusScopeId,
                  ImGui::WindowRectAbsToRel(window, place));
}

Scaled::Scaled(Look const& look) : before_(ImGui::GetStyle().FontScaleMain) {
  ImGui::GetStyle().FontScaleMain = look.scale;
}

Scaled::~Scaled() {
  ImGui::GetStyle().FontScaleMain = before_;
}

Unpressable::Unpressable(Look const& look) : scaled_(look) {
  ImGui::BeginDisabled();
}

Unpressable::~Unpressable() {
  ImGui::EndDisabled();
}

int arrows_of_last_item() {
  int step = 0;
  for (auto const& [key, by] :
       {std::pair{ImGuiKey_LeftArrow, -1}, std::pair{ImGuiKey_RightArrow, 1}}) {
    ImGui::SetKeyOwner(key, ImGui::GetItemID());
    if (ImGui::IsKeyPressed(key)) step += by;
  }
  return step;
}

void draw_focus(Area area, float radius, Look const& look) {
  float const out = look.px(3);
  ImVec2 const reach(out, out);
  sheet().AddRect(area.from - reach / 2, area.to + reach / 2, kFocus, radius + out / 2, 0, out);
  sheet().AddRect(area.from - reach, area.to + reach, kInk, radius + out, 0, look.px(1.5F));
}

bool button(std::string_view id, std::string_view label, ButtonWeight weight, Look const& look) {
  Ink const ink = look.strong(kButtonText, weight == ButtonWeight::main    ? kWhite
                                           : weight == ButtonWeight::quiet ? look.brand.main
                                                                           : kInk);
  ImVec2 const size(std::min(width_of(label, ink) + look.px(34), width_left()), look.px(44));
  ImVec2 const at = take(size + ImVec2(0, look.px(2)));
  Area const area{at, at + size};
  Touch const touched = touch(area, {id, label});
  if (weight != ButtonWeight::quiet) {
    Paint const shade =
        weight == ButtonWeight::main ? mix(look.brand.hover, kInk, 0.45F) : kControlLine;
    sheet().AddRectFilled(at + ImVec2(0, look.px(2)), area.to + ImVec2(0, look.px(2)), shade,
                          look.px(kButtonRadius));
  }
  sheet().AddRectFilled(area.from, area.to, button_fill(weight, touched, look),
                        look.px(kButtonRadius));
  if (touched.focused) draw_focus(area, look.px(kButtonRadius), look);
  draw_centred(area, label, ink);
  return touched.pressed;
}

namespace {

Touch draw_panel_button(Area area, ControlName const& named, Look const& look) {
  Touch const touched = touch(area, named);
  Paint const edge = named.chosen ? look.brand.main : touched.hovered ? kControlLine : kLine;
  Paint const fill = named.chosen ? look.brand.wash : touched.hovered ? kDesk : kWhite;
  draw_card(area, look.px(kPanelRadius), fill, edge);
  if (named.chosen) {
    sheet().AddRect(area.from, area.to, edge, look.px(kPanelRadius), 0, look.px(2));
  }
  if (touched.focused) draw_focus(area, look.px(kPanelRadius), look);
  return touched;
}

}  // namespace

bool panel_button(Area area, ControlName const& named, Look const& look) {
  Touch const touched = draw_panel_button(area, named, look);
  draw_centred(area, named.label, named.chosen ? look.strong(kPanelText) : look.ink(kPanelText));
  return touched.pressed;
}

bool dotted_choice(Area area, ControlName const& named, Paint dot, Look const& look) {
  Touch const touched = draw_panel_button(area, named, look);
  Ink const ink = named.chosen ? look.strong(13.5F) : look.ink(13.5F);
  float const middle = (area.from.y + area.to.y) / 2;
  sheet().AddCircleFilled({area.from.x + look.px(12), middle}, look.px(5), dot);
  ImVec2 const at(area.from.x + look.px(21), middle - ink.size / 2);
  draw_line_within(at, named.label, ink, area.to.x - at.x - look.px(2));
  return touched.pressed;
}

bool marked_choice(MarkedChoice const& choice, Look const& look) {
  float const box = look.px(kMarkSize);
  float const indent = box + look.px(12);
  Ink const label_ink = look.ink(17);
  Ink const hint_ink = look.ink(15, kMutedInk);
  float const width = width_left();
  view::Text const label{{view::Span::Kind::plain, std::string(choice.label), {}}};
  float const label_height = lay_out(label, hand(look, label_ink), width - indent).size.y;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const first = std::max(box, label_height + look.px(6));
  float height = first;
  float const text_top = at.y + (first - label_height) / 2;
  write_at({at.x + indent, text_top}, choice.label, label_ink, width - indent);
  if (!choice.hint.empty()) {
    height += write_at({at.x + indent, at.y + first}, choice.hint, hint_ink, width - indent);
  }
  take({width, height});
  auto const kind = choice.mark == Mark::radio ? ItemKind::choice : ItemKind::tick;
  Touch const touched =
      touch({at, {at.x + width, at.y + height}}, {choice.id,
                                                  choice.label,
                                                  kind,
                                                  choice.chosen,
                                                  {.group = choice.group, .value = choice.hint}});
  draw_mark(choice, {at, at + ImVec2(box, box)}, touched, look);
  return touched.pressed;
}

bool text_field(FieldShape const& shape, std::string& value, Look const& look) {
  constexpr float kFieldText = 17;
  float const lines = shape.height == FieldHeight::paragraphs ? look.px(132) : look.px(40);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImVec2 const size(std::min(shape.width, width_left()), lines);
  float const pad_y =
      shape.height == FieldHeight::paragraphs ? look.px(8) : (size.y - look.px(kFieldText)) / 2;
  ImGui::PushFont(look.fonts.regular, kFieldText);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(look.px(8), pad_y));
  ImGui::PushStyleColor(ImGuiCol_NavCursor, 0);
  bool const changed = edit(shape, value, size);
  bool const focused =
      ImGui::IsItemActive() || (ImGui::IsItemFocused() && GImGui->NavCursorVisible);
  bool const is_secret = shape.secrecy == Secrecy::secret;
  name_last_item(ItemKind::field, shape.label, shape.height == FieldHeight::paragraphs,
                 {.value = is_secret ? std::string_view() : std::string_view(value)});
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  Area const area{at, at + size};
  sheet().AddRect(area.from, area.to, shape.has_problem ? kProblem : kInk, 0, 0,
                  look.px(focused ? 4 : 2));
  if (focused) {
    ImVec2 const out(look.px(1.5F), look.px(1.5F));
    sheet().AddRect(area.from - out, area.to + out, kFocus, 0, 0, look.px(3));
  }
  return changed;
}

int segmented(std::string_view what, std::span<std::string_view const> labels, int chosen,
              Look const& look, Segments segments) {
  ItemKind const kind = segments == Segments::panels ? ItemKind::tab : ItemKind::choice;
  ImVec2 const size(width_left(), look.px(36));
  ImVec2 const at = take(size);
  Area const well{at, at + size};
  sheet().AddRectFilled(well.from, well.to, kWell, look.px(kPanelRadius));
  float const part = size.x / static_cast<float>(labels.size());
  int pressed = -1;
  ImGui::PushID(what.data(), what.data() + what.size());
  for (int index = 0; index < static_cast<int>(labels.size()); ++index) {
    float const inset = look.px(3);
    ImVec2 const from(at.x + part * static_cast<float>(index) + inset, at.y + inset);
    Area const area{from, {from.x + part - 2 * inset, at.y + size.y - inset}};
    std::string_view const label = labels[static_cast<std::size_t>(index)];
    Touch const touched = touch(area, {label, label, kind, index == chosen, {.group = what}});
    if (index == chosen || touched.hovered) {
      draw_card(area, look.px(kPanelRadius - 2), index == chosen ? kWhite : kDesk, kLine);
    }
    if (touched.focused) draw_focus(area, look.px(kPanelRadius - 2), look);
    draw_centred(area, label,
                 index == chosen ? look.strong(14, look.brand.hover) : look.ink(14, kMutedInk));
    if (touched.pressed) pressed = index;
  }
  ImGui::PopID();
  return pressed;
}

bool toggle(std::string_view label, bool on, Look const& look) {
  ImVec2 const size(width_left(), look.px(30));
  ImVec2 const at = take(size);
  Touch const touched = touch({at, at + size}, {label, label, ItemKind::tick, on});
  Ink const ink = look.ink(15);
  draw_line({at.x, at.y + (size.y - ink.size) / 2}, label, ink);
  ImVec2 const knob_room(look.px(38), look.px(22));
  ImVec2 const from(at.x + size.x - knob_room.x, at.y + (size.y - knob_room.y) / 2);
  float const half = knob_room.y / 2;
  sheet().AddRectFilled(from, from + knob_room, on ? look.brand.main : kControlLine, half);
  float const knob_x = on ? from.x + knob_room.x - half : from.x + half;
  sheet().AddCircleFilled({knob_x, from.y + half}, half - look.px(3), kWhite);
  if (touched.focused) draw_focus({from, from + knob_room}, half, look);
  return touched.pressed;
}

int stepper(std::string_view what, std::string_view value, Look const& look, StepNames names) {
  ImVec2 const size(width_left(), look.px(36));
  ImVec2 const at = take(size);
  draw_card({at, at + size}, look.px(kPanelRadius), kWhite, mix(kLine, kControlLine, 0.5F));
  float const arrow = look.px(38);
  std::string const back = std::string(what) + ": " + std::string(names.back);
  std::string const on = std::string(what) + ": " + std::string(names.on);
  Area const left{at, {at.x + arrow, at.y + size.y}};
  Area const right{{at.x + size.x - arrow, at.y}, at + size};
  Touch const earlier = touch(left, {back, back});
  Touch const later = touch(right, {on, on});
  for (auto const& [area, touched] : {std::pair{left, earlier}, std::pair{right, later}}) {
    if (touched.hovered) sheet().AddRectFilled(area.from, area.to, kWell, look.px(kPanelRadius));
    if (touched.focused) draw_focus(area, look.px(kPanelRadius), look);
  }
  draw_chevron(centre_of(left), look.px(5), -1, look);
  draw_chevron(centre_of(right), look.px(5), 1, look);
  Area const middle{{left.to.x, at.y}, {right.from.x, at.y + size.y}};
  draw_centred(middle, value, look.ink(15));
  name_words(ItemKind::text, value, middle.from.x, middle.from.y, middle.to.x, middle.to.y);
  return later.pressed ? 1 : earlier.pressed ? -1 : 0;
}

int slider(std::string_view what, std::string_view value, SliderRange range, Look const& look) {
  ImVec2 const size(width_left(), look.px(24));
  ImVec2 const at = take(size);
  Area const area{at, at + size};
  auto const steps = static_cast<float>(std::max(range.to - range.from, 1));
  float const reach = look.px(8);
  float const left = at.x + reach;
  float const length = size.x - 2 * reach;
  Touch const touched =
      touch(area, {what, what, ItemKind::slider, false, {.value = value, .range = range}});
  int now = std::clamp(set_of_last_item().value_or(range.at), range.from, range.to);
  if (touched.held) {
    float const part = std::clamp((ImGui::GetIO().MousePos.x - left) / length, 0.0F, 1.0F);
    now = range.from + static_cast<int>(std::lround(part * steps));
  }
  if (touched.focused) now = std::clamp(now + arrows_of_last_item(), range.from, range.to);
  float const middle = at.y + size.y / 2;
  float const knob = left + length * static_cast<float>(now - range.from) / steps;
  sheet().AddRectFilled({left, middle - look.px(2)}, {left + length, middle + look.px(2)}, kLine,
                        look.px(2));
  sheet().AddRectFilled({left, middle - look.px(2)}, {knob, middle + look.px(2)}, look.brand.main,
                        look.px(2));
  sheet().AddCircleFilled({knob, middle}, reach, look.brand.main);
  sheet().AddCircleFilled({knob, middle}, reach * 0.45F, kWhite);
  if (touched.focused)
    draw_focus({{knob - reach, middle - reach}, {knob + reach, middle + reach}}, reach, look);
  return now;
}

void draw_card(Area area, float radius, Paint fill, Paint edge) {
  sheet().AddRectFilled(area.from, area.to, fill, radius);
  sheet().AddRect(area.from, area.to, edge, radius);
}

}  // namespace putright::canvas
