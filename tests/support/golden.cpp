#include "tests/support/golden.hpp"

#include <cstdlib>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/support/shipped_policy.hpp"

namespace putright::support {

void check_golden(std::string const& name, std::string const& actual) {
  std::string const path = "tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream{path, std::ios::binary} << actual;
  CHECK_MESSAGE(read_file(path) == actual,
                "differs from " << path << "; UPDATE_GOLDEN=1 rewrites it");
}

}  // namespace putright::support
