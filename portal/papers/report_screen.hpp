// The report for the panel and the board as a page: charts, and the table of each under it. Not
// linked into the browser's core.
#pragma once
#include "portal/view/tree.hpp"
#include "shared/report/report_json.hpp"

namespace putright {

/// The report's screen, at this address.
view::Screen report_screen(PolicyBook const& book, Report const& report, ReportRows const& rows,
                           ListsFor lists_for, std::string path);

}  // namespace putright
