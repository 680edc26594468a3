// The words of the papers that leave with colleagues: the case file's chronology, and the papers'
// own headings. The ombudsman reads them, so they speak of the customer and not to them.
#pragma once
#include "shared/text/words.hpp"

namespace putright::words {

// In the order of EventType.
inline constexpr Words kCaseEvents[] = {"It was received",
                                        "It was acknowledged",
                                        "It was given to {officer_name}",
                                        "The customer was asked a question",
                                        "The customer answered",
                                        "A visit was arranged for {visit_on}",
                                        "A later date was agreed: {new_date}. Reason: {reason}",
                                        "The stage 1 response was sent. Finding: {finding}",
                                        "A stage 2 review was asked for",
                                        "The stage 2 request was acknowledged",
                                        "The stage 2 response was sent. Finding: {finding}",
                                        "An action was agreed",
                                        "An agreed action was done",
                                        "It was closed",
                                        "The customer withdrew it"};
inline constexpr Words kCaseErasedWords = "not kept";
inline constexpr Words kCasePromised = "The customer was promised: {deadline} by {date}";
// In the order of DeadlineId.
inline constexpr Words kCaseDeadlines[] = {"Stage 1 acknowledgement", "Stage 1 response",
                                           "Stage 2 acknowledgement", "Stage 2 response",
                                           "Path to resolution",      "Assessment and response",
                                           "Eight week letter"};
// In the order of Finding.
inline constexpr Words kCaseFindings[] = {"upheld", "partly upheld", "not upheld"};
// In the order of FeedbackKind.
inline constexpr Words kCaseKinds[] = {"Complaint", "Comment", "Compliment"};

// The page of a case file
inline constexpr Words kCaseTitle = "Case file {reference}";
inline constexpr Words kCaseErased = "The words of this record were erased on {date}.";
inline constexpr Words kCaseErasedWhy =
    "What happened, when, and the digests of what was written are still here, so the record can "
    "still be checked.";
inline constexpr Words kCaseAbout = "About this record";
inline constexpr Words kCaseReference = "Reference";
inline constexpr Words kCaseBrand = "Service";
inline constexpr Words kCaseKind = "Kind";
inline constexpr Words kCaseMatter = "About";
inline constexpr Words kCaseReceived = "Received";
inline constexpr Words kCaseEdition = "Policy edition";
inline constexpr Words kCaseStatus = "Stage and status";
inline constexpr Words kCaseStatusLine = "Stage {stage}: {status}";
inline constexpr Words kCaseMade = "This file was made";
inline constexpr Words kCaseChronology = "Chronology";
inline constexpr Words kCaseChronologyLine = "{date}: {words}";
inline constexpr Words kCaseSent = "What was sent";
inline constexpr Words kCaseFiles = "Files that came with it";
inline constexpr Words kCaseFileLine = "{name} (SHA-256 {digest})";
inline constexpr Words kCaseSaid = "What was written at each step";
inline constexpr Words kCaseDates = "Every date, and how it was worked out";
inline constexpr Words kCaseNoDates = "No dates of ours apply to this record.";
inline constexpr Words kCasePromisedOn = "Date promised";
inline constexpr Words kCaseDueOn = "Date by today’s calendar";
inline constexpr Words kCaseDueDiffers =
    "{date}. This differs from the date promised, which stands.";
inline constexpr Words kCaseMetOn = "Done";
inline constexpr Words kCaseNotMet = "Not yet";
inline constexpr Words kCaseNotMetLate = "Not yet: it is late";
inline constexpr Words kCaseMetLate = "{date}, late";
inline constexpr Words kCaseViewings = "Who looked at this record, and why";
inline constexpr Words kCaseViewingLine = "{date}: {who}. {reason}";
inline constexpr Words kCaseViewingByColleague = "a colleague";
inline constexpr Words kCaseNoViewings = "No colleague has looked at it outside their work on it.";
inline constexpr Words kCaseCheck = "How to check this file";
inline constexpr Words kCaseCheckHow =
    "The same file as JSON is signed. The command “putright verify” checks it, and so does any "
    "program for signed JSON (JWS). Each event is bound to the one before it by its digest; the "
    "last digest stands here.";
inline constexpr Words kCaseHead = "Last digest";
inline constexpr Words kCaseReceipt = "The receipt that the customer was given";

}  // namespace putright::words
