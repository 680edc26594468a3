// Where the program's policy book comes from: a folder of policy files, or those built in.
#pragma once
#include <string>

#include "server-stub/failure.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright {

/// The book, and the files it was read from joined in one JSON text (what a browser reads as
/// /policy/book.json).
struct PolicySource {
  PolicyBook book;
  std::string joined;
};

/// Reads every `.json` file of the folder; an empty name: the files built in. Refused with the
/// place and what was expected there (several lines).
Outcome<PolicySource, Failure> open_policy(std::string const& folder);

}  // namespace putright
