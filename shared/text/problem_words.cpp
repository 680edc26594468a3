// The words of every problem: what is wrong and what to do, as GOV.UK's error messages are written.
#include <array>

#include "shared/base/problem.hpp"
#include "shared/base/require.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/tidy.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

struct Row {
  ProblemCode code;
  std::string_view name;
  std::string_view words;
};

using enum ProblemCode;

constexpr std::array<Row, kProblemCodeCount> kRows{{
    {json_malformed, "json_malformed",
     "This is not JSON that we can read. It stops making sense {detail}."},
    {json_too_large, "json_too_large", "This is too large to read. Send a shorter one."},
    {json_too_deep, "json_too_deep", "This is nested too deeply to read. Send a simpler one."},
    {json_repeated_key, "json_repeated_key",
     "A name is given twice in one object. Give each name once."},
    {not_an_object, "not_an_object", "This must be one JSON object."},
    {field_unknown, "field_unknown",
     "There is no field called “{detail}”. Take it out, or check its spelling."},
    {field_wrong_type, "field_wrong_type", "The field “{detail}” holds the wrong kind of value."},
    {text_not_unicode, "text_not_unicode", "This text is not Unicode (UTF-8). Send it as UTF-8."},
    {brand_missing, "brand_missing", "Choose which part of the group this is about"},
    {brand_unknown, "brand_unknown",
     "There is no brand called “{detail}”. Choose one from the list"},
    {kind_missing, "kind_missing", "Choose if this is a complaint, a comment or a compliment"},
    {kind_unknown, "kind_unknown", "Choose complaint, comment or compliment"},
    {matter_unknown, "matter_unknown", "Choose what it is about from the list"},
    {relationship_unknown, "relationship_unknown", "Choose how you know us from the list"},
    {what_happened_missing, "what_happened_missing", "Write what you want to tell us"},
    {attachments_malformed, "attachments_malformed",
     "Each file needs its SHA-256 digest and its name, on a line of its own"},
    {attachments_too_many, "attachments_too_many",
     "You can add up to {detail} files. Take some away, or send the others later"},
    {attachment_empty, "attachment_empty",
     "This file is empty. Choose another, or send without it: “{detail}”"},
    {attachment_too_large, "attachment_too_large",
     "This file is larger than {megabytes} MB. Choose a smaller one, or send without it: "
     "“{detail}”"},
    {attachment_type_not_allowed, "attachment_type_not_allowed",
     "We cannot take this kind of file. Choose a picture (JPEG, PNG or HEIC), a PDF, plain text, "
     "or a Word, Excel or OpenDocument file: “{detail}”"},
    {attachment_harmful, "attachment_harmful",
     "Our virus scanner found something harmful in this file. Choose another, or send without it: "
     "“{detail}”"},
    {attachment_not_stored, "attachment_not_stored",
     "We could not keep this file just now. Add it again in a few minutes, or send without it: "
     "“{detail}”"},
    {attachment_not_kept, "attachment_not_kept",
     "We do not have this file any more. Add it again, or send without it: “{detail}”"},
    {attachments_too_large, "attachments_too_large", "Send at most {detail}. Take some files out"},
    {reply_missing, "reply_missing", "Choose how we should reply: by email, phone or letter"},
    {reply_unknown, "reply_unknown", "Choose email, phone or letter"},
    {email_missing, "email_missing", "Enter an email address, or choose another way to reply"},
    {email_incomplete, "email_incomplete", "Enter an email address in the form name@example.com"},
    {phone_missing, "phone_missing", "Enter a phone number, or choose another way to reply"},
    {phone_incomplete, "phone_incomplete", "Enter a phone number with at least {detail} digits"},
    {address_missing, "address_missing",
     "Enter an address we can write to, or choose another way to reply"},
    {reply_format_unknown, "reply_format_unknown", "Choose a format from the list"},
    {consent_missing, "consent_missing", "Tell us if they are happy for you to do this"},
    {answer_missing, "answer_missing", "Enter your answer"},
    {text_too_long, "text_too_long", "{answer} must be {detail} characters or fewer"},
    {edition_unknown, "edition_unknown", "There is no policy edition called “{detail}”."},
    {edition_not_in_force, "edition_not_in_force",
     "No policy edition was in force for this brand and kind on {detail}. Name the edition to "
     "use."},
    {edition_silent, "edition_silent",
     "The policy edition “{detail}” says nothing about this brand and kind."},
    {events_missing, "events_missing",
     "A complaint record needs its events, the first of them “submitted”."},
    {event_unknown, "event_unknown", "There is no event type called “{detail}”."},
    {event_time_missing, "event_time_missing", "Every event needs “at”: when it happened."},
    {event_time_malformed, "event_time_malformed",
     "“{detail}” is not a date or an RFC 3339 instant such as 2026-03-26T09:00:00Z."},
    {event_in_the_future, "event_in_the_future",
     "This event is dated later than {detail}, the day asked about."},
    {event_not_by_this_role, "event_not_by_this_role",
     "This event is not one that a {detail} records."},
    {role_unknown, "role_unknown", "A role is customer or colleague."},
    {finding_missing, "finding_missing", "Choose what you found"},
    {finding_unknown, "finding_unknown", "A finding is upheld, partly_upheld or not_upheld."},
    {event_words_missing, "event_words_missing", "Write this for the customer: they will read it"},
    {viewing_reason_missing, "viewing_reason_missing",
     "Give your reason for looking: the customer will see it"},
    {date_before_calendar, "date_before_calendar",
     "The calendar knows bank holidays from {detail} only, so this date cannot be worked out."},
    {first_event_not_submitted, "first_event_not_submitted",
     "The first event must be “submitted”."},
    {submitted_twice, "submitted_twice", "A complaint is submitted once."},
    {event_before_its_cause, "event_before_its_cause",
     "This event is dated before the event it follows from."},
    {complaint_closed, "complaint_closed",
     "This complaint is closed, so nothing more can be recorded on it. Start a new one."},
    {event_twice, "event_twice", "This has been recorded already."},
    {event_not_in_this_course, "event_not_in_this_course",
     "A comment or compliment has no such step."},
    {stage_1_response_after_stage_2_request, "stage_1_response_after_stage_2_request",
     "Stage 2 has started, so a stage 1 response cannot be recorded. Record the stage 2 "
     "response."},
    {stage_2_request_before_stage_1_response, "stage_2_request_before_stage_1_response",
     "Stage 2 starts after the stage 1 response, or when that response is late."},
    {stage_2_acknowledgement_before_request, "stage_2_acknowledgement_before_request",
     "There is no stage 2 request to acknowledge."},
    {stage_2_response_before_request, "stage_2_response_before_request",
     "There is no stage 2 request to respond to."},
    {stage_2_handled_by_stage_1_officer, "stage_2_handled_by_stage_1_officer",
     "Stage 2 must be handled by somebody who did not handle stage 1."},
    {answer_without_question, "answer_without_question",
     "There is no question waiting for an answer."},
    {action_done_without_action, "action_done_without_action",
     "There is no action that is still to be done."},
    {extension_without_reason, "extension_without_reason", "An extension needs its reason."},
    {extension_without_new_date, "extension_without_new_date", "An extension needs its new date."},
    {extension_without_clock, "extension_without_clock",
     "There is no response date to extend at this stage."},
    {extension_after_deadline, "extension_after_deadline",
     "An extension must be made before the old date, {detail}, has passed."},
    {extension_not_later, "extension_not_later",
     "The new date must be later than the old date, {detail}."},
    {extension_beyond_limit, "extension_beyond_limit",
     "The new date is beyond the limit for an extension, {detail}."},
    {reference_missing, "reference_missing", "Enter your reference"},
    {reference_mistyped, "reference_mistyped",
     "Check your reference: it does not look right. It is on your receipt"},
    {tracking_key_missing, "tracking_key_missing", "Enter your tracking key"},
    {tracking_key_mistyped, "tracking_key_mistyped",
     "Check your tracking key: it does not look right. It is on your receipt"},
    {tracking_not_found, "tracking_not_found",
     "We cannot find that reference and key together. Check both, or call us"},
    {tracking_unreachable, "tracking_unreachable",
     "We could not be reached, so we cannot show it now. Try again in a few minutes, or call us"},
    {tracking_paused, "tracking_paused",
     "That was tried too often. Wait 15 minutes and try again, or call us"},
    {tracking_erased, "tracking_erased",
     "We have erased what you sent, as our privacy page says. Call us if you have a question"},
    {sent_before_and_changed, "sent_before_and_changed",
     "You sent this before, and have changed it since. Nothing new has been sent. Send it as a new "
     "one if that is what you want"},
    {not_sent_unreachable, "not_sent_unreachable",
     "It has not been sent, because we could not be reached. Your answers are still here. Try "
     "again, or call us"},
    {not_sent_not_kept, "not_sent_not_kept",
     "It has not been sent, because we could not keep it just now. Your answers are still here. "
     "Try again in a few minutes, or call us"},
    {receipt_missing, "receipt_missing", "Paste your receipt"},
    {verification_unreachable, "verification_unreachable",
     "We could not be reached, so we cannot check it now. Try again in a few minutes"},
}};

