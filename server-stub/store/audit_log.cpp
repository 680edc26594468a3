#include "server-stub/store/audit_log.hpp"

#include "server-stub/limits.hpp"

namespace putright::store {

Done read_audit_rows(sql::Connection& connection, EachAuditRow const& each) {
  sql::Statement page{connection,
                      "SELECT position, entry, digest FROM audit WHERE position > ? ORDER BY "
                      "position LIMIT ?"};
  std::int64_t last = 0;
  for (std::int64_t count = limits::kAuditRowsAtOnce; count == limits::kAuditRowsAtOnce;) {
    sql::Use const use{page};
    use->bind(last).bind(limits::kAuditRowsAtOnce);
    for (count = 0; use->step(); ++count) {
      if (auto taken = each({use->text(1), use->text(2)}); !taken.ok()) return taken;
      last = use->number(0);
    }
  }
  return std::monostate{};
}

}  // namespace putright::store
