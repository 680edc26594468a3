// The record of one complaint for the ombudsman: what was sent and every event, each bound to the
// one before it by a digest, so that nothing can be left out, added or changed unseen. Signing is
// the stub's.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/outcome.hpp"
#include "shared/wire/json.hpp"

namespace putright {

/// SHA-256 of some bytes as base64url without padding: given by whoever has a library for it.
using DigestOf = std::function<std::string(std::string_view)>;

/// What goes in. `submission` and each of `events` are canonical JSON objects (RFC 8785).
struct CaseFacts {
  std::string reference;
  std::string submission;
  std::vector<std::string> events;
};

/// Canonical JSON:
/// `{"events":[{"digest","event","previous"}],"head","reference","submission","submission_sha256"}`.
/// `previous` of the first event is the submission's digest; `digest` is of the event and its
/// `previous` as `previous + "." + event`; `head` is the last digest, which a signature then
/// covers.
std::string case_file_json(CaseFacts const& facts, DigestOf const& digest_of);

/// Why a case file does not hold together.
enum class CaseFault {
  not_a_case_file,
  submission_changed,
  event_changed,
  chain_broken,
  head_differs
};

/// Checks every link; the number of events when all hold. `text` is the case file as it was
/// written.
Outcome<std::size_t, CaseFault> check_case_file(std::string_view text, DigestOf const& digest_of);

}  // namespace putright
