// The store in a PostgreSQL database, for stubs on many machines: one writing and one reading
// connection.
#pragma once
#include <memory>
#include <string>

#include "server-stub/failure.hpp"
#include "server-stub/store/audit_log.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

/// Whether the database behind this connection URI holds a store already.
Outcome<bool, Failure> has_postgres_store(std::string const& address);

/// As `read_audit_rows`. Refused with one line when the store cannot be read.
Done read_postgres_audit_log(std::string const& address, EachAuditRow const& each);

/// Brings its tables up to date. Refused with one line when it cannot be reached, belongs to
/// another program, was written by a newer version of this one, or does not flush.
Outcome<std::unique_ptr<Store>, Failure> open_postgres_store(std::string const& address);

}  // namespace putright::store
