// The words of the notices, in British English, short and plain (reading age about 9). Not in
// shared/text/words.hpp: the browser's core has no use for them.
#pragma once
#include <array>
#include <string_view>

namespace putright::notice_words {

using Words = std::string_view;

/// In the order of FeedbackKind.
inline constexpr Words kThings[] = {"complaint", "comment", "compliment"};

/// One kind of notice. `{thing}` is one of kThings, `{date}` the day that it is about. `elsewhere`
/// says what an e-mail leaves out and where it is; `written` is in front of the same words in a
/// letter. Both are left out when nothing was written.
struct Sentences {
  Words title;
  Words happened;
  Words elsewhere;
  Words written;
};

// Sentences longer than a line stand on several: no comma is missing.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

/// In the order of NoticeKind.
inline constexpr std::array<Sentences, 10> kNotices{{
    {"We have received your {thing}", "We received it on {date}.", "", ""},
    {"We acknowledge your {thing}",
     "A member of our team has logged your {thing}. This is our acknowledgement.",
     "You can read on our website how we understand it. If we have got something wrong, tell us.",
     "This is how we understand it. If we have got something wrong, tell us."},
    {"We have a question about your {thing}", "We need an answer from you before we can go on.",
     "You can read our question and answer it on our website, or you can call us.",
     "This is our question. You can call us, or write to us."},
    {"We have arranged a visit about your {thing}", "We will visit you on {date}.",
     "You can read more about the visit on our website. If the day does not suit you, call us.",
     "This is about the visit. If the day does not suit you, call us."},
    {"A new date for your {thing}",
     "We need longer to respond, and we are sorry. We will respond by {date}.",
     "You can read the reason on our website.", "This is the reason."},
    {"Our stage 1 response to your {thing}", "We have finished our stage 1 response.",
     "You can read it on our website.", "This is our response."},
    {"We acknowledge your request for a review",
     "We have your request for a stage 2 review. Somebody who did not handle stage 1 looks at "
     "everything again.",
     "You can read on our website how we understand it. If we have got something wrong, tell us.",
     "This is how we understand it. If we have got something wrong, tell us."},
    {"Our stage 2 response to your {thing}", "We have finished our stage 2 review.",
     "You can read our response on our website.", "This is our response."},
    {"We have closed your {thing}",
     "We have closed your {thing}. If you think that we should not have, tell us.", "", ""},
    {"A new date for your {thing}",
     "A new bank holiday has been announced. We do not count bank holidays, so a date that we gave "
     "you has changed.",
     "", ""},
}};

inline constexpr Words kTitle = "{title}: {reference}";
inline constexpr Words kReceiptIsNot =
    "This message says that it has arrived. It is not the acknowledgement, which a member of our "
    "team sends you by the date below.";
inline constexpr Words kReviewToo =
    "If you are not happy with our response, you can ask for a review (stage 2). You do not have "
    "to give a reason.";
inline constexpr Words kReviewHow = "Ask on our website, call us or write to us.";
inline constexpr Words kDateLine = "{step}. {when}";
inline constexpr Words kChangedLine = "{step}. {when}. We told you: {was}";
inline constexpr Words kOthersStay = "The other dates that we gave you stay as they are.";
inline constexpr Words kTrackHeading = "Where to see it";
inline constexpr Words kTrackHow = "Open this address, or type it: ";
inline constexpr Words kTrackNeeds =
    "You need your reference, and the tracking key that you got when you sent it. If you no longer "
    "have the key, call us.";
inline constexpr Words kFormat =
    "You asked for our replies in another format: {format}. A machine sends this short message. "
    "What our team writes to you comes in that format.";
inline constexpr Words kTalkHeading = "How to reach us";
inline constexpr Words kNever =
    "We never ask for your tracking key, a password or bank details by email.";

// A letter
inline constexpr Words kLetterFor = "Letter for {reference}";
inline constexpr Words kBeforeSending = "Before you send this letter: {format}";
inline constexpr Words kBeforeSendingPlain = "Before you send this letter";
inline constexpr Words kCheckAddress =
    "The customer asked to hear by letter. Check that the name and the address below are right.";
inline constexpr Words kNotByLetter =
    "The customer did not ask to hear by letter. Send this only when the other way has failed.";
inline constexpr Words kAdjustments = "What the customer wants us to know:";
inline constexpr Words kNoAddress = "No address was given.";
inline constexpr Words kDear = "Dear {name}";
inline constexpr Words kDearCustomer = "Dear customer";
inline constexpr Words kYours = "Yours sincerely";
inline constexpr Words kFrom = "{team}, {brand}";

// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace putright::notice_words
