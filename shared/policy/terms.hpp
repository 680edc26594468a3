// The closed lists that policy, complaint records and answers share. Names are contracts: never
// reuse one.
#pragma once
#include "shared/base/names.hpp"

namespace putright {

enum class FeedbackKind { complaint, comment, compliment };

enum class EventType {
  submitted,
  acknowledged,
  officer_assigned,
  question_asked,
  question_answered,
  visit_arranged,
  extended,
  stage_1_responded,
  stage_2_requested,
  stage_2_acknowledged,
  stage_2_responded,
  action_recorded,
  action_done,
  closed,
  withdrawn
};

enum class DeadlineId {
  stage_1_acknowledgement,
  stage_1_response,
  stage_2_acknowledgement,
  stage_2_response,
  path_to_resolution,
  assessment_and_response,
  eight_week_letter
};

/// How a count reaches its start: on the day of the event, or on the first working day after it.
enum class StartRule { same_day, next_working_day };

enum class PeriodUnit { working_days, calendar_days };

/// What an arrival outside working time counts as. `strict`: the London date it arrived on.
/// `rolled`: the next working day, for an arrival on a non-working day or at or after close of
/// business.
enum class ReceiptRule { strict, rolled };

/// When a customer may go to the ombudsman scheme of their route.
enum class MayContact { any_time, after_process, ask_us };

/// Letters in front of a reference, which a brand's row gives.
inline constexpr std::size_t kReferencePrefixCharacters = 2;

/// Who records an event: the customer (or whoever acts for them), or a colleague.
enum class Actor { customer, colleague };

inline constexpr std::array<Named<Actor>, 2> kActors{{
    {Actor::customer, "customer"},
    {Actor::colleague, "colleague"},
}};

/// What a response comes to.
enum class Finding { upheld, partly_upheld, not_upheld };

inline constexpr std::array<Named<Finding>, 3> kFindings{{
    {Finding::upheld, "upheld"},
    {Finding::partly_upheld, "partly_upheld"},
    {Finding::not_upheld, "not_upheld"},
}};

inline constexpr std::array<Named<FeedbackKind>, 3> kFeedbackKinds{{
    {FeedbackKind::complaint, "complaint"},
    {FeedbackKind::comment, "comment"},
    {FeedbackKind::compliment, "compliment"},
}};

inline constexpr std::array<Named<EventType>, 15> kEventTypes{{
    {EventType::submitted, "submitted"},
    {EventType::acknowledged, "acknowledged"},
    {EventType::officer_assigned, "officer_assigned"},
    {EventType::question_asked, "question_asked"},
    {EventType::question_answered, "question_answered"},
    {EventType::visit_arranged, "visit_arranged"},
    {EventType::extended, "extended"},
    {EventType::stage_1_responded, "stage_1_responded"},
    {EventType::stage_2_requested, "stage_2_requested"},
    {EventType::stage_2_acknowledged, "stage_2_acknowledged"},
    {EventType::stage_2_responded, "stage_2_responded"},
    {EventType::action_recorded, "action_recorded"},
    {EventType::action_done, "action_done"},
    {EventType::closed, "closed"},
    {EventType::withdrawn, "withdrawn"},
}};

inline constexpr std::array<Named<DeadlineId>, 7> kDeadlineIds{{
    {DeadlineId::stage_1_acknowledgement, "stage_1_acknowledgement"},
    {DeadlineId::stage_1_response, "stage_1_response"},
    {DeadlineId::stage_2_acknowledgement, "stage_2_acknowledgement"},
    {DeadlineId::stage_2_response, "stage_2_response"},
    {DeadlineId::path_to_resolution, "path_to_resolution"},
    {DeadlineId::assessment_and_response, "assessment_and_response"},
    {DeadlineId::eight_week_letter, "eight_week_letter"},
}};

inline constexpr std::array<Named<StartRule>, 2> kStartRules{{
    {StartRule::same_day, "same_day"},
    {StartRule::next_working_day, "next_working_day"},
}};

inline constexpr std::array<Named<PeriodUnit>, 2> kPeriodUnits{{
    {PeriodUnit::working_days, "working_days"},
    {PeriodUnit::calendar_days, "calendar_days"},
}};

inline constexpr std::array<Named<ReceiptRule>, 2> kReceiptRules{{
    {ReceiptRule::strict, "strict"},
    {ReceiptRule::rolled, "rolled"},
}};

inline constexpr std::array<Named<MayContact>, 3> kMayContact{{
    {MayContact::any_time, "any_time"},
    {MayContact::after_process, "after_process"},
    {MayContact::ask_us, "ask_us"},
}};

}  // namespace putright
