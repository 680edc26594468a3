// A scenario as a file: the complaint record that `putright assess` reads, with one member more
// (`workbench`) for what only the workbench knows. Any record opens as a scenario.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "portal/workbench/scenario.hpp"
#include "shared/wire/json.hpp"

namespace putright::workbench {

/// The whole record, `"workbench":{"today","speaker","receipt","invented_holidays"}` last.
std::string scenario_json(Scenario const& scenario);

/// Reads it back. A record without `workbench` is looked at on the day of its last event.
Outcome<Scenario, std::vector<Problem>> read_scenario(std::string_view text);

/// The same for a record that is already JSON values, such as a part of a larger answer.
Outcome<Scenario, std::vector<Problem>> scenario_in(json::Value const& root);

/// A scenario that ships with the workbench (public/workbench/examples.json).
struct Example {
  std::string name;
  /// What there is to see in it.
  std::string about;
  Scenario scenario;
};

/// `{"examples":[{"name","about","record"}]}`. An example that cannot be read is a problem.
Outcome<std::vector<Example>, std::vector<Problem>> read_examples(std::string_view text);

}  // namespace putright::workbench
