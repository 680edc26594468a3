// The audit log of a store's file.
#pragma once
#include <string>

#include "server-stub/store/audit_log.hpp"

namespace putright::store {

/// As `read_audit_rows`. Refused with one line when the store cannot be read.
Done read_sqlite_audit_log(std::string const& path, EachAuditRow const& each);

}  // namespace putright::store
