// `putright report`: the figures for the panel and the board.
#include <iostream>

#include <sys/stat.h>

#include "server-stub/commands/kept.hpp"
#include "server-stub/reporting.hpp"
#include "shared/calendar/london.hpp"
#include "shared/report/report_json.hpp"
#include "shared/wire/audit.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright report [--from MONTH] [--to MONTH] [--brand BRAND] [--csv] [--config FILE] "
    "[--policy DIR]\n\n"
    "What was received from one month (such as 2026-01) to another, by brand, kind, matter and "
    "month; how\n"
    "punctual each stage was; what was found; what was learnt. Without months, the last twelve. "
    "Small numbers\n"
    "are not shown. Prints JSON, or with --csv the figures alone as CSV. That it was read is in "
    "the audit log.\n"
    "Exit codes: 0 ok, 1 not done, 2 wrong usage, 3 a month or brand was refused.\n";

int fail(Failure const& failure) {
  std::cerr << "putright report: " << failure.why << '\n';
  return exit_no;
}

bool write_down(store::Store& store, ReportQuery const& query) {
  AuditEntry const entry{.at = now(),
                         .who = "operator",
                         .act = AuditAct::report_viewed,
                         .reference = "",
                         .what = query.from + " " + query.to + " " + query.brand,
                         .reason = "",
                         .content_sha256 = ""};
  store::ToKeep const arrival = store::NewAuditEntry{
      "", std::string{name_in(kAuditActs, entry.act)}, audit_entry_json(entry)};
  return store.keep(std::span{&arrival, 1}).front().keeping == store::Keeping::kept;
}

int report(CommandLine const& line) {
  auto opened = open_kept_here(line);
  if (!opened.ok()) return fail(opened.error());
  KeptHere const here = std::move(opened).value();
  auto const query = report_query({line.value("--from"), line.value("--to"), line.value("--brand")},
                                  here.policy.book, london_date(now()));
  if (!query.ok()) {
    std::cerr << "{\"problems\":" << problems_json(query.error()) << "}\n";
    return exit_input_refused;
  }
  if (!write_down(*here.store, query.value())) return fail({here.store->last_failure()});
  auto const rows = here.store->report(query.value());
  if (!rows.ok()) return fail(rows.error());
  Report const made = make_report(rows.value(), query.value(), here.policy.book);
  if (line.has("--csv")) {
    std::cout << report_csv(made);
  } else {
    std::cout << report_json(made, rows.value(), ListsFor::handling) << '\n';
  }
  return exit_ok;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(
      arguments, {"--config", "--policy", "--from", "--to", "--brand"}, {"--csv"});
  if (!line || !line->files.empty()) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  ::umask(077);
  return report(*line);
}

}  // namespace

Command const kReport{"report", "the figures for the panel and the board", run};

}  // namespace putright
