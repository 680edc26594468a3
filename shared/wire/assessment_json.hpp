// An assessment as the JSON that `putright assess` and the API answer (ARCHITECTURE.md, "Command
// line").
#pragma once
#include <string>

#include "shared/complaint/assess.hpp"

namespace putright {

/// The whole answer; `counted` and `skipped` are as full as the assessment's explanation.
std::string assessment_json(Assessment const& assessment);

}  // namespace putright
