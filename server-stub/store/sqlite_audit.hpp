// Reads the whole audit log of a store's file, while others write to it.
#pragma once
#include <functional>
#include <string>

#include "server-stub/failure.hpp"

namespace putright::store {

/// One row of the log. The digest binds the entry to the row before.
struct AuditRow {
  std::string entry;
  std::string digest;
};

/// Hands over each row as it was at one moment, in order, one at a time; the first failure of
/// `each` ends it. Refused with one line when the store cannot be read.
Done read_audit_log(std::string const& path, std::function<Done(AuditRow const&)> const& each);

}  // namespace putright::store
