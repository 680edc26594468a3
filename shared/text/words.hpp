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

inline constexpr Words kSending = "Sending…";
inline constexpr Words kLoading = "Loading…";
inline constexpr Words kStop = "Stop";
inline constexpr Words kPageSource =
    "The promises on this page are those of our “{document}” ({version}).";
inline constexpr Words kNothingChangedYet = "There is nothing here yet.";
inline constexpr Words kFooterHeading = "About this service";
inline constexpr Words kLinkPromise = "Our promise";
inline constexpr Words kLinkSteps = "Step by step";
inline constexpr Words kLinkWays = "All the ways to tell us";
inline constexpr Words kLinkHelp = "Help to complain";
inline constexpr Words kLinkOmbudsman = "The ombudsman";
inline constexpr Words kLinkUrgent = "Emergencies and first repairs";
inline constexpr Words kLinkChanged = "What we changed";
inline constexpr Words kLinkContact = "Contact us";
inline constexpr Words kLinkAccessibility = "Accessibility";
inline constexpr Words kLinkPrivacy = "Privacy and cookies";
inline constexpr Words kSuccess = "Success";
inline constexpr Words kImportant = "Important";

// When neither the page nor the stub can take the answers
inline constexpr Words kLastResortTitle = "This website cannot send anything just now";
inline constexpr Words kLastResort =
    "Nothing that you typed is lost while this page is open. You can call us, write to us, or "
    "print "
    "this page and send it by post.";

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
inline constexpr Words kTalkHeading = "Talk to a person";
inline constexpr Words kTeamName = "Customer advocacy team";

// The ombudsman
inline constexpr Words kOmbudsmanHeading = "Who else can help";
inline constexpr Words kOmbudsmanAnyTime =
    "You can contact the {scheme} at any time. It is free, and it does not work for us.";
inline constexpr Words kOmbudsmanAfter =
    "If you are still not happy when we have finished, we will tell you how to take it further.";
inline constexpr Words kOmbudsmanAsk =
    "Which ombudsman can help depends on how you know us. Ask our team and we will tell you.";

// Whom it is for
inline constexpr Words kWhoForTitle = "Who are you doing this for?";
inline constexpr Words kWhoForHint =
    "If you do it for somebody else, we ask them if they are happy with that.";
inline constexpr Words kWhoForMyself = "For myself";
inline constexpr Words kWhoForSomebodyElse = "For somebody else";

// On behalf of somebody
inline constexpr Words kBehalfHeading = "About the person you are helping";
inline constexpr Words kBehalfName = "Their name";
inline constexpr Words kBehalfRelationship = "How do you know them?";
inline constexpr Words kBehalfRelationshipHint =
    "For example, their daughter, friend, support worker or councillor.";
inline constexpr Words kBehalfConsent = "Are they happy for you to do this?";
inline constexpr Words kBehalfConsentHint =
    "Tell us how they agreed, and how we can check it with them: for example, call them or write "
    "to them.";

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
    "Say what went wrong. You do not have to write it all: we will contact you to talk about it.",
    "Your own words are fine.", "Your own words are fine."};
inline constexpr Words kWhenLabel = "When did it happen?";
inline constexpr Words kWhenHint = "A date, or words such as “since January”.";
inline constexpr Words kThankLabel = "Who would you like to thank?";
inline constexpr Words kThankHint = "A name if you know it, so that we can tell them.";

// When it happened, and who was affected
inline constexpr Words kWhenAndWhoTitle = "When did it happen, and who was affected?";
inline constexpr Words kAffectedLabel = "Who was affected?";
inline constexpr Words kAffectedHint = "For example, you, your child, or everybody on your floor.";
inline constexpr Words kEffectLabel = "How did it affect you or them?";
inline constexpr Words kEffectHint = "For example, health, money, time or worry.";
inline constexpr Words kEarlierLabel = "Did you tell us about this before?";
inline constexpr Words kEarlierHint = "A repair number or a reference, if you have one.";

// Files
inline constexpr Words kFilesTitle = "Add photos or documents";
inline constexpr Words kFilesLead =
    "You do not have to. You can send them later, or show them to us when we visit.";
inline constexpr Words kFilesLabel = "Choose files";
inline constexpr Words kFilesHint =
    "Photos, PDF, text and office files. Each up to {megabytes} MB, up to {files} files.";
inline constexpr Words kFilesAdded = "Files you have added";
inline constexpr Words kFilesAdd = "Add these files";
inline constexpr Words kFilesRemove = "Remove";
inline constexpr Words kFileNumber = "File {number}";

// What would put it right
inline constexpr Words kPutRightTitle = "What would put it right?";
inline constexpr Words kPutRightHint =
    "For example, an apology, a repair, or doing something differently.";

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
inline constexpr Words kAdjustmentsLabel = "What else should we know to make this easier for you?";
inline constexpr Words kAdjustmentsHint =
    "For example, the language you speak, a good time to call, or help with reading or writing.";
