// The shipped policy book, for tests and benchmarks. Run from the tree's root.
#pragma once
#include <string>
#include <vector>

#include "shared/policy/policy_book.hpp"

namespace putright::support {

/// The names of the shipped policy files, in public/policy.
std::vector<std::string> const& policy_file_names();

/// The whole file; ends the program with one line when it cannot be read.
std::string read_file(std::string const& path);

/// The shipped policy book, loaded once; ends the program with the refusal when it does not load.
PolicyBook const& shipped_policy();

/// The same files joined, as the browser gets them.
std::string const& joined_policy();

}  // namespace putright::support
