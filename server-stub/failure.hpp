// A failure: something in the world that did not work. For the operator; nobody can fix it by
// answering better.
#pragma once
#include <string>
#include <variant>

#include "shared/base/outcome.hpp"

namespace putright {

/// `why` is one line (policy files: several) that names what did not work. Never personal data,
/// never a key.
struct Failure {
  std::string why;
};

/// Done, with nothing to give; or the failure.
using Done = Outcome<std::monostate, Failure>;

}  // namespace putright