inline constexpr Words kAdjustmentsTitle = "Making it easier for you";
inline constexpr Words kFormatQuestion = "Do you need our reply in another format?";
// In the order of ReplyFormat.
inline constexpr Words kFormatNames[] = {"No, as usual",
                                         "Large print",
                                         "Easy read",
                                         "Braille",
                                         "Audio",
                                         "Another language",
                                         "British Sign Language (BSL)"};

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
inline constexpr Words kRowFormat = "Format of our reply";
inline constexpr Words kRowFiles = "Photos and documents";
inline constexpr Words kRowWhoFor = "Who it is for";
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

inline constexpr Words kScanLabel =
    "Scan this to track it on a phone. It holds your key: keep it private.";
inline constexpr Words kVerifyLink = "Check a receipt";

// Checking a receipt
inline constexpr Words kVerifyTitle = "Check a receipt";
inline constexpr Words kVerifyLead =
    "A receipt is signed by us. Here anybody can check that it is ours and that nobody has changed "
    "it.";
inline constexpr Words kVerifyLabel = "The receipt as text";
inline constexpr Words kVerifyHint =
    "It starts with “ey”. Open the receipt that you kept, copy all of it and paste it here.";
inline constexpr Words kVerifyGo = "Check it";
inline constexpr Words kVerifyGood = "This receipt is ours";
inline constexpr Words kVerifyGoodAbout = "We signed it, and nobody has changed it since.";
inline constexpr Words kVerifyBad = "We cannot say that this receipt is ours";
inline constexpr Words kVerifyAnother = "Check another receipt";
inline constexpr Words kVerifySays = "What it says";
inline constexpr Words kVerifyBrand = "Sent to";
inline constexpr Words kVerifyKind = "Kind";
inline constexpr Words kVerifyKinds[] = {"Complaint", "Comment", "Compliment"};

// Dates
inline constexpr Words kStepReceived = "Received";
inline constexpr Words kStepToReceive = "You send it";
inline constexpr Words kStepIfSentToday = "If you send it today, {date}";
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
inline constexpr Words kReferenceHint = "For example, {example}";
inline constexpr Words kTrackingKeyLabel = "Tracking key";
inline constexpr Words kTrackingKeyHint = "You can paste it, with or without hyphens.";
inline constexpr Words kTrackGo = "Show it";
inline constexpr Words kTrackedTitle[] = {"Your complaint {reference}", "Your comment {reference}",
                                          "Your compliment {reference}"};
inline constexpr Words kRowStatus = "Where it is";
inline constexpr Words kRowReceived = "Received";
inline constexpr Words kRowNext = "Next date";
inline constexpr Words kRowOfficer = "Who handles it";
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

inline constexpr Words kDatesMetHeading = "The dates";
inline constexpr Words kHistoryHeading = "What has happened so far";
// In the order of Finding.
inline constexpr Words kFindings[] = {"We agree with your complaint (upheld).",
                                      "We agree with part of your complaint (partly upheld).",
                                      "We do not agree with your complaint (not upheld)."};
inline constexpr Words kVisitOn = "The visit is on {date}.";
inline constexpr Words kNewDate = "The new date is {date}.";
inline constexpr Words kViewedHeading = "When our colleagues looked at it";
inline constexpr Words kViewedLine = "{date}. Their reason: {reason}";
// In the order of EventType.
inline constexpr Words kEventNames[] = {"We received it",
                                        "We acknowledged it",
                                        "We chose who will handle it",
                                        "We asked you a question",
                                        "You answered our question",
                                        "We arranged a home visit",
                                        "We agreed a later date",
                                        "We sent our stage 1 response",
                                        "You asked for a stage 2 review",
                                        "We acknowledged your stage 2 request",
                                        "We sent our stage 2 response",
                                        "We agreed to do something",
                                        "We did what we had agreed",
                                        "We closed it",
                                        "You withdrew it"};

// What a customer may still do
inline constexpr Words kCanDoHeading = "What you can do";
inline constexpr Words kQuestionHeading = "We have asked you a question";
inline constexpr Words kAnswerStart = "Answer it";
inline constexpr Words kReviewAbout =
    "If you are not happy with our response, or it is late, somebody else can look at your "
    "complaint again. This is stage 2.";
inline constexpr Words kReviewStart = "Ask for a review";
inline constexpr Words kWithdrawStart = "Withdraw it";
inline constexpr Words kLaterBack = "Back to what you sent";
// In the order of LaterForm.
inline constexpr Words kLaterTitles[] = {"Ask for a review (stage 2)", "Answer our question",
                                         "Withdraw what you sent"};
