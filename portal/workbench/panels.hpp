// The workbench's three panels. Each draws from plain state and changes only that state.
#pragma once
#include <vector>

#include "portal/imgui/look.hpp"
#include "portal/imgui/present.hpp"
#include "portal/workbench/workbench.hpp"

namespace putright::workbench {

/// The made-up complaint and how it is looked at. `edition` is the one that applies, or null.
void draw_scenario_panel(Bench& bench, PolicyBook const& book, Edition const* edition,
                         canvas::Look const& look);

/// The switches above the customer's screen.
void draw_screen_switches(Bench& bench, canvas::Look const& look);

/// Status, timeline and why.
void draw_deadline_panel(Bench& bench, Assessment const& assessment, PolicyBook const& book,
                         canvas::Look const& look);

/// What to put right when the scenario cannot be assessed.
void draw_problem_panel(std::vector<Problem> const& problems, canvas::Look const& look);

}  // namespace putright::workbench
