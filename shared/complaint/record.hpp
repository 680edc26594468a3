// A complaint record: what is known of one complaint, comment or compliment, as events. Status,
// stage and dates are not in it: they are computed (assess.hpp).
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/outcome.hpp"
#include "shared/base/problem.hpp"
#include "shared/calendar/date.hpp"
#include "shared/policy/terms.hpp"
#include "shared/wire/json.hpp"

namespace putright {

/// When an event happened: a London date, and the instant where it is known.
struct EventTime {
  Date on;
  std::optional<Instant> at;
};

/// The time of an event at an instant: its date is London's.
EventTime event_time(Instant at);

/// One thing that happened. Empty members were not given.
struct Event {
  EventType type;
  EventTime when;
  /// Who did it: a colleague's id, or empty.
  std::string by{};
  /// As what they did it; absent: not told.
  std::optional<Actor> role{};
  /// `officer_assigned`: the officer's id, and the name that customers read.
  std::string officer{};
  std::string officer_name{};
  /// `extended`: why, in words for the customer.
  std::string reason{};
  /// `extended`: the new date of the response.
  std::optional<Date> new_date{};
  /// `visit_arranged`: the day of it.
  std::optional<Date> visit_on{};
  /// `stage_1_responded`, `stage_2_responded`: what was found.
  std::optional<Finding> finding{};
  /// What was written with it, for the customer (words_member).
  std::string words{};
};

/// The member that holds an event's words: `definition` of an acknowledgement, `question`,
/// `answer`, `visit`, `response`, `action`; empty for an event that has none.
std::string_view words_member(EventType type);

/// A date that the customer was given, and that never silently moves.
struct PromisedDate {
  DeadlineId id;
  Date on;
};

struct ComplaintRecord {
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  std::string matter;
  std::string relationship;
  /// Used whatever its dates, even when switched off; absent: the one in force on the day of
  /// receipt.
  std::optional<std::string> edition;
  std::vector<Event> events;
  std::vector<PromisedDate> promised;
};

/// Events in one record, at most.
inline constexpr std::size_t kMaxEvents = 1000;

/// The last of `events` that is of this type, or null.
Event const* last_event(std::span<Event const> events, EventType type);

/// Reads a record that is already JSON values, such as a part of a larger answer.
Outcome<ComplaintRecord, std::vector<Problem>> read_record(json::Value const& root);

/// Reads a record (public/schemas/record.schema.json). All problems at once, in the order they
/// stand. Members that are not known here are left alone: a record may carry more for other
/// readers.
Outcome<ComplaintRecord, std::vector<Problem>> parse_record(std::string_view json_text);

}  // namespace putright
