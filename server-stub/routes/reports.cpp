#include "server-stub/routes/reports.hpp"

#include "portal/papers/report_screen.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/reporting.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "shared/calendar/london.hpp"

namespace putright::routes {
namespace {

using http::Answer;

enum class As { json, csv };

As form_asked_for(http::Request const& request) {
  return http::media_type_of(request.header("Accept")) == "text/csv" ? As::csv : As::json;
}

ListsFor lists_for(Colleague const& colleague) {
  return colleague.may(ColleagueRole::handle) ? ListsFor::handling : ListsFor::reporting;
}

Answer as_csv(Report const& report) {
  Answer answer;
  answer.media_type = "text/csv; charset=utf-8";
  answer.headers.push_back(
      {"Content-Disposition",
       "attachment; filename=\"report-" + report.query.from + "-" + report.query.to + ".csv\""});
  answer.body = report_csv(report);
  return answer;
}

Answer answer_report(Stub& stub, ReportQuery const& query, ListsFor lists, As as) {
  auto const rows = stub.store.report(query);
  if (!rows.ok()) return refuse_unread(stub, rows.error());
  Report const report = make_report(rows.value(), query, stub.policy.book);
  Answer answer;
  if (as == As::csv) {
    answer = as_csv(report);
  } else {
    answer.media_type = "application/json";
    answer.body = report_json(report, rows.value(), lists);
  }
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.headers.push_back({"Vary", "Accept"});
  return answer;
}

}  // namespace

Outcome<ReportQuery, Answer> report_asked_for(Stub& stub, http::Request const& request) {
  ReportAsked asked;
  for (auto const& [name, value] : http::parse_form(request.query).value_or(http::FormFields{})) {
    if (name == "from") asked.from = value;
    if (name == "to") asked.to = value;
    if (name == "brand") asked.brand = value;
  }
  auto query = report_query(asked, stub.policy.book, london_date(stub.now()));
  if (!query.ok()) return refuse_problems(stub, query.error());
  return std::move(query).value();
}

AuditEntry report_entry(Stub& stub, Colleague const& colleague, ReportQuery const& query) {
  return {.at = stub.now(),
          .who = colleague_as_who(colleague.id),
          .act = AuditAct::report_viewed,
          .reference = "",
          .what = query.from + " " + query.to + " " + query.brand,
          .reason = "",
          .content_sha256 = ""};
}

void show_report(Stub& stub, http::Request const& request, http::Reply reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::report});
  if (!colleague.ok()) return reply(colleague.error());
  auto const query = report_asked_for(stub, request);
  if (!query.ok()) return reply(query.error());
  audit_first(stub, report_entry(stub, colleague.value(), query.value()), std::move(reply),
              [&stub, query = query.value(), lists = lists_for(colleague.value()),
               as = form_asked_for(request)] { return answer_report(stub, query, lists, as); });
}

Outcome<view::Screen, Answer> report_page(Stub& stub, Colleague const& colleague,
                                          ReportQuery const& query, std::string path) {
  auto const rows = stub.store.report(query);
  if (!rows.ok()) return refuse_unread(stub, rows.error());
  return report_screen(stub.policy.book, make_report(rows.value(), query, stub.policy.book),
                       rows.value(), lists_for(colleague), std::move(path));
}

}  // namespace putright::routes
