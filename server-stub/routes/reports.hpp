// The report for the panel and the board, for colleagues with the role `report`. That it was read
// is in the audit log first.
#pragma once
#include <string>

#include "portal/view/tree.hpp"
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"
#include "shared/report/report_rows.hpp"
#include "shared/wire/audit.hpp"

namespace putright::routes {

/// GET /api/staff/report?from=2026-01&to=2026-12&brand=: JSON, or CSV with `Accept: text/csv`.
void show_report(Stub& stub, http::Request const& request, http::Reply reply);

/// What a request's query asks for; or the refusal that says what is wrong with it.
Outcome<ReportQuery, http::Answer> report_asked_for(Stub& stub, http::Request const& request);

/// The entry that is written before a report is shown.
AuditEntry report_entry(Stub& stub, Colleague const& colleague, ReportQuery const& query);

/// The report as a page at this address. Whoever shows it writes `report_entry` down first.
Outcome<view::Screen, http::Answer> report_page(Stub& stub, Colleague const& colleague,
                                                ReportQuery const& query, std::string path);

}  // namespace putright::routes
