// The audit log: who did or looked at what, in order, each entry bound to the one before it by a
// digest, so that none can be changed, left out or put in unseen. An entry holds no words of a
// customer: only whose complaint it was, and the digest of what was kept.
#pragma once
#include <optional>
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
  dates_changed,
  letters_viewed,
  change_published,
  change_taken_back,
  erased
};

inline constexpr std::array<Named<AuditAct>, 13> kAuditActs{{
    {AuditAct::complaint_received, "complaint_received"},
    {AuditAct::event_recorded, "event_recorded"},
    {AuditAct::complaint_viewed, "complaint_viewed"},
    {AuditAct::work_list_viewed, "work_list_viewed"},
    {AuditAct::attachment_opened, "attachment_opened"},
    {AuditAct::case_file_taken, "case_file_taken"},
    {AuditAct::report_viewed, "report_viewed"},
    {AuditAct::notice_sent, "notice_sent"},
    {AuditAct::dates_changed, "dates_changed"},
    {AuditAct::letters_viewed, "letters_viewed"},
    {AuditAct::change_published, "change_published"},
    {AuditAct::change_taken_back, "change_taken_back"},
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

/// The `typ` of the signed head's header, at the end of an exported log.
inline constexpr std::string_view kAuditHeadType = "putright-audit+jwt";

/// One line of an exported log, canonical JSON: `{"digest","entry","previous"}`.
std::string audit_line(std::string_view previous, std::string_view entry, std::string_view digest);

/// What is signed at the end of an export: how many entries there were, and the last one's digest
/// (empty: none).
struct AuditHead {
  std::string head;
  std::int64_t entries = 0;
};

/// The signed head's payload in canonical form.
std::string audit_head_json(AuditHead const& head, Instant made_at);

/// Why an exported log does not hold together: a line that is none; an entry that is not the one
/// that was chained; one left out, put in or moved; the end is not the one that was signed; there
/// is no signed end.
enum class AuditFault { line_malformed, entry_changed, chain_broken, head_differs, head_missing };

/// The name that goes out, such as `entry_changed`.
std::string_view name(AuditFault fault);

/// Checks an exported log line by line; remembers one digest, whatever the log's length.
class AuditCheck {
 public:
  explicit AuditCheck(DigestOf digest_of) : digest_of_(std::move(digest_of)) {}

  /// What is wrong with the next line, which is one of an entry; empty: nothing.
  std::optional<AuditFault> take(json::Value const& line);

  /// Whether the signed payload is of the lines so far.
  bool ends_with(json::Value const& head) const;

  AuditHead const& head() const { return head_; }

 private:
  DigestOf digest_of_;
  AuditHead head_;
};

}  // namespace putright
