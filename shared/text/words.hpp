// The text table: every sentence a customer reads, in British English, short and plain (reading age
// about 9). Figures, names and addresses never stand here: they come from the policy book through
// placeholders.
#pragma once
#include <string_view>

namespace putright::words {

using Words = std::string_view;

// Every screen
inline constexpr Words kSkipToContent = "Skip to main content";
inline constexpr Words kErrorPrefix = "Error:";
inline constexpr Words kErrorInTitle = "Error: {title}";
inline constexpr Words kPageTitle = "{title} – {brand} complaints and feedback";
inline constexpr Words kSiteName = "Complaints and feedback";
inline constexpr Words kThereIsAProblem = "There is a problem";
inline constexpr Words kWarning = "Warning";
inline constexpr Words kContinue = "Continue";
inline constexpr Words kBack = "Back";
inline constexpr Words kChange = "Change";
inline constexpr Words kOptional = "{label} (optional)";
inline constexpr Words kNavigation = "Main";
inline constexpr Words kNavHome = "Home";
inline constexpr Words kNavComplain = "Make a complaint";
inline constexpr Words kNavTrack = "Track";
inline constexpr Words kNeedHelp = "Need help?";
inline constexpr Words kNeedHelpAbout = "Talk to a person. You do not have to use this website.";
inline constexpr Words kCall = "Call";
inline constexpr Words kEmail = "Email";
inline constexpr Words kOnline = "Online";
inline constexpr Words kWriteTo = "Write to";

// Choosing a brand
inline constexpr Words kChooseTitle = "Who do you want to contact?";
inline constexpr Words kChooseLead =
    "Choose the part of the group that your complaint, comment or compliment is about.";

// Brand home
inline constexpr Words kHomeTitle = "Complaints, comments and compliments";
inline constexpr Words kHomeLead =
    "Tell us when something goes wrong, and see what we do about it.";
inline constexpr Words kStartComplaint = "Make a complaint";
inline constexpr Words kStartComplaintAbout =
    "Something went wrong and you want us to put it right.";
inline constexpr Words kStartComment = "Make a comment";
inline constexpr Words kStartCommentAbout = "Tell us what you think, or how we could do better.";
inline constexpr Words kStartCompliment = "Give a compliment";
inline constexpr Words kStartComplimentAbout = "Thank somebody who did a good job.";
inline constexpr Words kStartTrack = "Track what you sent";
inline constexpr Words kStartTrackAbout = "See where it is, and when you will hear from us.";
inline constexpr Words kPromiseHeading = "What we promise";
inline constexpr Words kPromiseSteps[] = {
    "We log your complaint and acknowledge it within {acknowledge} working days.",
    "We respond within {respond} working days after that.",
    "If you are not happy with the response, you can ask for a review (stage 2). We respond within "
    "{review} working days.",
};
inline constexpr Words kWorkingDays =
    "A working day is Monday to Friday, but not a bank holiday in England and Wales.";
inline constexpr Words kHomebuilderNotice =
    "Your complaint follows the code for homebuilders, which has its own dates. We will tell you "
    "the dates for your complaint.";
inline constexpr Words kOtherWaysHeading = "Other ways to tell us";
inline constexpr Words kOtherWays =
    "You can also tell us by letter, on social media or in person to any member of our team. We "
    "can help you to do it, and somebody else can do it for you.";
inline constexpr Words kTeamName = "Customer advocacy team";

// The ombudsman
inline constexpr Words kOmbudsmanHeading = "Who else can help";
inline constexpr Words kOmbudsmanAnyTime =
    "You can contact the {scheme} at any time. It is free, and it does not work for us.";
inline constexpr Words kOmbudsmanAfter =
    "If you are still not happy when we have finished, we will tell you how to take it further.";
inline constexpr Words kOmbudsmanAsk =
    "Which ombudsman can help depends on how you know us. Ask our team and we will tell you.";

// What it is about
inline constexpr Words kAboutTitle = "What is your complaint about?";
inline constexpr Words kAboutHint =
    "Choose the one that fits best. If you are not sure, leave it and go on.";
inline constexpr Words kRelationshipTitle = "How do you know us?";
inline constexpr Words kRelationshipHint = "This helps us to tell you which ombudsman can help.";

// What happened
inline constexpr Words kWhatHappenedTitle[] = {"What happened?", "What would you like to tell us?",
                                               "What went well?"};
inline constexpr Words kWhatHappenedLabel[] = {"Tell us in your own words", "Your comment",
                                               "Your compliment"};
inline constexpr Words kWhatHappenedHint[] = {
    "Say what went wrong, who was affected and how. You do not have to write it all: we will "
    "contact you to talk about it.",
    "Your own words are fine.", "Your own words are fine."};
inline constexpr Words kWhenLabel = "When did it happen?";
inline constexpr Words kWhenHint = "A date, or words such as “since January”.";
inline constexpr Words kThankLabel = "Who would you like to thank?";
inline constexpr Words kThankHint = "A name if you know it, so that we can tell them.";

// What would put it right
inline constexpr Words kPutRightTitle = "What would put it right?";
inline constexpr Words kPutRightHint =
    "For example an apology, a repair, or doing something differently.";

// Name and how to reply
inline constexpr Words kDetailsTitle = "Your name and how we should reply";
inline constexpr Words kNameLabel = "Your name";
inline constexpr Words kReplyQuestion = "How should we reply?";
// In the order of ReplyBy.
inline constexpr Words kReplyNames[] = {"Email", "Phone", "Letter"};
inline constexpr Words kEmailLabel = "Email address";
inline constexpr Words kPhoneLabel = "Phone number";
inline constexpr Words kAddressLabel = "Address";
inline constexpr Words kAddressHint = "Where we can write to you, or where it happened.";
inline constexpr Words kOnlyIfChosen = "Needed only for the way to reply that you choose.";
inline constexpr Words kAdjustmentsLabel =
    "Is there anything we should know to make this easier for you?";
inline constexpr Words kAdjustmentsHint =
    "For example large print, another language, or a good time to call.";

// Check answers
inline constexpr Words kCheckTitle[] = {"Check your complaint before you send it",
                                        "Check your comment before you send it",
                                        "Check your compliment before you send it"};
inline constexpr Words kNotSentYet = "It has not been sent yet.";
inline constexpr Words kNotAnswered = "Not answered";
inline constexpr Words kRowMatter = "What it is about";
inline constexpr Words kRowRelationship = "How you know us";
inline constexpr Words kRowReplyBy = "How we should reply";
inline constexpr Words kRowAdjustments = "What we should know";
inline constexpr Words kDatesHeading = "The dates that will apply";
inline constexpr Words kSend[] = {"Send complaint", "Send comment", "Send compliment"};
inline constexpr Words kSendAsNew = "Send it as a new one";

// Receipt
inline constexpr Words kSentTitle[] = {"Complaint sent", "Comment sent", "Compliment sent"};
inline constexpr Words kYourReference = "Your reference";
inline constexpr Words kReceivedOn = "We received it on {date}.";
inline constexpr Words kReceiptIsNot =
    "This is your receipt: it proves what we received and when. It is not the acknowledgement, "
    "which a member of our team sends you by the date below.";
inline constexpr Words kReceiptOnly = "This is your receipt: it proves what we received and when.";
inline constexpr Words kNextHeading = "What happens next";
inline constexpr Words kKeepHeading = "Keep these";
inline constexpr Words kTrackingKey = "Your tracking key";
inline constexpr Words kTrackingKeyAbout =
    "You need your reference and this key to see where it is. Keep the key private: we cannot show "
    "it again.";
inline constexpr Words kTrackLink = "Track it now";
inline constexpr Words kDownloadReceipt = "Download your signed receipt";
inline constexpr Words kReceiptCode = "Your receipt as text";
inline constexpr Words kReceiptCodeAbout =
    "Anybody can check this with our public key, without asking us. It shows when we received it, "
    "the dates we promised, and that your words have not been changed.";

// Dates
inline constexpr Words kStepReceived = "Received";
inline constexpr Words kStepToReceive = "You send it";
inline constexpr Words kStepIfSentToday = "If you send it today, {date}";
inline constexpr Words kStepOnDate = "{date}";
inline constexpr Words kStepDone = "Done on {date}";
inline constexpr Words kStepDoneLate = "Done late, on {date}. It was due by {due}.";
inline constexpr Words kStepBy = "By {date}";
inline constexpr Words kStepAtTheLatest = "By {date} at the latest";
inline constexpr Words kStepLate = "Late. It was due by {date}.";
inline constexpr Words kStepProvisional =
    "About {date}. The bank holidays of that year are not known yet, so this may change.";
inline constexpr Words kStepNames[] = {
    "We log and acknowledge it",           "We send our stage 1 response",
    "We acknowledge your stage 2 request", "We send our stage 2 response",
    "We set out the way to put it right",  "We assess it and respond",
    "We write to you after eight weeks"};
inline constexpr Words kHowWorkedOut = "How we worked out this date";
inline constexpr Words kCountSentence = "{count} {unit} after {start}.";
inline constexpr Words kUnitWorkingDays = "working days";
inline constexpr Words kUnitDays = "days";
inline constexpr Words kNotCounted = "Not counted: {list}.";
inline constexpr Words kWeekendDays = "{count} weekend days";
inline constexpr Words kWeekendDay = "1 weekend day";
inline constexpr Words kProjectedSentence =
    "This counts from the last day on which the step before it may happen. If that is sooner, this "
    "will be sooner.";
inline constexpr Words kClauseSentence = "The rule is in our “{document}”: {digest}";
inline constexpr Words kExtendedSentence = "On {date} we agreed a later date. The reason: {reason}";
inline constexpr Words kCalendarSummary = "{brand} {reference}: {step}";
inline constexpr Words kCalendarDownload = "Add these dates to your calendar";
inline constexpr Words kDayHeading = "Day";
inline constexpr Words kDateHeading = "Date";
inline constexpr Words kCountedHeading = "Counted";
inline constexpr Words kRowStart = "Start, not counted";
inline constexpr Words kRowWorkingDay = "Working day";
inline constexpr Words kRowDay = "Counted";
inline constexpr Words kRowWeekend = "Weekend, not counted";
inline constexpr Words kRowHoliday = "{holiday}, not counted";
inline constexpr Words kRowDue = "By the end of this day";

// Tracking
inline constexpr Words kTrackTitle = "Track what you sent";
inline constexpr Words kTrackLead = "Both are on your receipt.";
inline constexpr Words kReferenceLabel = "Reference";
inline constexpr Words kReferenceHint = "For example {example}";
inline constexpr Words kTrackingKeyLabel = "Tracking key";
inline constexpr Words kTrackingKeyHint = "You can paste it, with or without hyphens.";
inline constexpr Words kTrackGo = "Show it";
inline constexpr Words kTrackedTitle[] = {"Your complaint {reference}", "Your comment {reference}",
                                          "Your compliment {reference}"};
inline constexpr Words kRowStatus = "Where it is";
inline constexpr Words kRowReceived = "Received";
inline constexpr Words kRowNext = "Next date";
inline constexpr Words kRowNoDate = "None";
inline constexpr Words kStatusNames[] = {"Received. Waiting to be acknowledged",
                                         "Acknowledged. We are working on our response",
                                         "We have sent our stage 1 response",
                                         "You have asked for a stage 2 review",
                                         "Your stage 2 review is under way",
                                         "We have sent our stage 2 response",
                                         "Closed",
                                         "Withdrawn"};
inline constexpr Words kWhatYouSent = "What you sent";
inline constexpr Words kLateHeading = "We are late";
inline constexpr Words kLateAdvice =
    "We are sorry. You can call us and ask why, and you can contact the ombudsman.";

// Nothing here
inline constexpr Words kNotFoundTitle = "Page not found";
inline constexpr Words kNotFound = "If you typed the address, check that it is right.";
inline constexpr Words kNotFoundHome = "Go to complaints and feedback";

}  // namespace putright::words
