// An assessment as the JSON that `putright assess` and the API answer
// (public/schemas/assessment.schema.json).
#pragma once
#include <string>

#include "shared/complaint/alternatives.hpp"
#include "shared/complaint/assess.hpp"

namespace putright {

/// The answer; `counted` and `skipped` are as full as the assessment's explanation.
std::string assessment_json(Assessment const& assessment);

/// The answer with each deadline's whole why: its sentences, and its date by other readings
/// (`otherwise`).
std::string explained_assessment_json(Assessment const& assessment,
                                      std::vector<Alternative> const& alternatives);

}  // namespace putright
