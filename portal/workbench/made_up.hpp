// The made-up customer of every scenario, the same in every picture, and their own page of it.
#pragma once
#include <string>
#include <string_view>

#include "portal/journey/draft.hpp"
#include "portal/screens/screens.hpp"
#include "portal/workbench/scenario.hpp"

namespace putright::workbench {

/// Where the portal asks for fresh randomness.
inline constexpr std::string_view kMadeUpEntropy = "0123456789abcdef0123456789abcdef";

/// Passes its own check and can be nobody's.
std::string made_up_reference(Brand const& brand);

/// All answers of the made-up customer, or of somebody for them.
Draft made_up_draft(Scenario const& scenario);

/// What the customer sees when they track the scenario's complaint today.
view::Screen tracked_screen(Scenario const& scenario, PolicyBook const& book, Brand const& brand);

}  // namespace putright::workbench
