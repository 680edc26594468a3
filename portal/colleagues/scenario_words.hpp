// The words of colleagues' pages about scenarios.
#pragma once
#include "shared/text/words.hpp"

namespace putright::colleagues::words {

using putright::words::Words;

inline constexpr Words kScenarioTitle = "Try a scenario";
inline constexpr Words kScenarioLead =
    "A scenario is a made-up complaint. See every date and why, what the customer would see, and "
    "what a change would bring. Nothing is sent, and nothing is kept here.";
inline constexpr Words kScenarioCanvas =
    "The workbench on the canvas works on the same files, with a drawn timeline and many screens "
    "at once: ";
inline constexpr Words kScenarioCanvasLink = "open the workbench";
inline constexpr Words kExampleQuestion = "Start from an example";
inline constexpr Words kExampleGo = "Open it";
inline constexpr Words kExampleMissing = "Choose an example";
inline constexpr Words kNewGo = "Start from a new complaint";
inline constexpr Words kFileHeading = "Open a scenario that was saved";
inline constexpr Words kFileLabel = "The file";
inline constexpr Words kFileHint =
    "One file, as it was saved here, in the workbench, or as “putright assess” reads it. At most "
    "{kilobytes} KB.";
inline constexpr Words kTextLabel = "Or paste its text";
inline constexpr Words kFileGo = "Open this scenario";
inline constexpr Words kFileMissing = "Choose a file, or paste a scenario’s text";
inline constexpr Words kFileSeveral = "Choose one file: only one scenario can be open";
inline constexpr Words kAtPlace = "Line {line}, column {column}: {words}";
inline constexpr Words kNotADate = "“{text}” is not a date. Type it like 15 June 2026";
inline constexpr Words kTodayOutside = "Choose a day from {from} to {to}";
inline constexpr Words kNotOneOf = "“{text}” is not one of: {names}";
inline constexpr Words kTooManyHolidays = "At most {count} bank holidays can be invented";
inline constexpr Words kTooManyEvents =
    "A scenario has at most {count} events. Take one away first";

// In the order of FeedbackKind.
inline constexpr Words kScenarioOf[] = {"Scenario: a complaint to {brand}",
                                        "Scenario: a comment to {brand}",
                                        "Scenario: a compliment to {brand}"};
inline constexpr Words kRefusedHeading = "The rules refuse this";
inline constexpr Words kRefusedLine = "{words} ({code})";
inline constexpr Words kRefusedAbout =
    "A record like this is refused, so it has no dates. Change what happened, or the settings.";
inline constexpr Words kRowToday = "Today";
inline constexpr Words kRowSpeaker = "Who tells us";
// In the order of Speaker.
inline constexpr Words kSpeakerNames[] = {"The customer", "Somebody for the customer"};
inline constexpr Words kRowReceipt = "Arrivals outside working time";
// In the order of ReceiptRule.
inline constexpr Words kReceiptNames[] = {"Count on the day they arrive (strict)",
                                          "Count on the next working day (rolled)"};
inline constexpr Words kReceiptAsEdition = "As the edition says";
inline constexpr Words kRowInvented = "Invented bank holidays";
inline constexpr Words kInventedNone = "None";
inline constexpr Words kSettingsGo = "Change the settings";

inline constexpr Words kDeadlinesCaption = "Deadlines";
inline constexpr Words kColumnDeadline = "Deadline";
inline constexpr Words kColumnBy = "By";
inline constexpr Words kColumnState = "State";
inline constexpr Words kStateProjected = "Its clock has not started: by this day at the latest";
inline constexpr Words kStatePending = "Pending";
inline constexpr Words kStateMet = "Met on {date}";
inline constexpr Words kStateLate = "Late";
inline constexpr Words kStateMetLate = "Met late, on {date}";
inline constexpr Words kStateExtended = "Extended on {date}";
inline constexpr Words kStatePromised = "Promised, and it stands; today’s calendar says {date}";
inline constexpr Words kStateProvisional = "Provisional: past the calendar’s last day";
inline constexpr Words kNoDeadlines = "No dates of ours run now.";
inline constexpr Words kDaysCaption = "Day by day";
inline constexpr Words kColumnDay = "Day";
inline constexpr Words kColumnWhat = "What";
inline constexpr Words kColumnWhere = "Where it is";
inline constexpr Words kDayHappened = "Happened";
inline constexpr Words kDayToCome = "Still to come";
inline constexpr Words kDayToday = "Today";
inline constexpr Words kDayInvented = "Invented bank holiday";
inline constexpr Words kDayNotCounted = "Not a working day";
inline constexpr Words kDayDeadline = "Deadline: {deadline}";
inline constexpr Words kWhyHeading = "Why {deadline} is due by {date}";
inline constexpr Words kWhyClause = "Clause {clause} of “{document}”.";
inline constexpr Words kWhyOtherwise = "By another reading";
inline constexpr Words kOtherwiseLine = "{edition}, {receipt}: {date}";

inline constexpr Words kCustomerHeading = "What the customer sees";
inline constexpr Words kCustomerAbout =
    "Their own page on this day, for a made-up person. Nothing can be pressed in it: go back to "
    "come here again.";
inline constexpr Words kCustomerGo = "Show the customer’s page";

inline constexpr Words kEventsHeading = "What happens";
inline constexpr Words kEventRow = "{date}: {event}";
inline constexpr Words kEventRefused = "Refused: {words} ({code})";
inline constexpr Words kAddQuestion = "Add something that happens";
inline constexpr Words kAddHint = "What cannot stand today says why not.";
inline constexpr Words kAddGo = "Go on";
inline constexpr Words kAddIt = "Add it";
inline constexpr Words kSaveIt = "Save it";
inline constexpr Words kRemoveIt = "Remove it";
inline constexpr Words kScenarioBack = "Back without a change";
inline constexpr Words kAddTitle = "Add: {event}";
inline constexpr Words kChangeTitle = "Change: {event}";
inline constexpr Words kFieldsNotKept =
    "The rules for recording hold here too. The file keeps what a complaint record does: not "
    "notes, "
    "what we learnt, who signed it off, or the words of a stage 2 request.";
inline constexpr Words kEventAt = "At {time}";
inline constexpr Words kAdded = "Added: {event}";
inline constexpr Words kChanged = "Changed: {event}";
inline constexpr Words kRemoved = "Removed: {event}";

inline constexpr Words kTimeHeading = "Travel in time";
inline constexpr Words kTodayLabel = "Today is";
inline constexpr Words kDateHint = "For example 15 June 2026";
inline constexpr Words kTodayGo = "Go to this day";
inline constexpr Words kNextGo = "Go to the next deadline";
inline constexpr Words kAfterGo = "Go to the day after it";
inline constexpr Words kNowToday = "Today is now {date}";
inline constexpr Words kNoNext = "No deadline comes after {date}";

inline constexpr Words kWhatIfHeading = "What would change?";
inline constexpr Words kHolidayLabel = "If this day became a bank holiday";
inline constexpr Words kHolidayGo = "Show what changes";
inline constexpr Words kCompareQuestion = "Or compare";
inline constexpr Words kCompareReceipts = "Strict and rolled arrivals";
inline constexpr Words kCompareHolidays = "Without and with the invented bank holidays";
inline constexpr Words kCompareEdition = "With another edition: {edition}";
inline constexpr Words kCompareGo = "Compare";
inline constexpr Words kCompareMissing = "Choose what to compare";
inline constexpr Words kCompareTitle = "What changes";
inline constexpr Words kAsItIs = "As it is";
inline constexpr Words kWithHoliday = "With {date} as a bank holiday";
inline constexpr Words kColumnDifference = "Difference";
inline constexpr Words kNoSuchDeadline = "No such deadline";
inline constexpr Words kSame = "The same";
inline constexpr Words kOneDayLater = "1 day later";
inline constexpr Words kDaysLater = "{count} days later";
inline constexpr Words kOneDayEarlier = "1 day earlier";
inline constexpr Words kDaysEarlier = "{count} days earlier";
inline constexpr Words kOnlyThere = "On one side alone";
inline constexpr Words kBecomes = "{before} becomes {after}: {difference}.";
inline constexpr Words kNothingDiffers = "No date differs.";
inline constexpr Words kSideRefused = "{side}: {words}";
inline constexpr Words kKeepHoliday = "Keep this bank holiday in the scenario";
inline constexpr Words kHolidayKept = "Now a bank holiday here: {date}";
inline constexpr Words kScenarioReturn = "Back to the scenario";

inline constexpr Words kKeepScenarioHeading = "Keep it";
inline constexpr Words kKeepScenarioAbout =
    "This page holds all of it, and nobody else does. Save the file to go on another day, or to "
    "share it.";
inline constexpr Words kDownloadScenario = "Save as scenario.json";

inline constexpr Words kScenarioSettingsTitle = "The scenario’s settings";
inline constexpr Words kSettingsKind = "Kind";
inline constexpr Words kNotSaid = "Not told";
inline constexpr Words kReceivedOn = "Received on";
inline constexpr Words kReceivedAt = "Received at";
inline constexpr Words kReceivedAtHint =
    "A time in London, such as 17:45. Leave it empty if only the day is known.";
inline constexpr Words kTimeMalformed = "Type the time like 17:45";
inline constexpr Words kEditionInForce = "The one in force on the day";
inline constexpr Words kInventedHint =
    "One day on each line, such as 15 June 2026. At most {count}.";
inline constexpr Words kSettingsSave = "Use these settings";
inline constexpr Words kSettingsSaved = "The settings were changed";
inline constexpr Words kScenarioOpened = "Opened: {name}";

}  // namespace putright::colleagues::words
