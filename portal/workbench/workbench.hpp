// The colleagues' workbench: a made-up complaint at the left, the customer's screen in the middle,
// the deadlines and why at the right. It shows what the core decides and decides nothing itself.
#pragma once
#include <optional>
#include <string>

#include "portal/imgui/present.hpp"
#include "portal/imgui/stage.hpp"
#include "portal/workbench/preview.hpp"
#include "portal/workbench/scenario.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// How wide the customer's screen is drawn.
enum class PageWidth { full, phone };

/// Which panel shows where there is no room for three side by side.
enum class Panel { scenario, screen, deadlines };

/// Everything a colleague can change.
struct Bench {
  Scenario scenario;
  Preview preview;
  PageWidth page_width = PageWidth::full;
  Panel panel = Panel::scenario;
  std::optional<DeadlineId> explained;
  float scale = 1;
  /// What the invented bank holiday changes, a line for each date that moves.
  std::vector<std::string> changes{};
  /// Goes to the clipboard at the end of the frame.
  std::string to_copy{};
};

/// Owns the canvas and what is shown on it.
class Workbench {
 public:
  explicit Workbench(PolicyBook book);

  /// Draws one frame; see Stage::frame.
  double frame(double now_ms);
  canvas::Stage& stage() { return stage_; }
  canvas::Stage const& stage() const { return stage_; }
  Bench& bench() { return bench_; }
  /// The policy book, with the invented bank holiday when there is one.
  PolicyBook const& book() const { return what_if_ ? *what_if_ : book_; }
  /// The dates in one sentence, for the page's live region; empty when there are none.
  std::string spoken() const;

 private:
  void draw(canvas::Look const& look);
  void draw_bar(canvas::Look const& look);
  void draw_panels(canvas::Look const& look, float top);
  void draw_scenario(canvas::Look const& look);
  void draw_screen(canvas::Look const& look);
  void draw_deadlines(canvas::Look const& look);
  void refresh();
  Outcome<Assessment, std::vector<Problem>> assessed_with(PolicyBook const& book) const;

  PolicyBook book_;
  /// Absent without an invented bank holiday.
  std::optional<PolicyBook> what_if_;
  canvas::Stage stage_;
  Bench bench_;
  Scenario shown_scenario_;
  Preview shown_preview_;
  view::Screen screen_;
  canvas::Answers answers_;
  std::optional<Outcome<Assessment, std::vector<Problem>>> assessment_;
};

}  // namespace putright::workbench
