// Golden files: outputs kept in tests/golden, compared byte for byte.
#pragma once
#include <string>

namespace putright::support {

/// Compares with tests/golden/<name>; UPDATE_GOLDEN=1 rewrites it, for `git diff` to review.
void check_golden(std::string const& name, std::string const& actual);

}  // namespace putright::support
