// The dates of a case file, each with how it was worked out.
#pragma once
#include <vector>

#include "portal/view/tree.hpp"
#include "shared/wire/json.hpp"

namespace putright::papers {

/// From the case file's `assessment` (assessment_json.hpp), or null where there is none.
std::vector<view::Node> case_deadlines(json::Value const& assessment);

}  // namespace putright::papers
