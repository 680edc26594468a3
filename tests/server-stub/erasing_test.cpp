#include "server-stub/erasing.hpp"

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"
#include "server-stub/policy_source.hpp"
#include "server-stub/reporting.hpp"
#include "shared/wire/audit.hpp"

using namespace putright;

namespace {

std::string with_retention(std::string const& years) {
  return R"({"retention.json":{"periods":[{"kind":"complaint","years_after_end":)" + years +
         R"(},{"kind":"comment","years_after_end":1},{"kind":"compliment","years_after_end":1}]}})";
}

ComplaintRecord ended(EventType type, Date on) {
  ComplaintRecord record;
  record.events = {{EventType::submitted, {on - std::chrono::days{30}, std::nullopt}},
                   {type, {on, std::nullopt}}};
  return record;
}

TEST_CASE("retention: whole years from 1 to 100, for every kind") {
  CHECK(retention_of(with_retention("6")).value()[0] == 6);
  CHECK(retention_of(with_retention("1")).ok());
  CHECK(retention_of(with_retention("100")).ok());
  CHECK_FALSE(retention_of(with_retention("0")).ok());
  CHECK_FALSE(retention_of(with_retention("101")).ok());
  CHECK_FALSE(retention_of(with_retention("\"6\"")).ok());
  CHECK_FALSE(retention_of("{}").ok());
  auto const shipped = open_policy("");
  REQUIRE(shipped.ok());
  CHECK(retention_of(shipped.value().joined).ok());
}

TEST_CASE(
    "retention: counted from the last end; 29 February counts as 28; what is open has no end") {
  RetentionYears const years{1, 1, 1};
  auto const date = [](char const* text) { return *parse_date(text); };
  CHECK(erasable_from(ended(EventType::closed, date("2024-02-29")), years) == date("2025-02-28"));
  CHECK(erasable_from(ended(EventType::withdrawn, date("2024-03-01")), years) ==
        date("2025-03-01"));
  CHECK_FALSE(erasable_from(ended(EventType::acknowledged, date("2024-03-01")), years).has_value());
}

TEST_CASE("erasure: words and names go; type, finding and dates stay, with the digest of before") {
  REQUIRE(start_sodium());
  store::KeptComplaint kept;
  kept.reference = "HP-1";
  kept.brand = "homes-plus";
  kept.kind = "complaint";
  kept.promised = "[]";
  kept.events = {
      {"submitted", "2026-03-26T09:00:00Z", "{}"},
      {"extended", "2026-03-27",
       R"({"by":"h.one","new_date":"2026-04-30","reason":"Rumpelstiltskin is ill"})"},
      {"stage_1_responded", "2026-03-28T09:00:00Z",
       R"({"by":"h.one","finding":"upheld","learning":"Rumpelstiltskin","response":"Rumpelstiltskin"})"}};
  auto const erasure = erasure_of(kept, "asked for", *parse_instant("2033-01-03T09:00:00Z"));
  REQUIRE(erasure.ok());
  auto const& bodies = erasure.value().bodies;
  REQUIRE(bodies.size() == 3);
  CHECK(bodies[1].find(R"("new_date":"2026-04-30","reason":"Erased")") != std::string::npos);
  CHECK(bodies[2].find(R"("finding":"upheld")") != std::string::npos);
  CHECK(
      bodies[2].find(digest_text(
          R"({"at":"2026-03-28T09:00:00Z","by":"h.one","finding":"upheld","learning":"Rumpelstiltskin","response":"Rumpelstiltskin","type":"stage_1_responded"})")) !=
      std::string::npos);
  for (auto const& body : bodies) {
    CHECK(body.find("Rumpelstiltskin") == std::string::npos);
    CHECK(body.find("h.one") == std::string::npos);
  }
  CHECK(erasure.value().erased_on == "2033-01-03");
  CHECK(erasure.value().audit.act == "erased");
}

TEST_CASE(
    "a report without months is of the last twelve, and a year that ends before it begins is "
    "refused") {
  auto const policy = open_policy("");
  REQUIRE(policy.ok());
  PolicyBook const& book = policy.value().book;
  Date const today = *parse_date("2026-11-22");
  auto const usual = report_query({}, book, today);
  REQUIRE(usual.ok());
  CHECK(usual.value().from == "2025-12");
  CHECK(usual.value().to == "2026-11");
  CHECK(usual.value().lines == limits::kReportLines);
  CHECK(report_query({"2026-03", "2026-03", "care-plus"}, book, today).ok());
  CHECK(report_query({"2026-03", "2026-02", ""}, book, today).error()[0].pointer == "/to");
  CHECK(report_query({"2026-3", "", ""}, book, today).error()[0].pointer == "/from");
  CHECK(report_query({"", "", "nope"}, book, today).error()[0].code == ProblemCode::brand_unknown);
}

}  // namespace
