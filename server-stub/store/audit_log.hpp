// Reads the whole audit log of a store, while others write to it.
#pragma once
#include <functional>
#include <string>

#include "server-stub/failure.hpp"
#include "server-stub/store/sql.hpp"

namespace putright::store {

/// One row of the log. The digest binds the entry to the row before.
struct AuditRow {
  std::string entry;
  std::string digest;
};

/// Takes one row; a failure ends the reading.
using EachAuditRow = std::function<Done(AuditRow const&)>;

/// Hands over each row there is now, in order. Nothing is ever changed or taken out of the log, so
/// what is added meanwhile comes at its end or not at all. Throws what its statements throw.
Done read_audit_rows(sql::Connection& connection, EachAuditRow const& each);

}  // namespace putright::store
