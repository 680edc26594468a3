// A report as JSON and as CSV: the same figures as on the page.
#pragma once
#include <string>

#include "shared/report/report.hpp"

namespace putright {

/// Who reads the lists: whoever handles complaints sees references; whoever only reports sees what
/// was learnt, without.
enum class ListsFor { handling, reporting };

/// `{"from","to","brand","smallest_shown","volumes","on_time","findings","with_actions",...}`. A
/// figure is a number, or the text that stands for it.
std::string report_json(Report const& report, ReportRows const& rows, ListsFor lists_for);

/// RFC 4180, with a heading line: `table,id,label,complaints`. Figures alone: no lists.
std::string report_csv(Report const& report);

/// What was learnt with an event, and why an extension was made; empty: nothing is said.
std::string text_in_body(std::string const& body, std::string_view member);

}  // namespace putright
