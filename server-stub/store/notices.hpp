// What a store keeps of what customers are told, and entries for the audit log that go with it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/names.hpp"

namespace putright::store {

/// One entry of the audit log (shared/wire/audit.hpp), which the store binds to the one before it.
struct NewAuditEntry {
  std::string reference;
  std::string act;
  std::string entry;
};

/// What has become of a notice. `waiting`: for the mail server, or for a colleague's hand.
enum class NoticeState { waiting, sent, given_up };
inline constexpr std::array<Named<NoticeState>, 3> kNoticeStates{{
    {NoticeState::waiting, "waiting"},
    {NoticeState::sent, "sent"},
    {NoticeState::given_up, "given_up"},
}};

/// Something to tell a customer about the event that it is kept with: one of each kind. No words
/// and no address: they are read from what is kept when it goes.
struct NewNotice {
  std::string kind;
  /// How the customer asked to hear: `email`, `phone` or `letter`.
  std::string way;
  std::string made_at;
  /// Only of a notice that dates have changed: the name of the calendar that changed them, and the
  /// dates (date_changes.hpp).
  std::string calendar{};
  std::string changes{};
};

/// Which notice.
struct NoticeKey {
  std::string reference;
  /// The event's.
  std::size_t position = 0;
  std::string kind;
  /// As in NewNotice: more than one calendar may change dates while nothing else happens.
  std::string calendar{};
  bool operator==(NoticeKey const&) const = default;
};

struct KeptNotice {
  NoticeKey key;
  std::string way;
  NoticeState state = NoticeState::waiting;
  std::string made_at;
  std::int64_t tries = 0;
  std::string next_try_at;
  /// In words without personal data; empty: none.
  std::string last_failure;
  std::string changes{};
};

/// A notice that waits for a colleague's hand.
struct HandNotice {
  KeptNotice notice;
  std::string brand;
};

/// A page of them, oldest first: those after this one, or from the start.
struct HandQuery {
  std::string after_made_at;
  NoticeKey after;
  std::size_t limit = 0;
};

/// Takes a waiting notice for one sender alone, until a time.
struct NoticeLease {
  NoticeKey key;
  /// The sender's own name for this lease, never used for another.
  std::string lease;
  std::string now;
  std::string until;
};

/// What came of one: `after` is how it stands then (its `made_at` stays). Only whoever holds the
/// lease may say so; an empty lease is a colleague's hand. One that was sent stays so, and one goes
/// no other way than asked for unless that way was given up.
struct NoticeOutcome {
  KeptNotice after;
  std::string lease;
  std::optional<NewAuditEntry> audit{};
};

/// How many notices wait for the mail server, wait for a colleague's hand, and were given up.
struct NoticeCounts {
  std::int64_t waiting = 0;
  std::int64_t by_hand = 0;
  std::int64_t given_up = 0;
};

}  // namespace putright::store
