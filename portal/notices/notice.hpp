// A notice as a screen: what happened in a sentence, the dates that hold, where to read more and
// who else can help. An e-mail carries no words of a customer or a colleague, because anybody may
// read over a shoulder; a letter carries what was written to the customer, because it may be all
// that they have.
#pragma once
#include <string>

#include "portal/notices/kinds.hpp"
#include "portal/view/tree.hpp"
#include "shared/complaint/record.hpp"
#include "shared/policy/policy_book.hpp"
#include "shared/submission/submission.hpp"
#include "shared/wire/date_changes.hpp"

namespace putright {

/// The complaint as it was with the event that the notice is about, which is the record's last.
struct NoticeFacts {
  NoticeKind kind;
  std::string reference;
  ComplaintRecord record;
  Submission submission;
  /// When the notice was made: its dates are as they stood then.
  Instant made_at;
  /// Where customers find this website; empty: it is not said.
  std::string origin;
  /// Of `date_changed` alone.
  std::vector<DateChange> changes{};
};

/// How a customer is to be told: as they chose, or without a choice by what they gave. Whoever acts
/// for somebody gave their own, and is told themselves. None: a comment that gave no way.
std::optional<ReplyBy> way_of_replying(Submission const& submission);

/// What an e-mail says; its title is the subject. All problems, when the record does not make
/// sense.
Outcome<view::Screen, std::vector<Problem>> notice_screen(PolicyBook const& book,
                                                          NoticeFacts const& facts);

/// The same as a letter to print: with name, address and the words that were written. `path` is the
/// page's own address.
Outcome<view::Screen, std::vector<Problem>> letter_screen(PolicyBook const& book,
                                                          NoticeFacts const& facts,
                                                          std::string path);

}  // namespace putright
