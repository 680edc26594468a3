#include "tests/portal/imgui_bench.hpp"

#include "tests/support/shipped_policy.hpp"

namespace putright::support {
namespace {

constexpr float kTallEnough = 4000;

}  // namespace

BenchOnCanvas::BenchOnCanvas(float width)
    : bench_(support::shipped_policy(), support::joined_policy()) {
  bench_.stage().resize(width, kTallEnough, 1);
  bench_.stage().focused(true);
  // The customer's page is the browser's to draw; here it is drawn on the canvas.
  bench_.bench().face = workbench::Face::drawn;
  settle();
}

void BenchOnCanvas::settle() {
  support::settle([this](double now_ms) { return bench_.frame(now_ms); });
}

void BenchOnCanvas::press(std::string_view label) {
  press_control(
      bench_.stage(), [this](double now_ms) { return bench_.frame(now_ms); }, label);
}

void BenchOnCanvas::change() {
  bench_.stage().wake();
  settle();
}

bool BenchOnCanvas::shows(std::string_view words) {
  return bench_.stage().items().mentioning(words) != nullptr;
}

void BenchOnCanvas::key(std::string_view name, int times) {
  for (int time = 0; time < times; ++time) {
    bench_.stage().key(name, canvas::KeyMove::down, 0);
    bench_.frame(next_frame_ms());
    bench_.frame(next_frame_ms());
    bench_.stage().key(name, canvas::KeyMove::up, 0);
    settle();
  }
}

std::string BenchOnCanvas::stands_on() {
  std::uint32_t const id = bench_.stage().focused_item();
  for (canvas::Item const& item : bench_.stage().items().items())
    if (id != 0 && item.id == id) return item.label;
  return "nothing";
}

bool BenchOnCanvas::tab_to(std::string_view label) {
  constexpr int kMost = 80;
  for (int time = 0; time < kMost && stands_on() != label; ++time)
    key("Tab");
  return stands_on() == label;
}

bool BenchOnCanvas::has_control(std::string_view label) {
  return bench_.stage().items().control(label) != nullptr;
}

}  // namespace putright::support
