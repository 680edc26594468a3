// What the API refuses, read back: the same for colleagues' pages and for the workbench.
#pragma once
#include <string_view>
#include <vector>

#include "shared/base/problem.hpp"

namespace putright::colleagues {

/// The problems that a refusal (RFC 9457) lists; those of unknown codes are left out.
std::vector<Problem> problems_in(std::string_view refusal_json);

}  // namespace putright::colleagues
