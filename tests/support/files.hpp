// Files of the tree for tests: golden files, vectors, the shipped policy. Paths are from the tree's
// root, which is where ctest runs the test programs.
#pragma once
#include <string>
#include <vector>

#include "shared/policy/policy_book.hpp"

namespace putright::support {

std::string read_file(std::string const& path);
void write_file(std::string const& path, std::string const& text);

/// The names of the shipped policy files, in public/policy.
std::vector<std::string> const& policy_file_names();

/// The shipped policy book, loaded once.
PolicyBook const& shipped_book();

/// Compares with tests/golden/<name>; UPDATE_GOLDEN=1 rewrites it, for `git diff` to review.
void check_golden(std::string const& name, std::string const& actual);

}  // namespace putright::support
