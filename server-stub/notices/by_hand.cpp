#include "server-stub/notices/by_hand.hpp"

#include "shared/wire/audit.hpp"

namespace putright::notices {

using store::NoticeState;

store::NewAuditEntry audit_of_sent(store::NoticeKey const& notice, std::string who, Instant at) {
  AuditEntry const entry{.at = at,
                         .who = std::move(who),
                         .act = AuditAct::notice_sent,
                         .reference = notice.reference,
                         .what = notice.kind,
                         .reason = "",
                         .content_sha256 = ""};
  return {entry.reference, std::string{name_in(kAuditActs, entry.act)}, audit_entry_json(entry)};
}

std::optional<store::NoticeOutcome> sent_by_hand(store::KeptNotice const& notice, ReplyBy way,
                                                 Colleague const& colleague, Instant now) {
  std::string_view const went = name_in(kRepliesBy, way);
  bool const asked_for = notice.state == NoticeState::waiting && notice.way == went;
  if (way == ReplyBy::email || !(asked_for || notice.state == NoticeState::given_up))
    return std::nullopt;
  store::NoticeOutcome outcome{notice, ""};
  outcome.after.way = went;
  outcome.after.state = NoticeState::sent;
  outcome.audit = audit_of_sent(notice.key, colleague_as_who(colleague.id), now);
  return outcome;
}

std::optional<store::NoticeOutcome> tried_again(store::KeptNotice const& notice, Instant now) {
  if (notice.state != NoticeState::given_up) return std::nullopt;
  store::NoticeOutcome outcome{notice, ""};
  outcome.after.state = NoticeState::waiting;
  outcome.after.tries = 0;
  outcome.after.next_try_at = format_instant(now);
  return outcome;
}

}  // namespace putright::notices
