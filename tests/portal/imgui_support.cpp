#include "tests/portal/imgui_support.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

namespace putright::support {
namespace {

constexpr int kMostFrames = 60;
constexpr float kSheetWidth = 620;
// Taller than any screen in these tests, so that everything is in sight.
constexpr float kSheetHeight = 6000;

}  // namespace

double next_frame_ms() {
  static double now_ms = 0;
  return now_ms += 16;
}

void settle(std::function<double(double)> const& frame) {
  int frames = 0;
  while (frame(next_frame_ms()) != canvas::kSleep) {
    REQUIRE_MESSAGE(++frames < kMostFrames, "the canvas never comes to rest");
  }
}

void press_control(canvas::Stage& stage, std::function<double(double)> const& frame,
                   std::string_view label) {
  canvas::Item const* const item = stage.items().control(label);
  REQUIRE_MESSAGE(item != nullptr, "no control called ", std::string(label));
  REQUIRE_MESSAGE(item->visible, "out of sight: ", std::string(label));
  stage.pointer_moved((item->left + item->right) / 2, (item->top + item->bottom) / 2,
                      canvas::PointerSource::mouse);
  settle(frame);
  stage.pointer_button(0, canvas::KeyMove::down);
  settle(frame);
  stage.pointer_button(0, canvas::KeyMove::up);
  settle(frame);
}

ScreenOnCanvas::ScreenOnCanvas(view::Screen screen) : screen_(std::move(screen)) {
  stage_.resize(kSheetWidth, kSheetHeight, 1);
  stage_.focused(true);
  settle();
}

double ScreenOnCanvas::frame(double now_ms) {
  return stage_.frame(now_ms, [this](canvas::Look const& look) {
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(kSheetWidth, kSheetHeight));
    ImGui::Begin("sheet", nullptr, ImGuiWindowFlags_NoDecoration);
    canvas::Press pressed = canvas::present(screen_, answers_, look);
    if (pressed.kind != canvas::Press::Kind::nothing) press_ = std::move(pressed);
    ImGui::End();
  });
}

void ScreenOnCanvas::settle() {
  support::settle([this](double now_ms) { return frame(now_ms); });
}

void ScreenOnCanvas::settle_with_key_up(std::string_view key) {
  frame(next_frame_ms());
  frame(next_frame_ms());
  stage_.key(key, canvas::KeyMove::up, 0);
  settle();
}

void ScreenOnCanvas::measure(std::function<void(canvas::Look const&)> const& work) {
  stage_.frame(next_frame_ms(), work);
}

canvas::Press ScreenOnCanvas::press(std::string_view label) {
  press_ = {};
  press_control(
      stage_, [this](double now_ms) { return frame(now_ms); }, label);
  return std::move(press_);
}

}  // namespace putright::support