constexpr bool rows_follow_the_list() {
  for (std::size_t index = 0; index < kRows.size(); ++index) {
    if (static_cast<std::size_t>(kRows[index].code) != index) return false;
  }
  return true;
}
static_assert(rows_follow_the_list(), "one row for each code, in the order of the list");

Row const& row_of(ProblemCode code) {
  return kRows[static_cast<std::size_t>(code)];
}

constexpr std::string_view kAnyAnswer = "This answer";

// What an answer is called where several of one screen may be wrong at once, by its field's
// pointer.
constexpr std::pair<std::string_view, std::string_view> kAnswers[]{
    {"/what_happened", "What happened"},
    {"/when_it_happened", "When it happened"},
    {"/who_was_affected", "Who was affected"},
    {"/effect", "How it affected you or them"},
    {"/what_would_put_it_right", "What would put it right"},
    {"/why_not_satisfied", "Why you are not happy"},
    {"/earlier_reference", "Your earlier reference"},
    {"/attachments", "The list of files"},
    {"/person_to_thank", "Who you would like to thank"},
    {"/on_behalf_of_name", "Their name"},
    {"/on_behalf_of_relationship", "How you know them"},
    {"/on_behalf_of_consent", "How they agreed"},
    {"/name", "Your name"},
    {"/email", "The email address"},
    {"/phone", "The phone number"},
    {"/address", "The address"},
    {"/adjustments", "What else we should know"},
    {"/definition", "What the complaint is about"},
    {"/officer", "The officer"},
    {"/officer_name", "The officer’s name"},
    {"/response", "The response"},
    {"/signed_off_by", "Who signed it off"},
    {"/learning", "What we learned"},
    {"/note", "The note"},
    {"/told", "What people told us"},
    {"/changed", "What we changed"},
};

}  // namespace

