// The words of the report for the panel and the board.
#pragma once
#include "shared/text/words.hpp"

namespace putright::words {

inline constexpr Words kReportTitle = "Complaints, comments and compliments";
inline constexpr Words kReportPeriod = "Received from {from} to {to}: {brand}";
inline constexpr Words kReportAllBrands = "all services";
inline constexpr Words kReportNoMatter = "Not said";
inline constexpr Words kReportFewer = "fewer than {count}";
inline constexpr Words kReportHidden = "not shown";
inline constexpr Words kReportSmall =
    "Numbers from 1 to {most} are shown as “fewer than {count}”, so that nobody can be recognised. "
    "Where such a number could be worked out from a total, another one is not shown either.";
// In the order of FeedbackKind.
inline constexpr Words kReportKinds[] = {"Complaints", "Comments", "Compliments"};
// In the order of Finding.
inline constexpr Words kReportFindings[] = {"Upheld", "Partly upheld", "Not upheld"};
inline constexpr Words kReportInTime = "Done in time";
inline constexpr Words kReportLate = "Done late";
inline constexpr Words kReportOverdue = "Overdue now";
inline constexpr Words kReportRunning = "Still running";
inline constexpr Words kReportVolumes = "How many we received";
// In the order in which Report::volumes has them.
inline constexpr Words kReportVolumeTables[] = {"By service", "By kind", "By what it is about",
                                                "By month"};
inline constexpr Words kReportTotal = "Together";
inline constexpr Words kReportNumber = "Number";
inline constexpr Words kReportWhat = "What";
inline constexpr Words kReportOnTime = "How punctual we were";
inline constexpr Words kReportPercent = "{percent} % of those that were due were done in time.";
inline constexpr Words kReportFindingsHeading = "What we found";
inline constexpr Words kReportActions = "What we still have to do";
inline constexpr Words kReportActionsLine =
    "Complaints with something agreed and not done yet: {count}.";
inline constexpr Words kReportActionLine = "{reference}: {count} not done yet";
inline constexpr Words kReportLateHeading = "What was late, and why";
inline constexpr Words kReportLateLine =
    "{reference}: {deadline}, promised for {promised}, {met}. {reason}";
inline constexpr Words kReportLateMet = "done on {date}";
inline constexpr Words kReportLateNotMet = "not done yet";
inline constexpr Words kReportLateReason = "A later date was agreed: {reason}";
inline constexpr Words kReportLateNoReason = "No reason is on record.";
inline constexpr Words kReportLearning = "What we learnt";
inline constexpr Words kReportNothing = "Nothing.";
inline constexpr Words kReportMost = "The newest {count} are listed.";

}  // namespace putright::words