inline constexpr Words kLaterLeads[] = {"You do not have to give a reason. It helps us if you do.",
                                        "", "We stop working on it. You do not have to say why."};
inline constexpr Words kLaterSends[] = {"Send request", "Send answer", "Withdraw it"};
inline constexpr Words kLaterDone[] = {"We have your request for a review", "We have your answer",
                                       "It has been withdrawn"};
inline constexpr Words kLaterWhyNot = "Why are you not happy with our response?";
inline constexpr Words kLaterAnswer = "Your answer";
inline constexpr Words kLaterReason = "Why are you withdrawing it?";

// What is kept on the device
inline constexpr Words kDeviceTitle = "Your answers are kept on this device";
// Short paragraphs: a screen's own heading stays the largest thing on a phone.
inline constexpr Words kDeviceKeeps = "Your answers save themselves on this device as you type.";
inline constexpr Words kDeviceUntil =
    "They stay here, and only here, until you send or clear them.";
inline constexpr Words kDeviceShared =
    "If other people use this device, clear your answers when you stop.";
inline constexpr Words kDeviceClear = "Clear my answers";
inline constexpr Words kUnfinishedTitles[] = {"You have not finished your complaint",
                                              "You have not finished your comment",
                                              "You have not finished your compliment"};
inline constexpr Words kUnfinishedAbout =
    "Your answers were kept on this device on {date} at {time}. They have not been sent.";
inline constexpr Words kUnfinishedMatter = "It is about: {matter}.";
inline constexpr Words kUnfinishedGoOn = "Go on with it";
inline constexpr Words kUnfinishedDelete = "Delete these answers";

// What waits to be sent
inline constexpr Words kWaitingTitles[] = {"Your complaint has not been sent yet",
                                           "Your comment has not been sent yet",
                                           "Your compliment has not been sent yet"};
inline constexpr Words kWaitingWhy = "We could not be reached, so we do not have it yet.";
inline constexpr Words kWaitingKept =
    "It is kept on this device. It goes by itself when this website is open and there is a signal. "
    "It counts as received only when you have a receipt.";
inline constexpr Words kWhatYouWrote = "What you wrote";
inline constexpr Words kWaitingTry = "Try again now";
inline constexpr Words kWaitingPrint = "Print it";
inline constexpr Words kWaitingOther = "You can also call us, or print it and send it by post.";
inline constexpr Words kOutboxTitle = "What waits on this device";
inline constexpr Words kOutboxLead =
    "These were written on this device. Only what has a reference has reached us.";
inline constexpr Words kOutboxEmpty =
    "Nothing waits here. Everything that was sent from this device has reached us.";
inline constexpr Words kOutboxSince = "Waiting since {date}";
// In the order of OutboxState.
inline constexpr Words kOutboxStates[] = {"Not sent yet", "Sent", "Needs another look"};
inline constexpr Words kOutboxShow = "Show the receipt";
inline constexpr Words kOutboxLook = "See why";
inline constexpr Words kOutboxRemove = "Delete it";
inline constexpr Words kOutboxForget = "Take it off this list";
inline constexpr Words kOutboxRemoveTitle = "Delete what you wrote?";
inline constexpr Words kOutboxRemoveAbout =
    "It has not been sent. When you delete it here it is gone, and we never get it.";
inline constexpr Words kOutboxKeep = "Keep it";
inline constexpr Words kOutboxNoticeWaiting = "Something you wrote has not been sent yet";
inline constexpr Words kOutboxNoticeSent = "Something that waited has now been sent";
inline constexpr Words kOutboxNoticeLink = "See what waits on this device";

// Nothing here
inline constexpr Words kNotFoundTitle = "Page not found";
inline constexpr Words kNotFound = "If you typed the address, check that it is right.";
inline constexpr Words kNotFoundHome = "Go to complaints and feedback";

// A form that was refused whole, in a page without script
inline constexpr Words kFormNotKept = "Nothing was sent, and nothing was kept.";
inline constexpr Words kFormTooLargeTitle = "That was too much to send at once";
inline constexpr Words kFormTooLarge =
    "Press your browser’s Back button. If it asks about sending the form again, reload the page "
    "and "
    "say yes: what you wrote is in it. Then choose fewer or smaller files. You can add up to "
    "{files} files, each up to {megabytes} MB, and up to {together} MB together.";
inline constexpr Words kFormFromElsewhereTitle = "That form came from another website";
inline constexpr Words kFormFromElsewhere =
    "We only take forms from our own pages. Start again from here.";
inline constexpr Words kFormUnreadableTitle = "We could not read what was sent";
inline constexpr Words kFormUnreadable =
    "Press your browser’s Back button and try again. If it happens again, call us or write to us.";

}  // namespace putright::words
