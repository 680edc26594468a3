// The colleagues' workbench: a made-up complaint at the left, the customer's screen in the middle,
// the deadlines and why at the right. It shows what the core decides and decides nothing itself.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/present.hpp"
#include "portal/imgui/stage.hpp"
#include "portal/workbench/bench.hpp"
#include "portal/workbench/panel_focus.hpp"
#include "portal/workbench/panels.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// Where the customer's real page goes over the canvas, how wide it believes to be (CSS pixels),
/// and how much larger than usual its text is.
struct PageSlot {
  canvas::Area place;
  float page_width;
  float text_scale;
};

/// Owns the canvas and what is shown on it.
class Workbench {
 public:
  /// `files`: the joined policy files that the book was read from; without them there is no draft
  /// and there are no contacts to look at.
  explicit Workbench(PolicyBook book, std::string files = {});

  /// Draws one frame; see Stage::frame.
  double frame(double now_ms);
  canvas::Stage& stage() { return stage_; }
  canvas::Stage const& stage() const { return stage_; }
  Bench& bench() { return bench_; }
  /// The policy book, with the invented bank holidays when there are any.
  PolicyBook const& book() const { return what_if_ ? *what_if_ : published(); }
  /// The published book, or the draft of it that is looked at.
  PolicyBook const& published() const { return draft_ && !is_live(bench_) ? *draft_ : book_; }
  /// The dates in one sentence, for the page's live region; empty when there are none.
  std::string spoken() const;
  /// A scenario's file. What is wrong with it is said, and nothing changes.
  void open_scenario(std::string_view text);
  /// A draft of editions.json: shown everywhere, or refused with its place.
  void open_editions(std::string_view text);
  /// The examples that ship with it (scenario_json.hpp).
  void open_examples(std::string_view text);

  /// Absent when no page is shown.
  std::optional<PageSlot> const& slot() const { return slot_; }
  /// The customer's screen as the HTML they get, and a number that grows when it changes.
  std::string page() const;
  std::int64_t page_revision() const { return page_revision_; }
  /// What the customer pressed, on the page or on the canvas.
  void take_press(canvas::Press const& press);
  /// A call of the staff API that the page is to make now; told once.
  std::optional<Call> take_call();
  void take_answer(CallAnswer const& answer);
  /// Forgets the colleague who signed in and every real complaint.
  void forget_colleague();

 private:
  void draw(canvas::Look const& look);
  void draw_bar(canvas::Look const& look);
  void draw_panels(canvas::Look const& look, float top);
  void draw_news(float left, canvas::Look const& look);
  void draw_switcher(canvas::Look const& look, canvas::Area area);
  void draw_view(canvas::Look const& look, canvas::Area area);
  void draw_drawn_page(canvas::Area page, canvas::Look const& look);
  void draw_screen(canvas::Look const& look);
  void draw_live(canvas::Area area, canvas::Look const& look);
  bool has_deadlines() const;
  void draw_deadlines(canvas::Look const& look);
  void refresh();
  void keep_edit();
  void turn_view();
  void finish_turn();
  void use_draft(std::optional<PolicyBook> draft);
  Shown shown() const;
  /// Made when they are looked at.
  std::vector<Sheet> const& sheets();
  Outcome<Assessment, std::vector<Problem>> assessed_with(PolicyBook const& book) const;

  PolicyBook book_;
  std::string files_;
  std::optional<PolicyBook> draft_;
  /// Absent without invented bank holidays.
  std::optional<PolicyBook> what_if_;
  canvas::Stage stage_;
  Bench bench_;
  Scenario shown_scenario_;
  /// The made-up one as it was noted last for taking back.
  Scenario noted_scenario_;
  /// The view that was asked for in this frame: shown from the next one on, so that one frame is
  /// all of one complaint.
  std::optional<View> wanted_view_;
  Preview shown_preview_;
  view::Screen screen_;
  canvas::Answers answers_;
  PanelFocus panel_focus_;
  std::optional<Outcome<Assessment, std::vector<Problem>>> assessment_;
  std::vector<std::vector<Problem>> refusals_;
  std::vector<Sheet> sheets_;
  /// The set that `sheets_` holds; absent: they must be made anew.
  std::optional<SheetSet> sheets_made_;
  std::optional<PageSlot> slot_;
  std::int64_t page_revision_ = 0;
  /// The field that was typed into when the scenario changed last.
  std::uint32_t typed_in_ = 0;
};

}  // namespace putright::workbench
