// The audit log: who did or looked at what, in order, each entry bound to the one before it by a
// digest, so that none can be changed, left out or put in unseen. An entry holds no words of a
// customer: only whose complaint it was, and the digest of what was kept.
#pragma once
#include <string>
#include <string_view>

#include "shared/base/names.hpp"
#include "shared/calendar/date.hpp"
#include "shared/wire/case_file.hpp"

namespace putright {

enum class AuditAct {
  complaint_received,
  event_recorded,
  complaint_viewed,
  work_list_viewed,
  attachment_opened,
  case_file_taken,
  report_viewed,
  notice_sent,
  erased
};

inline constexpr std::array<Named<AuditAct>, 9> kAuditActs{{
    {AuditAct::complaint_received, "complaint_received"},
    {AuditAct::event_recorded, "event_recorded"},
    {AuditAct::complaint_viewed, "complaint_viewed"},
    {AuditAct::work_list_viewed, "work_list_viewed"},
    {AuditAct::attachment_opened, "attachment_opened"},
    {AuditAct::case_file_taken, "case_file_taken"},
    {AuditAct::report_viewed, "report_viewed"},
    {AuditAct::notice_sent, "notice_sent"},
    {AuditAct::erased, "erased"},
}};

/// One entry. `who` is `customer`, `stub`, `operator` or a colleague's id after `colleague:`.
/// `what` is the event's type or the file's digest; `reason` is what a colleague gave for looking;
/// `content_sha256` is the digest of what was kept. Empty members are left out.
struct AuditEntry {
  Instant at;
  std::string who;
  AuditAct act;
  std::string reference;
  std::string what;
  std::string reason;
  std::string content_sha256;
};

/// A colleague as `who`.
std::string colleague_as_who(std::string_view id);

/// The entry as canonical JSON (RFC 8785).
std::string audit_entry_json(AuditEntry const& entry);

/// The digest that binds an entry to the digest before it (empty for the first).
std::string audit_digest(std::string const& previous, std::string const& entry,
                         DigestOf const& digest_of);

}  // namespace putright
