// What a receipt says: proof that a submission arrived, when, under which rules, and the dates
// promised. Only the payload is made here; signing it is the stub's (server-stub/verify). A receipt
// is not an acknowledgement: that is a colleague's act.
#pragma once
#include <string>

#include "shared/complaint/assess.hpp"

namespace putright {

/// The `typ` of the signed receipt's header, and the payload's `iss`.
inline constexpr std::string_view kReceiptType = "putright-receipt+jwt";
inline constexpr std::string_view kReceiptIssuer = "putright";

/// Digests are SHA-256, base64url without padding. `policy` is of the joined policy files.
struct ReceiptFacts {
  std::string reference;
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  Instant received_at;
  std::string submission_sha256;
  std::string policy_sha256;
};

/// The payload in canonical form (RFC 8785). Provisional dates are left out: a receipt promises no
/// guess.
std::string receipt_payload(ReceiptFacts const& facts, Assessment const& assessment);

}  // namespace putright
