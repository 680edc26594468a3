// A problem: something that whoever sent it can put right. The codes are a closed list, in order of
// precedence (docs/reference/problems.md); a code is never reused. Words:
// shared/text/problem_words.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace putright {

enum class ProblemCode {
  // The text as a whole.
  json_malformed,
  json_too_large,
  json_too_deep,
  json_repeated_key,
  not_an_object,
  field_unknown,
  field_wrong_type,
  text_not_unicode,
  // A submission, in screen order.
  brand_missing,
  brand_unknown,
  kind_missing,
  kind_unknown,
  matter_unknown,
  relationship_unknown,
  what_happened_missing,
  attachments_malformed,
  attachments_too_many,
  attachment_empty,
  attachment_too_large,
  attachment_type_not_allowed,
  attachment_harmful,
  attachment_not_stored,
  attachment_not_kept,
  attachments_too_large,
  reply_missing,
  reply_unknown,
  email_missing,
  email_incomplete,
  phone_missing,
  phone_incomplete,
  address_missing,
  reply_format_unknown,
  consent_missing,
  answer_missing,
  text_too_long,
  // A complaint record and its events.
  edition_unknown,
  edition_not_in_force,
  edition_silent,
  events_missing,
  event_unknown,
  event_time_missing,
  event_time_malformed,
  event_in_the_future,
  event_not_by_this_role,
  role_unknown,
  finding_missing,
  finding_unknown,
  event_words_missing,
  viewing_reason_missing,
  date_before_calendar,
  first_event_not_submitted,
  submitted_twice,
  event_before_its_cause,
  complaint_closed,
  event_twice,
  event_not_in_this_course,
  stage_1_response_after_stage_2_request,
  stage_2_request_before_stage_1_response,
  stage_2_acknowledgement_before_request,
  stage_2_response_before_request,
  stage_2_handled_by_stage_1_officer,
  answer_without_question,
  action_done_without_action,
  extension_without_reason,
  extension_without_new_date,
  extension_without_clock,
  extension_after_deadline,
  extension_not_later,
  extension_beyond_limit,
  // Tracking and sending.
  reference_missing,
  reference_mistyped,
  tracking_key_missing,
  tracking_key_mistyped,
  tracking_not_found,
  tracking_unreachable,
  tracking_paused,
  tracking_erased,
  sent_before_and_changed,
  not_sent_unreachable,
  not_sent_not_kept,
  receipt_missing,
  verification_unreachable,
};

/// One problem. `pointer` is an RFC 6901 pointer into what was sent (`/email`, `/events/2/at`),
/// empty for the whole. `words` are for the person, in plain English, and say what to do.
struct Problem {
  ProblemCode code;
  std::string pointer;
  std::string words;
};

/// How many codes there are.
inline constexpr int kProblemCodeCount =
    static_cast<int>(ProblemCode::verification_unreachable) + 1;

/// The code's name outside the process, such as `what_happened_missing`.
std::string_view name(ProblemCode code);

/// The code with this name, if there is one.
std::optional<ProblemCode> problem_code_named(std::string_view name);

/// A problem with the text table's words; `detail` fills their `{detail}`, when they have one.
Problem make_problem(ProblemCode code, std::string pointer, std::string_view detail = {});

/// An answer of more than `most` characters, called by what it is about: on one screen several may
/// be.
Problem too_long(std::string pointer, std::size_t most);

/// The problems as a JSON list of `code`, `pointer`, `words`.
std::string problems_json(std::vector<Problem> const& problems);

}  // namespace putright
