// The record of one complaint for the ombudsman, or for its customer: what was sent, every event,
// every date with its why, each event bound to the one before it by a digest, so that nothing can
// be left out, added or changed unseen. Signing is the stub's.
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

/// The `typ` of the signed case file's header.
inline constexpr std::string_view kCaseFileType = "putright-case-file+jwt";

/// What a case file may hold at most: the longest record that can be assessed, and what is made of
/// it.
inline constexpr json::Limits kCaseFileLimits{.bytes = 16U << 20U, .depth = 24};

/// One event as a canonical JSON object (RFC 8785). Words that were erased are gone from it;
/// `erased_sha256` is then the digest of the event as it was, and empty otherwise.
struct CaseEvent {
  std::string event;
  std::string erased_sha256{};
};

struct CaseAttachment {
  std::string name;
  /// Hexadecimal.
  std::string sha256;
};

/// One line of the chronology: a day, and what happened on it in words.
struct CaseLine {
  std::string on;
  std::string words;
};

/// What goes in. Instants and days are written as JSON has them.
struct CaseFacts {
  std::string reference;
  std::string brand;
  std::string kind;
  std::string matter;
  std::string received_at;
  std::string made_at;
  /// `colleague` or `customer`: a customer's has no notes, ids or learning of colleagues.
  std::string made_for;
  /// Base64url: of the policy files that the dates were counted with.
  std::string policy_sha256;
  /// The day on which its words were erased; empty: they were not.
  std::string erased_on{};
  /// Canonical JSON; `null` once erased.
  std::string submission;
  /// Base64url, as on the receipt.
  std::string submission_sha256;
  std::string receipt;
  std::vector<CaseEvent> events;
  std::vector<CaseAttachment> attachments{};
  std::vector<CaseLine> chronology{};
  /// Canonical JSON: the assessment with each deadline's whole why (assessment_json.hpp), or
  /// `null` where there is none.
  std::string assessment = "null";
  /// Canonical JSON: the list of the times that colleagues looked at it, and why.
  std::string viewings = "[]";
};

/// Canonical JSON. Each of `events` is `{"digest","event","event_sha256","previous"}`: `previous`
/// of the first is the submission's digest; `event_sha256` is the event's own digest; `digest` is
/// of `previous + "." + event_sha256`; `head` is the last of them, which a signature then covers.
/// So a case file from before an erasure and one from after it have the same digests.
std::string case_file_json(CaseFacts const& facts, DigestOf const& digest_of);

/// Why a case file does not hold together: it says something else was sent; an event is not the one
/// that was chained; an event was left out or put in; the last ones were left out.
enum class CaseFault {
  not_a_case_file,
  submission_changed,
  event_changed,
  chain_broken,
  head_differs
};

/// The fault, and the number of the event at which it was met (from 1; 0: of no event).
struct CaseTrouble {
  CaseFault fault;
  std::size_t event = 0;
};

/// The name that goes out, such as `event_changed`.
std::string_view name(CaseFault fault);

/// Checks every link; the number of events when all hold. `text` is the case file as it was
/// written.
Outcome<std::size_t, CaseTrouble> check_case_file(std::string_view text, DigestOf const& digest_of);

}  // namespace putright
