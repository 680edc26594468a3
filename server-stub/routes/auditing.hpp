// Entries for the audit log. A colleague's look is written down before anything is shown, and shows
// nothing when it cannot be written.
#pragma once
#include <functional>

#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"
#include "shared/wire/audit.hpp"

namespace putright::routes {

/// The entry as the store takes it.
store::NewAuditEntry audit_of(AuditEntry const& entry);

/// Writes the entry; then, and only when it is on the disk, lets `then` answer.
void audit_first(Stub& stub, AuditEntry const& entry, http::Reply reply,
                 std::function<http::Answer()> then);

}  // namespace putright::routes
