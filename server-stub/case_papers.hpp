// The case file of one complaint, put together from what the store has: what was sent, every event,
// every date with its why, who looked. For the ombudsman, or for the customer whose complaint it
// is.
#pragma once
#include <string>
#include <vector>

#include "server-stub/kept_record.hpp"
#include "server-stub/policy_source.hpp"

namespace putright {

/// What a case file is made from. `viewings` are the audit log's entries of looks at it.
struct CaseSources {
  store::KeptComplaint const& kept;
  std::vector<std::string> const& viewings;
  PolicyBook const& book;
  std::string const& policy_sha256;
  Instant made_at;
  Reader reader = Reader::colleague;
};

/// The payload to sign (shared/wire/case_file.hpp); a failure when the record cannot be read.
Outcome<std::string, Failure> case_file_payload(CaseSources const& sources);

}  // namespace putright
