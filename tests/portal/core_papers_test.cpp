// The papers that colleagues take away: what stands on the page of a case file and of a report.
#include <doctest/doctest.h>

#include "portal/html/page.hpp"
#include "portal/papers/case_file_screen.hpp"
#include "portal/papers/report_screen.hpp"
#include "shared/complaint/alternatives.hpp"
#include "shared/wire/assessment_json.hpp"
#include "shared/wire/case_file.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using support::has;

namespace {

std::string no_digest(std::string_view) {
  return "digest";
}

// The page of a case file with these facts changed.
template <class Change>
std::string page_of(Change change) {
  auto const& book = support::shipped_policy();
  auto const record =
      parse_record(support::read_file("public/schemas/examples/record.json")).value();
  auto const assessed = assess(record, book, *parse_instant("2026-04-08T09:00:00Z")).value();
  CaseFacts facts;
  facts.reference = "HP-7K3M-4R9X";
  facts.brand = "homes-plus";
  facts.kind = "complaint";
  facts.matter = "repairs";
  facts.received_at = "2026-03-26T09:00:00Z";
  facts.made_at = "2026-04-08T09:00:00Z";
  facts.submission = R"({"what_happened":"The <b>roof</b> leaks."})";
  facts.events = {
      {R"({"at":"2026-03-26T09:00:00Z","type":"submitted"})"},
      {R"({"at":"2026-03-31T14:00:00Z","definition":"A leak.","type":"acknowledged"})"}};
  facts.chronology = {{"2026-03-26", "It was received"}};
  facts.assessment = explained_assessment_json(assessed, alternatives_to(assessed, record, book));
  change(facts);
  auto const file = json::parse(case_file_json(facts, no_digest), kCaseFileLimits);
  return render_page(case_file_screen(book, file.value(), "/staff/x"));
}

TEST_CASE("case file page: chronology, words as they were written, and each date with its why") {
  std::string const page = page_of([](CaseFacts&) {});
  CHECK(has(page, "Case file HP-7K3M-4R9X"));
  CHECK(has(page, "Thursday 26 March 2026: It was received"));
  CHECK(has(page, "The &lt;b&gt;roof&lt;/b&gt; leaks."));
  CHECK(has(page, "A leak."));
  CHECK(has(page, "10 working days after Tuesday 31 March 2026."));
  CHECK(has(page, "Good Friday"));
  CHECK(has(page, "No colleague has looked at it"));
  CHECK_FALSE(has(page, "were erased"));
}

TEST_CASE("case file page: an erased record says so, and who looked is told") {
  std::string const page = page_of([](CaseFacts& facts) {
    facts.erased_on = "2033-01-03";
    facts.submission = "null";
    facts.viewings = R"([{"at":"2026-04-01T09:00:00Z","reason":"She called","who":"colleague:a"}])";
  });
  CHECK(has(page, "The words of this record were erased on Monday 3 January 2033."));
  CHECK(has(page, "colleague:a. She called"));
  CHECK_FALSE(has(page, "What was sent"));
}

TEST_CASE(
    "report page: a chart with the table under it, small numbers in words, no styles inside") {
  ReportRows rows;
  rows.tallies = {{"2026-03", "homes-plus", "received", "", "complaint", "repairs", 30},
                  {"2026-04", "homes-plus", "received", "", "complaint", "repairs", 3},
                  {"2026-05", "homes-plus", "received", "", "complaint", "repairs", 15}};
  rows.learning = {{"HP-1", "homes-plus", "2026-03-26T09:00:00Z", R"({"learning":"Ask <i>."})"}};
  ReportQuery const query{"2026-01", "2026-12", "", "2026-11-22", 9};
  Report const report = make_report(rows, query, support::shipped_policy());
  std::string const page = render_page(
      report_screen(support::shipped_policy(), report, rows, ListsFor::reporting, "/staff/report"));
  CHECK(has(page, "<div class=\"putright-chart\" role=\"img\" aria-label=\"By month\">"));
  CHECK(has(page, "2026-04: fewer than 5"));
  CHECK(has(page, "width=\"600\""));
  CHECK(has(page, "<td class=\"govuk-table__cell govuk-table__cell--numeric\">fewer than 5</td>"));
  CHECK(has(page, "Ask &lt;i&gt;."));
  CHECK_FALSE(has(page, "HP-1"));
  CHECK_FALSE(has(page, "style="));
}

}  // namespace
