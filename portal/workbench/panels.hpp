// The workbench's panels. Each draws from plain state and changes only that state.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "portal/imgui/look.hpp"
#include "portal/imgui/present.hpp"
#include "portal/workbench/bench.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// What the scenario comes to: asked of the core when it changed, shown by the panels.
struct Shown {
  /// With the invented bank holidays.
  PolicyBook const& book;
  /// Null when the scenario cannot be assessed.
  Assessment const* assessment;
  /// The one that applies, or null.
  Edition const* edition;
  /// Of each event, then of the whole.
  std::vector<std::vector<Problem>> const& refusals;
};

/// The made-up complaint: about it, its events, what if.
void draw_scenario_panel(Bench& bench, Shown const& shown, canvas::Look const& look);
void draw_events_panel(Bench& bench, Shown const& shown, canvas::Look const& look);
void draw_what_if_panel(Bench& bench, Shown const& shown, canvas::Look const& look);

/// Two readings side by side.
void draw_compare_panel(Bench& bench, Shown const& shown, Books const& books,
                        canvas::Look const& look);

/// Many screens at once.
void draw_sheets_panel(Bench& bench, Shown const& shown, std::vector<Sheet> const& sheets,
                       canvas::Look const& look);

/// The policy book's editions, clauses, contacts and calendar; a draft.
void draw_book_panel(Bench& bench, Shown const& shown, canvas::Look const& look);

/// On the way to a real complaint: signing in, the work list, the reason, an event's form.
void draw_live_screen(Bench& bench, Shown const& shown, canvas::Look const& look);

/// A real complaint that is open: what it is, and recording what happened.
void draw_live_panel(Bench& bench, Shown const& shown, canvas::Look const& look);

/// The switches above the customer's screen.
void draw_screen_switches(Bench& bench, canvas::Look const& look);

/// Status, timeline and why.
void draw_deadline_panel(Bench& bench, Assessment const& assessment, PolicyBook const& book,
                         canvas::Look const& look);

/// What to put right when the scenario cannot be assessed.
void draw_problem_panel(std::vector<Problem> const& problems, canvas::Look const& look);

}  // namespace putright::workbench
