#include "portal/imgui/stage.hpp"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <span>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "portal/imgui/fonts.hpp"
#include "shared/base/names.hpp"

namespace putright::canvas {
namespace {

// Dear ImGui settles within this many frames of an event: a press shows, a window sizes itself, a
// scrollbar appears.
constexpr int kFramesPerCause = 4;
constexpr double kLongestStepSeconds = 0.25;
constexpr double kFirstStepSeconds = 1.0 / 60;
constexpr float kBodySize = 17;
constexpr float kScrollbarSize = 12;

// Browser names of keys that do something on the canvas.
constexpr std::array<Named<ImGuiKey>, 24> kKeys{{
    {ImGuiKey_Tab, "Tab"},
    {ImGuiKey_LeftArrow, "ArrowLeft"},
    {ImGuiKey_RightArrow, "ArrowRight"},
    {ImGuiKey_UpArrow, "ArrowUp"},
    {ImGuiKey_DownArrow, "ArrowDown"},
    {ImGuiKey_PageUp, "PageUp"},
    {ImGuiKey_PageDown, "PageDown"},
    {ImGuiKey_Home, "Home"},
    {ImGuiKey_End, "End"},
    {ImGuiKey_Insert, "Insert"},
    {ImGuiKey_Delete, "Delete"},
    {ImGuiKey_Backspace, "Backspace"},
    {ImGuiKey_Space, " "},
    {ImGuiKey_Enter, "Enter"},
    {ImGuiKey_Escape, "Escape"},
    {ImGuiKey_A, "a"},
    {ImGuiKey_C, "c"},
    {ImGuiKey_V, "v"},
    {ImGuiKey_X, "x"},
    {ImGuiKey_Y, "y"},
    {ImGuiKey_Z, "z"},
    {ImGuiKey_LeftShift, "Shift"},
    {ImGuiKey_LeftCtrl, "Control"},
    {ImGuiKey_LeftAlt, "Alt"},
}};

ImFont* add_font(ImFontAtlas& atlas, std::span<unsigned char const> bytes) {
  ImFontConfig how;
  how.FontDataOwnedByAtlas = false;
  // The atlas does not write to a font it does not own; its interface only lacks the const.
  return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()),
                                    static_cast<int>(bytes.size()), kBodySize, &how);
}

std::string lower_case(std::string_view name) {
  std::string lowered(name);
  if (lowered.size() == 1 && lowered[0] >= 'A' && lowered[0] <= 'Z') {
    lowered[0] = static_cast<char>(lowered[0] - 'A' + 'a');
  }
  return lowered;
}

}  // namespace

Stage::Stage() : context_(ImGui::CreateContext()) {
  context_->TestEngine = &items_;
  context_->TestEngineHookItems = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  // A blinking caret would cost two frames a second for ever.
  io.ConfigInputTextCursorBlink = false;
  // Of a key that is held the browser tells each repeat: a slow frame is no long press.
  io.KeyRepeatDelay = FLT_MAX;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures |
                     ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_HasMouseCursors;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = this;
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return static_cast<Stage*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)
        ->clipboard_.c_str();
  };
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, char const* text) {
    static_cast<Stage*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->copy(text);
  };
  platform.Platform_ImeUserData = this;
  platform.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
    auto* const stage = static_cast<Stage*>(ImGui::GetPlatformIO().Platform_ImeUserData);
    stage->typing_ = {data->WantTextInput, data->InputPos.x, data->InputPos.y,
                      data->InputLineHeight};
  };
  // The browser draws the pointer, and lines are drawn as shapes.
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  fonts_ = {.regular = add_font(*io.Fonts, font_regular()),
            .semibold = add_font(*io.Fonts, font_semibold())};
  resize(1440, 900, 1);
  set_style();
}

Stage::~Stage() {
  // Whoever drew the textures is gone as well.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  context_->TestEngine = nullptr;
  context_->TestEngineHookItems = false;
  ImGui::DestroyContext(context_);
}

void Stage::set_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  ImGui::StyleColorsLight(&style);
  style.FontSizeBase = kBodySize;
  style.AntiAliasedLinesUseTex = false;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.ItemSpacing = ImVec2(0, 0);
  style.WindowPadding = ImVec2(0, 0);
  style.ScrollbarSize = std::floor(kScrollbarSize * scale_);
  style.ScrollbarRounding = std::floor(kScrollbarSize * scale_ / 2);
  style.FrameRounding = 0;
  // What cannot be pressed is a picture here, and as clear as the rest.
  style.DisabledAlpha = 1;
  style.FontScaleMain = scale_;
  auto const set = [&style](ImGuiCol which, Paint colour) {
    style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_Text, kInk);
  set(ImGuiCol_WindowBg, kDesk);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_FrameBg, kWhite);
  set(ImGuiCol_FrameBgHovered, kWhite);
  set(ImGuiCol_FrameBgActive, kWhite);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, mix(kWhite, kControlLine, 0.55F));
  set(ImGuiCol_ScrollbarGrabHovered, kControlLine);
  set(ImGuiCol_ScrollbarGrabActive, kMutedInk);
  set(ImGuiCol_PopupBg, kBar);
}

