// What a colleague does for a notice: posts the letter, makes the call, or has a mail tried again.
#pragma once
#include <optional>
#include <string_view>

#include "server-stub/colleagues/colleague.hpp"
#include "server-stub/store/store.hpp"
#include "shared/submission/submission.hpp"

namespace putright::notices {

/// The entry `notice_sent` for the audit log; `who` as there.
store::NewAuditEntry audit_of_sent(store::NoticeKey const& notice, std::string who, Instant at);

/// The outcome to keep when this colleague says that the notice went this way; none when it may not
/// have: by mail, another way than the customer asked for (unless mail was given up), or it was
/// sent before. The store refuses the same again, should something have happened in between
/// (`overtaken`).
std::optional<store::NoticeOutcome> sent_by_hand(store::KeptNotice const& notice, ReplyBy way,
                                                 Colleague const& colleague, Instant now);

/// The outcome to keep when a mail that was given up is to be tried again; none when it was not
/// given up.
std::optional<store::NoticeOutcome> tried_again(store::KeptNotice const& notice, Instant now);

}  // namespace putright::notices
