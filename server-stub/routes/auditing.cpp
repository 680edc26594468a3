#include "server-stub/routes/auditing.hpp"

#include <memory>

#include "server-stub/routes/refusing.hpp"

namespace putright::routes {

using http::Refusal;

store::NewAuditEntry audit_of(AuditEntry const& entry) {
  return {entry.reference, std::string{name_in(kAuditActs, entry.act)}, audit_entry_json(entry)};
}

void audit_first(Stub& stub, AuditEntry const& entry, http::Reply reply,
                 std::function<http::Answer()> then) {
  auto const answer = std::make_shared<http::Reply>(std::move(reply));
  bool const queued = stub.writer.keep(
      audit_of(entry), [&stub, answer, then = std::move(then)](store::KeepOutcome const& outcome) {
        bool const is_kept = outcome.keeping == store::Keeping::kept;
        (*answer)(is_kept ? then() : refuse_counted(stub, Refusal::store_unavailable));
      });
  if (!queued) (*answer)(refuse_counted(stub, Refusal::too_busy));
}

}  // namespace putright::routes
