// The store that the settings name.
#pragma once
#include <memory>
#include <string>

#include "server-stub/config.hpp"
#include "server-stub/store/audit_log.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

/// Where SQLite keeps it.
std::string sqlite_path(Config const& config);

/// Whether it was made before.
Outcome<bool, Failure> store_is_there(Config const& config);

/// What is said when it was not.
Failure no_store_at(Config const& config);

/// Opens it, or makes it. Refused with one line.
Outcome<std::unique_ptr<Store>, Failure> open_store(Config const& config);

/// As `read_audit_rows`. Refused with one line when the store is not there or cannot be read.
Done read_audit_log(Config const& config, EachAuditRow const& each);

}  // namespace putright::store