void Stage::resize(float width, float height, float ratio) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(std::max(width, 1.0F), std::max(height, 1.0F));
  io.DisplayFramebufferScale = ImVec2(ratio, ratio);
  wake();
}

void Stage::pointer_moved(float x, float y, PointerSource source) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source == PointerSource::touch ? ImGuiMouseSource_TouchScreen
                         : source == PointerSource::pen ? ImGuiMouseSource_Pen
                                                        : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(x, y);
  wake();
}

void Stage::pointer_left() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  wake();
}

void Stage::pointer_button(int number, KeyMove move) {
  if (number < 0 || number >= ImGuiMouseButton_COUNT) return;
  ImGui::GetIO().AddMouseButtonEvent(number, move == KeyMove::down);
  wake();
}

void Stage::wheel(float across, float down) {
  ImGui::GetIO().AddMouseWheelEvent(-across, -down);
  wake();
}

void Stage::key(std::string_view name, KeyMove move, int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & kShift) != 0);
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & kControl) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (modifiers & kAlt) != 0);
  io.AddKeyEvent(ImGuiMod_Super, (modifiers & kMeta) != 0);
  if (auto const known = value_in(kKeys, lower_case(name))) {
    if (move == KeyMove::down && ImGui::IsKeyDown(*known)) io.AddKeyEvent(*known, false);
    io.AddKeyEvent(*known, move == KeyMove::down);
  }
  wake();
}

void Stage::typed(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  wake();
}

void Stage::focused(bool is_focused) {
  ImGui::GetIO().AddFocusEvent(is_focused);
  wake();
}

void Stage::press(std::uint32_t item) {
  ImGui::ActivateItemByID(item);
  wake();
}

void Stage::set(std::uint32_t item, int number) {
  items_.set(item, number);
  wake();
}

double Stage::frame(double now_ms, std::function<void(Look const&)> const& draw) {
  ImGuiIO& io = ImGui::GetIO();
  double const passed = frames_ == 0 ? kFirstStepSeconds : (now_ms - last_ms_) / 1000;
  io.DeltaTime = static_cast<float>(std::clamp(passed, 0.001, kLongestStepSeconds));
  last_ms_ = now_ms;
  items_.begin_frame();
  ImGui::NewFrame();
  // The library learns how dense pixels are for the fonts that are pushed; letters of another would
  // be blurred on a dense screen.
  ImGui::PushFont(fonts_.semibold, kBodySize);
  ImGui::PopFont();
  draw(Look{fonts_, brand_, scale_});
  ImGui::Render();
  ++frames_;
  if (wanted_ > 0) --wanted_;
  return is_asleep() ? kSleep : 0;
}

void Stage::wake() {
  wanted_ = kFramesPerCause;
}

bool Stage::is_asleep() const {
  bool const key_is_held = std::any_of(kKeys.begin(), kKeys.end(),
                                       [](auto const& row) { return ImGui::IsKeyDown(row.value); });
  return wanted_ == 0 && context_->InputEventsQueue.empty() && !key_is_held;
}

ImDrawData* Stage::drawn() const {
  return ImGui::GetDrawData();
}

void Stage::forget_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
  wake();
}

PointerShape Stage::pointer_shape() const {
  switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_Hand:
      return PointerShape::hand;
    case ImGuiMouseCursor_TextInput:
      return PointerShape::text;
    case ImGuiMouseCursor_ResizeEW:
      return PointerShape::move_sideways;
    default:
      return PointerShape::arrow;
  }
}

std::uint32_t Stage::active_item() const {
  return context_->ActiveId;
}

std::uint32_t Stage::focused_item() const {
  return context_->NavCursorVisible ? context_->NavId : 0;
}

std::string Stage::take_copied() {
  return std::exchange(copied_, {});
}

void Stage::copy(std::string_view text) {
  clipboard_ = text;
  copied_ = text;
}

void Stage::set_scale(float scale) {
  if (scale == scale_) return;
  scale_ = scale;
  set_style();
  wake();
}

}  // namespace putright::canvas
