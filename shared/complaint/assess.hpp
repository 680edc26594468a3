// What a complaint record comes to: edition, stage, status, every deadline with its explanation,
// and the ombudsman. A pure function of the record, the policy book and the instant asked about.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/complaint/record.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright {

enum class ComplaintStatus {
  submitted,
  acknowledged,
  stage_1_responded,
  stage_2_requested,
  stage_2_acknowledged,
  stage_2_responded,
  closed,
  withdrawn
};

/// `projected`: its clock has not started; counted from the latest date on which that may happen.
enum class DeadlineState { projected, pending, met, late };

/// `provisional`: counted past the calendar's last known day, where bank holidays are not known
/// yet.
enum class Certainty { final, provisional };

inline constexpr std::array<Named<ComplaintStatus>, 8> kComplaintStatuses{{
    {ComplaintStatus::submitted, "submitted"},
    {ComplaintStatus::acknowledged, "acknowledged"},
    {ComplaintStatus::stage_1_responded, "stage_1_responded"},
    {ComplaintStatus::stage_2_requested, "stage_2_requested"},
    {ComplaintStatus::stage_2_acknowledged, "stage_2_acknowledged"},
    {ComplaintStatus::stage_2_responded, "stage_2_responded"},
    {ComplaintStatus::closed, "closed"},
    {ComplaintStatus::withdrawn, "withdrawn"},
}};
/// Whether nothing more comes: closed or withdrawn.
constexpr bool is_over(ComplaintStatus status) {
  return status == ComplaintStatus::closed || status == ComplaintStatus::withdrawn;
}
inline constexpr std::array<Named<DeadlineState>, 4> kDeadlineStates{{
    {DeadlineState::projected, "projected"},
    {DeadlineState::pending, "pending"},
    {DeadlineState::met, "met"},
    {DeadlineState::late, "late"},
}};
inline constexpr std::array<Named<Certainty>, 2> kCertainties{{
    {Certainty::final, "final"},
    {Certainty::provisional, "provisional"},
}};

struct CountedDay {
  int day;
  Date on;
};

/// `why` is the weekday's name, or the bank holiday's title from the calendar.
struct SkippedDay {
  Date on;
  std::string_view why;
};

/// What a count starts from. `happened_on` is the event's own date; `on` is the day before day 1,
/// which differs when an edition rolls arrivals or starts on the next working day.
struct ClockStart {
  EventType event;
  Date happened_on;
  Date on;
};

/// An agreed later date.
struct Extension {
  Date made_on;
  Date new_date;
  std::string reason;
};

struct Deadline {
  DeadlineRule const* rule;
  ClockStart start;
  /// The date by today's calendar, an extension included.
  Date due_on{};
  /// The date the customer was given. It binds: `ends_at` and `state` follow it.
  Date promised_on{};
  /// First instant after the binding day in London.
  Instant ends_at{};
  DeadlineState state = DeadlineState::projected;
  Certainty certainty = Certainty::final;
  std::optional<Date> met_on{};
  std::optional<Extension> extension{};
  std::vector<CountedDay> counted{};
  std::vector<SkippedDay> skipped{};
};

/// What may or must be done next, as the event that would record it.
struct NextStep {
  enum class Who { customer, colleague };
  Who who;
  EventType event;
  /// The day by which a colleague owes it; absent: no date.
  std::optional<Date> by;
};

/// `scheme` is null when the policy names none for this complaint.
struct OmbudsmanAdvice {
  OmbudsmanScheme const* scheme = nullptr;
  MayContact may_contact = MayContact::ask_us;
  ClauseRef const* clause = nullptr;
};

struct Assessment {
  Edition const* edition = nullptr;
  Course const* course = nullptr;
  ReceiptRule receipt = ReceiptRule::strict;
  int stage = 1;
  ComplaintStatus status = ComplaintStatus::submitted;
  Instant as_of{};
  std::vector<Deadline> deadlines{};
  OmbudsmanAdvice ombudsman{};
  /// What the customer may do, then what a colleague owes, soonest first.
  std::vector<NextStep> next{};

  Deadline const* deadline(DeadlineId id) const;
};

/// The dates that bind from now on: those whose clock has started, and that are no guess. An agreed
/// later date binds by its own event: promised twice, the event would seem to bring nothing later.
std::vector<PromisedDate> promises_of(Assessment const& assessment);

/// Whether to list every day counted and skipped.
enum class Explanation { none, full };

struct AssessOptions {
  /// Absent: the edition's own rule.
  std::optional<ReceiptRule> receipt;
  Explanation explanation = Explanation::full;
};

/// Assesses a record at an instant. The answer points into `book`. All problems at once.
Outcome<Assessment, std::vector<Problem>> assess(ComplaintRecord const& record,
                                                 PolicyBook const& book, Instant as_of,
                                                 AssessOptions options = {});

}  // namespace putright