std::string_view name(ProblemCode code) {
  return row_of(code).name;
}

std::optional<ProblemCode> problem_code_named(std::string_view name) {
  for (auto const& row : kRows) {
    if (row.name == name) return row.code;
  }
  return std::nullopt;
}

static Problem made(ProblemCode code, std::string pointer, std::string_view detail,
                    std::string_view answer) {
  std::string const megabytes = std::to_string(kMaxAttachmentMegabytes);
  return {
      code, std::move(pointer),
      fill(row_of(code).words, {{"detail", detail}, {"megabytes", megabytes}, {"answer", answer}})};
}

Problem make_problem(ProblemCode code, std::string pointer, std::string_view detail) {
  return made(code, std::move(pointer), detail, kAnyAnswer);
}

Problem too_long(std::string pointer, std::size_t most) {
  std::string_view answer = kAnyAnswer;
  for (auto const& [field, words] : kAnswers) {
    if (pointer.ends_with(field)) answer = words;
  }
  return made(text_too_long, std::move(pointer), say_count(most), answer);
}

std::string problems_json(std::vector<Problem> const& problems) {
  json::Writer writer;
  writer.begin_array();
  for (auto const& problem : problems) {
    writer.begin_object()
        .member("code", name(problem.code))
        .member("pointer", problem.pointer)
        .member("words", problem.words)
        .end_object();
  }
  writer.end_array();
  return writer.take();
}

}  // namespace putright
