#include <doctest/doctest.h>

#include "shared/report/report_json.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

// Rows of these numbers, and what may be read of them, the total last.
std::string shown(std::vector<std::int64_t> const& counts) {
  FigureTable table;
  for (auto const count : counts) {
    table.rows.push_back({"", "", {count}});
    table.total.count += count;
  }
  suppress(table);
  std::string words;
  for (auto const& row : table.rows)
    words += figure_in_words(row.figure) + ", ";
  return words + figure_in_words(table.total);
}

Tally received(std::string month, std::string brand, std::string matter, std::int64_t complaints) {
  return {std::move(month), std::move(brand),  "received", "",
          "complaint",      std::move(matter), complaints};
}

TEST_CASE("suppression: 0 and 5 are shown, 1 to 4 are not") {
  CHECK(shown({0, 5, 12}) == "0, 5, 12, 17");
  CHECK(shown({4, 2, 12}) == "fewer than 5, fewer than 5, 12, 18");
  CHECK(shown({}) == "0");
}

TEST_CASE("suppression: what the total would tell takes the next smallest with it") {
  CHECK(shown({3, 9, 12}) == "fewer than 5, not shown, 12, 24");
  CHECK(shown({3, 0, 12}) == "fewer than 5, 0, not shown, 15");
  // Two of 1 and two of 4 are known from their sum.
  CHECK(shown({1, 1, 30, 8}) == "fewer than 5, fewer than 5, 30, not shown, 40");
  CHECK(shown({4, 4, 30, 8}) == "fewer than 5, fewer than 5, 30, not shown, 46");
}

TEST_CASE("suppression: with nothing else to hide, the total is not shown") {
  CHECK(shown({3}) == "fewer than 5, fewer than 5");
  CHECK(shown({3, 0}) == "fewer than 5, 0, fewer than 5");
  CHECK(shown({4, 4}) == "fewer than 5, fewer than 5, not shown");
}

TEST_CASE("a report adds up months, brands and matters, with the policy's own names") {
  ReportRows rows;
  rows.tallies = {received("2026-03", "homes-plus", "repairs", 30),
                  received("2026-01", "homes-plus", "repairs", 7),
                  received("2026-03", "care-plus", "care", 8)};
  Report const report =
      make_report(rows, {"2026-01", "2026-12", "", "2026-11-22", 9}, support::shipped_policy());
  REQUIRE(report.volumes.size() == 4);
  CHECK(report.volumes[0].rows[0].label == support::shipped_policy().brand("homes-plus")->name);
  CHECK(report.volumes[0].rows[0].figure.count == 37);
  CHECK(report.volumes[0].total.count == 45);
  CHECK(report.volumes[3].rows[0].id == "2026-01");
  CHECK(report.volumes[3].rows[1].figure.count == 38);
}

TEST_CASE("punctuality: what was due and done, or is overdue; what still runs does not count") {
  ReportRows rows;
  rows.tallies = {{"2026-03", "homes-plus", "stage_1_response", "in_time", "", "", 80},
                  {"2026-03", "homes-plus", "stage_1_response", "late", "", "", 10}};
  rows.unmet = {{"stage_1_response", UnmetRow::Stands::overdue, 10},
                {"stage_1_response", UnmetRow::Stands::running, 50}};
  ReportQuery const query{"2026-01", "2026-12", "", "2026-11-22", 9};
  Report report = make_report(rows, query, support::shipped_policy());
  REQUIRE(report.on_time.size() == 1);
  CHECK(on_time_percent(report.on_time[0]) == 80);
  rows.tallies[1].complaints = 3;
  report = make_report(rows, query, support::shipped_policy());
  CHECK_FALSE(on_time_percent(report.on_time[0]).has_value());
}

TEST_CASE("CSV: every field is quoted, hidden figures are words, and no lists are in it") {
  ReportRows rows;
  rows.tallies = {received("2026-03", "homes-plus", "repairs", 3)};
  rows.learning = {{"HP-1", "homes-plus", "2026-03-26T09:00:00Z", R"({"learning":"Ask first."})"}};
  ReportQuery const query{"2026-01", "2026-12", "", "2026-11-22", 9};
  Report const report = make_report(rows, query, support::shipped_policy());
  std::string const csv = report_csv(report);
  CHECK(csv.find("table,id,label,complaints\r\n") == 0);
  CHECK(csv.find("\"received by month\",\"2026-03\",\"2026-03\",\"fewer than 5\"\r\n") !=
        std::string::npos);
  CHECK(csv.find("Ask first") == std::string::npos);
  std::string const handling = report_json(report, rows, ListsFor::handling);
  std::string const reporting = report_json(report, rows, ListsFor::reporting);
  CHECK(handling.find("HP-1") != std::string::npos);
  CHECK(reporting.find("HP-1") == std::string::npos);
  CHECK(reporting.find("Ask first.") != std::string::npos);
  CHECK(reporting.find("\"late\"") == std::string::npos);
}

}  // namespace
