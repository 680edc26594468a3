// The words of colleagues' own pages. Short and plain, like the customers', but they name things as
// the policy does.
#pragma once
#include "shared/text/words.hpp"

namespace putright::colleagues::words {

using putright::words::Words;

inline constexpr Words kPlace = "Putright for colleagues";
inline constexpr Words kNavWork = "What is to do";
inline constexpr Words kNavReport = "Report";
inline constexpr Words kNavScenarios = "Scenarios";
inline constexpr Words kNavWorkbench = "Workbench";

inline constexpr Words kSignInTitle = "Sign in";
inline constexpr Words kSignInLead =
    "Sign in with your own token. What you do and look at is recorded in your name.";
inline constexpr Words kTokenLabel = "Your token";
inline constexpr Words kTokenHint = "It starts with “prt_”. Never use another person’s.";
inline constexpr Words kSignIn = "Sign in";
inline constexpr Words kSignOut = "Sign out";
inline constexpr Words kSignedInAs = "Signed in as {name}";
inline constexpr Words kTokenWrong =
    "This token is not one we know, or its time is over. Check it, or ask whoever keeps the "
    "accounts";
inline constexpr Words kRoleMissingTitle = "Your account cannot do this";
inline constexpr Words kRoleMissing =
    "Ask whoever keeps the accounts for the role that this needs: {role}.";
inline constexpr Words kNotFoundTitle = "No such complaint";
inline constexpr Words kNotFound = "Check the reference and try again.";
inline constexpr Words kErasedTitle = "This was erased";
inline constexpr Words kFailedTitle = "This could not be done just now";
inline constexpr Words kFailed =
    "Nothing was recorded and nothing is shown. Try again in a few minutes.";

inline constexpr Words kWorkTitle = "What is to do";
inline constexpr Words kCountOpen = "Open";
inline constexpr Words kCountLate = "Late";
inline constexpr Words kCountSoon = "Due today or in the next {days} working days";
inline constexpr Words kCountWaits = "Waiting for the customer’s answer";
inline constexpr Words kBrands = "Show: ";
inline constexpr Words kAllBrands = "all brands";
inline constexpr Words kFindTitle = "Find a complaint";
inline constexpr Words kFindLabel = "Find by reference";
inline constexpr Words kFindHint = "For example HP-7K3M-4R9X";
inline constexpr Words kFind = "Find it";
inline constexpr Words kWorkCaption =
    "Open complaints, comments and compliments, soonest day first";
inline constexpr Words kWorkReference = "Reference";
inline constexpr Words kWorkAbout = "About";
inline constexpr Words kWorkNext = "Next";
inline constexpr Words kWorkBy = "Promised by";
inline constexpr Words kWorkWho = "Who handles it";
inline constexpr Words kWorkNone = "Nothing is open here.";
inline constexpr Words kWorkMore = "Show the next ones";
inline constexpr Words kWorkLate = "Late: {date}";
inline constexpr Words kWorkWaits = "Waits for the customer’s answer";
inline constexpr Words kNobody = "Nobody yet";
inline constexpr Words kNothingOwed = "Nothing owed";
// In the order of FeedbackKind.
inline constexpr Words kKinds[] = {"Complaint", "Comment", "Compliment"};

inline constexpr Words kReasonTitle = "Why do you want to see {reference}?";
inline constexpr Words kReasonLead =
    "Your reason is recorded before anything is shown. The customer can read it.";
inline constexpr Words kReasonLabel = "Your reason";
inline constexpr Words kReasonHint = "For example: I handle it; she called and asked where it is.";
inline constexpr Words kReasonGo = "Show it";

inline constexpr Words kComplaintTitle[] = {"Complaint {reference}", "Comment {reference}",
                                            "Compliment {reference}"};
inline constexpr Words kRowBrand = "Brand";
inline constexpr Words kRowMatter = "About";
inline constexpr Words kRowRelationship = "How they know us";
inline constexpr Words kRowReceived = "Received";
inline constexpr Words kRowStatus = "Where it is";
inline constexpr Words kRowStage = "Stage";
inline constexpr Words kRowEdition = "Policy edition";
inline constexpr Words kRowOmbudsman = "Ombudsman";
inline constexpr Words kNoScheme = "None named by the policy";
// In the order of ComplaintStatus.
inline constexpr Words kStatuses[] = {"Received, to be acknowledged",
                                      "Acknowledged, to be answered",
                                      "Stage 1 response sent",
                                      "Stage 2 review asked for",
                                      "Stage 2 review under way",
                                      "Stage 2 response sent",
                                      "Closed",
                                      "Withdrawn"};
inline constexpr Words kDatesHeading = "Dates";
inline constexpr Words kPromiseStands =
    "{step}: promised by {promised}. Today’s calendar says {due}. What was promised stands.";
inline constexpr Words kAfterYear =
    "What happened may be more than 12 months ago. The policy does not refuse it: look and decide.";
inline constexpr Words kPreviewHeading = "What the customer sees";
inline constexpr Words kPreviewAbout =
    "Their own page, as it is now. Nothing can be pressed in it, and their key is not in it.";
inline constexpr Words kPreviewGo = "Show the customer’s page";
inline constexpr Words kRecordHeading = "Record what happened";
inline constexpr Words kRecordQuestion = "What happened?";
inline constexpr Words kRecordGo = "Go on";
inline constexpr Words kRecordNothing = "Nothing more can be recorded on this one.";
inline constexpr Words kChooseEvent = "Choose what happened";
inline constexpr Words kSentHeading = "What the customer sent";
inline constexpr Words kFilesHeading = "Files";
inline constexpr Words kHistoryHeading = "Everything that was recorded";
inline constexpr Words kHistoryWhen = "When";
inline constexpr Words kHistoryWhat = "What";
inline constexpr Words kHistoryBy = "Who";
inline constexpr Words kHistoryWords = "In words";
inline constexpr Words kByCustomer = "Customer";
inline constexpr Words kRecordedAt = "Recorded {date}";
inline constexpr Words kViewedHeading = "Who looked at it";
inline constexpr Words kRepeatedReason = "Sent the same step again. It counts once.";
inline constexpr Words kRecordedNotice = "Recorded: {event}";
inline constexpr Words kPapersHeading = "Papers";
inline constexpr Words kCaseFileAbout =
    "The whole record, signed, for the ombudsman: what was sent, every event, every date and its "
    "why.";
inline constexpr Words kCaseFileGo = "Case file to print";
inline constexpr Words kNoticesHeading = "What the customer was told";
inline constexpr Words kNoticeAbout = "About";
inline constexpr Words kNoticeWay = "How they asked to hear";
inline constexpr Words kNoticeState = "Where it is";
inline constexpr Words kNoticeFailure = "Why it did not go";
// In the order of ReplyBy.
inline constexpr Words kWays[] = {"By email", "By phone", "By letter"};
// In the order of NoticeLine::State, for mail and for what a colleague does by hand.
inline constexpr Words kMailStates[] = {"Waits for the mail server", "Sent", "Given up"};
inline constexpr Words kHandStates[] = {"Waits for you", "Done", "Given up"};
inline constexpr Words kLetterGo = "Letter to print";
inline constexpr Words kPosted = "I have posted it";
inline constexpr Words kCalled = "I have called them";
inline constexpr Words kMailAgain = "Try the mail again";
// In the order of NoticeKind.
inline constexpr Words kNoticeNames[] = {"Receipt",
                                         "Acknowledgement",
                                         "Question",
                                         "Home visit",
                                         "New date",
                                         "Stage 1 response",
                                         "Stage 2 acknowledgement",
                                         "Stage 2 response",
                                         "Closing",
                                         "Dates changed by a new bank holiday"};
inline constexpr Words kLettersTitle = "Letters to post and calls to make";
inline constexpr Words kLettersLink = "Letters to post and calls to make: ";
inline constexpr Words kLettersLead =
    "What customers asked to hear by letter or phone, and what could not be sent by email. Oldest "
    "first.";
inline constexpr Words kLettersNone = "Nothing waits to be posted, and nobody waits for a call.";
inline constexpr Words kLettersReason = "To tell you by letter or phone.";
inline constexpr Words kLetterLine = "{reference}: {what}";
inline constexpr Words kLetterDue = "Due";
inline constexpr Words kLetterSince = "Waits since";
inline constexpr Words kChangesTitle = "What we changed because customers told us";
inline constexpr Words kChangesLink = "Tell everybody what we changed";
inline constexpr Words kChangesLead =
    "Customers of a brand read this on its page. Nothing gets there by itself: you say it in words "
    "that tell nothing about anybody.";
inline constexpr Words kLearntHeading = "What was learnt in the last 12 months";
inline constexpr Words kLearntNone = "Nobody has recorded what they learnt.";
inline constexpr Words kLearntLine = "{brand}, {date}: {words}";
inline constexpr Words kPublishHeading = "Publish one";
inline constexpr Words kPublishBrand = "Whose customers should read it?";
inline constexpr Words kPublishTold = "What customers told us";
inline constexpr Words kPublishToldHint =
    "For example: You told us that you did not know when the repair would come. No names, places, "
    "dates or illnesses.";
inline constexpr Words kPublishChanged = "What we changed";
inline constexpr Words kPublishChangedHint =
    "For example: Since May you get the day and the time by text message.";
inline constexpr Words kPublishGo = "Publish it";
inline constexpr Words kPublishBrandMissing = "Choose whose customers should read it";
inline constexpr Words kPublishToldMissing = "Say what customers told us";
inline constexpr Words kPublishChangedMissing = "Say what we changed";
inline constexpr Words kPublishedNotice = "Published. Customers read it now.";
inline constexpr Words kPublishedHeading = "What customers read now";
inline constexpr Words kPublishedNone =
    "Nothing was published here. What the brands’ own data "
    "says is not listed.";
inline constexpr Words kTakeBackGo = "Take it back";
inline constexpr Words kNotToldTitle = "This was not recorded";
inline constexpr Words kNotTold =
    "They asked to hear another way, or it was done before. Look at the complaint again.";

// In the order of EventType: as something that happened.
inline constexpr Words kHappened[] = {"Received",
                                      "Acknowledged",
                                      "Officer assigned",
                                      "Question asked",
                                      "Customer answered",
                                      "Home visit arranged",
                                      "Extended",
                                      "Stage 1 response sent",
                                      "Customer asked for a stage 2 review",
                                      "Stage 2 request acknowledged",
                                      "Stage 2 response sent",
                                      "Action agreed",
                                      "Action done",
                                      "Closed",
                                      "Customer withdrew it"};

// What a colleague owes next.
inline constexpr Words kOwedAcknowledgement = "Acknowledge it";
inline constexpr Words kOwedStage1Response = "Stage 1 response";
inline constexpr Words kOwedStage2Acknowledgement = "Acknowledge stage 2";
inline constexpr Words kOwedStage2Response = "Stage 2 response";

// In the order of EventField.
inline constexpr Words kFieldLabels[] = {"The complaint as we understand it",
                                         "Officer’s id",
                                         "Officer’s name, as the customer reads it",
                                         "Our question",
                                         "The customer’s answer",
                                         "Day of the visit",
                                         "Who comes, when, and what for",
                                         "New date of our response",
                                         "Reason",
                                         "Why the customer is not satisfied",
                                         "What would put it right",
                                         "What we found",
                                         "Our response",
                                         "Director who signed it off",
                                         "The action",
                                         "What we learnt",
                                         "When it happened",
                                         "Note for colleagues"};
inline constexpr Words kFieldHints[] = {
    "The customer reads this. Say what they want, and what we will and will not look at.",
    "Another person than at stage 1 handles stage 2.",
    "",
    "The customer reads this and can answer it online.",
    "What they told us by phone or letter.",
    "For example 27 March 2026",
    "The customer reads this.",
    "For example 27 March 2026. At most 10 working days later at stage 1, 20 at stage 2.",
    "The customer reads this.",
    "They do not have to give a reason.",
    "",
    "",
    "The customer reads this: our decision, the reasons, what we do, and what they can do next.",
    "",
    "The customer reads this.",
    "For our report: what we will do differently. The customer does not read this.",
    "Leave it empty if it happened now. For example 27 March 2026.",
    "The customer does not read this."};
// In the order of Finding.
inline constexpr Words kFindings[] = {"Upheld", "Partly upheld", "Not upheld"};
inline constexpr Words kRecordIt = "Record it";
inline constexpr Words kBack = "Back without recording";

}  // namespace putright::colleagues::words
