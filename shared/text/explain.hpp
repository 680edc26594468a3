// A deadline's explanation in one or two plain sentences, made from its structured why.
#pragma once
#include <string>

#include "shared/complaint/assess.hpp"

namespace putright {

/// "10 working days after Tuesday 31 March 2026. Not counted: 4 weekend days, Good Friday (...)."
/// and, where it applies, that the step before may still come sooner, or which later date was
/// agreed and why. The deadline must have its days listed (`Explanation::full`).
std::string explain_in_words(Deadline const& deadline);

}  // namespace putright
