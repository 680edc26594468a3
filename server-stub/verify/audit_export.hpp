// The audit log as a file that anybody with the public keys can check: one JSON line for each
// entry, and a last line with the signed head. Written row by row, so a log of any length fits.
#pragma once
#include <string>

#include "server-stub/config.hpp"
#include "server-stub/failure.hpp"
#include "server-stub/keys/key_folder.hpp"
#include "shared/wire/audit.hpp"

namespace putright {

/// The member of the last line that holds the signed head.
inline constexpr std::string_view kSignedMember = "signed";

/// Writes the log of the store into the new file `to`, which gets its name when it is whole. What
/// was written, or one line that says why there is no file.
Outcome<AuditHead, Failure> export_audit(Config const& config, std::string const& to,
                                         SigningKey const& key, Instant made_at);

}  // namespace putright
