// A host for canvas tests: runs frames until the canvas settles, and presses things by their names.
#pragma once
#include <functional>
#include <string_view>

#include "portal/imgui/present.hpp"
#include "portal/imgui/stage.hpp"

namespace putright::support {

/// A clock for frames: every frame is 16 ms after the one before.
double next_frame_ms();

/// Draws frames until `frame` says that it sleeps. Fails the test when it never does.
void settle(std::function<double(double)> const& frame);

/// Moves the pointer to the middle of the control with this label and presses, settling between.
/// Fails the test when there is no such control in sight.
void press_control(canvas::Stage& stage, std::function<double(double)> const& frame,
                   std::string_view label);

/// One screen on a canvas of its own.
class ScreenOnCanvas {
 public:
  explicit ScreenOnCanvas(view::Screen screen);

  void settle();
  /// Presses a control and returns what the presenter made of it.
  canvas::Press press(std::string_view label);
  /// Settles after a key went down, then lets it go.
  void settle_with_key_up(std::string_view key);
  /// What was pressed last.
  canvas::Press const& last_press() const { return press_; }
  /// Runs `work` inside a frame, where words can be measured.
  void measure(std::function<void(canvas::Look const&)> const& work);
  canvas::Stage& stage() { return stage_; }
  canvas::Answers& answers() { return answers_; }
  bool shows(std::string_view words) const { return stage_.items().mentioning(words) != nullptr; }

 private:
  double frame(double now_ms);

  canvas::Stage stage_;
  canvas::Answers answers_;
  canvas::Press press_;
  view::Screen screen_;
};

}  // namespace putright::support
