// A workbench for tests: tall enough that everything is in sight, driven by the names of its
// controls.
#pragma once
#include <string>
#include <string_view>

#include "portal/workbench/workbench.hpp"
#include "tests/portal/imgui_support.hpp"

namespace putright::support {

class BenchOnCanvas {
 public:
  explicit BenchOnCanvas(float width = 1440);
  /// Runs frames until nothing moves.
  void settle();
  void press(std::string_view label);
  /// Shows what was changed in the state.
  void change();
  bool shows(std::string_view words);
  bool has_control(std::string_view label);
  /// Presses a key, by its name in the browser, and lets it go.
  void key(std::string_view name, int times = 1);
  /// What the keyboard stands on by its label, or "nothing".
  std::string stands_on();
  /// Presses Tab until the keyboard stands on this control. False: it never does.
  bool tab_to(std::string_view label);
  workbench::Workbench& operator*() { return bench_; }
  workbench::Workbench* operator->() { return &bench_; }
  workbench::Scenario& scenario() { return bench_.bench().scenario; }

 private:
  workbench::Workbench bench_;
};

}  // namespace putright::support
