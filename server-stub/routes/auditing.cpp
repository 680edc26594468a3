#include "server-stub/routes/auditing.hpp"

#include "server-stub/routes/refusing.hpp"

namespace putright::routes {

using http::Refusal;

store::NewAuditEntry audit_of(AuditEntry const& entry) {
  return {entry.reference, std::string{name_in(kAuditActs, entry.act)}, audit_entry_json(entry)};
}

void audit_first(Stub& stub, AuditEntry const& entry, http::Reply reply,
                 std::function<http::Answer()> then) {
  bool const queued = stub.writer.keep(
      audit_of(entry), [&stub, reply, then = std::move(then)](store::KeepOutcome const& outcome) {
        if (outcome.keeping != store::Keeping::kept)
          return reply(refuse_counted(stub, Refusal::store_unavailable));
        reply(then());
      });
  if (!queued) reply(refuse_counted(stub, Refusal::too_busy));
}

}  // namespace putright::routes
