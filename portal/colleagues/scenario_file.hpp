// Opening a scenario's text: what is wrong is said at its line and column.
#pragma once
#include <string_view>
#include <vector>

#include "portal/workbench/scenario_json.hpp"

namespace putright::colleagues {

/// Reads the text whole: also what the workbench alone knows (`workbench`) must be right. Problems
/// stand in the order of the text, each with its place in words.
Outcome<workbench::Scenario, std::vector<Problem>> open_scenario(std::string_view text);

}  // namespace putright::colleagues
