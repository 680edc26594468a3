// What leaves the process: assessments, receipts, case files, calendar files.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "shared/complaint/alternatives.hpp"
#include "shared/wire/assessment_json.hpp"
#include "shared/wire/canonical.hpp"
#include "shared/wire/case_file.hpp"
#include "shared/wire/icalendar.hpp"
#include "shared/wire/receipt.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

ComplaintRecord example() {
  return parse_record(support::read_file("public/schemas/examples/record.json")).value();
}

Assessment assessed(ComplaintRecord const& record) {
  return assess(record, support::shipped_policy(), *parse_instant("2026-04-08T09:00:00Z")).value();
}

// No digest that anybody would trust, but it differs when a byte differs, which is what the chain
// needs here.
std::string toy_digest(std::string_view text) {
  std::uint64_t sum = 1469598103934665603U;
  for (char const c : text)
    sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return std::to_string(sum);
}

}  // namespace

TEST_CASE("assessment: the whole answer, as it leaves the process") {
  auto const record = example();
  auto const assessment = assessed(record);
  std::string const text = explained_assessment_json(
      assessment, alternatives_to(assessment, record, support::shipped_policy()));
  support::check_golden("assessment.json", nlohmann::json::parse(text).dump(2) + "\n");
}

TEST_CASE("receipt: the payload is canonical, and is what nlohmann's sorted dump says too") {
  ReceiptFacts const facts{.reference = "HP-7K3M-4R9X",
                           .brand = "homes-plus",
                           .kind = FeedbackKind::complaint,
                           .received_at = *parse_instant("2026-03-26T09:00:00Z"),
                           .submission_sha256 = "a",
                           .policy_sha256 = "b"};
  std::string const payload = receipt_payload(facts, assessed(example()));
  CHECK(payload == nlohmann::json::parse(payload).dump());
  support::check_golden("receipt_payload.json", nlohmann::json::parse(payload).dump(2) + "\n");
}

TEST_CASE("receipt: carries no provisional date") {
  ComplaintRecord record = example();
  record.events = {{EventType::submitted, event_time(*parse_instant("2028-12-27T09:00:00Z"))}};
  auto const assessment =
      assess(record, support::shipped_policy(), *parse_instant("2028-12-27T09:00:00Z")).value();
  std::string const payload = receipt_payload(
      {"R", "homes-plus", FeedbackKind::complaint, assessment.as_of, "a", "b"}, assessment);
  CHECK(payload.find("\"deadlines\":[]") != std::string::npos);
}

TEST_CASE("canonical JSON: one way to write a value") {
  auto const root = json::parse("{ \"b\" : [1, -2, true, null, \"\\u0041\\n€\"], \"a\" : {} }",
                                json::kDocumentLimits);
  CHECK(json::canonical(root.value()) == "{\"a\":{},\"b\":[1,-2,true,null,\"A\\n€\"]}");
  CHECK_FALSE(json::canonical(json::parse("1.5", json::kDocumentLimits).value()).has_value());
}

TEST_CASE("calendar file: whole days, a stable name for each, lines folded between characters") {
  std::string const file = icalendar(
      {"HP-7K3M-4R9X", "Homes Plus, naïvely; “quoted”", *parse_instant("2026-03-26T09:00:00Z")},
      assessed(example()));
  support::check_golden("dates.ics", file);
  std::size_t start = 0;
  while (start < file.size()) {
    std::size_t const end = file.find("\r\n", start);
    REQUIRE(end != std::string::npos);
    CHECK(end - start <= 75);
    start = end + 2;
  }
}

TEST_CASE("case file: every change, gap and addition is noticed") {
  CaseFacts const facts{
      "HP-7K3M-4R9X",
      "{\"brand\":\"homes-plus\"}",
      {"{\"type\":\"submitted\"}", "{\"type\":\"acknowledged\"}", "{\"type\":\"closed\"}"}};
  std::string const file = case_file_json(facts, toy_digest);
  REQUIRE(check_case_file(file, toy_digest).ok());
  CHECK(check_case_file(file, toy_digest).value() == 3);
  CHECK(file == nlohmann::json::parse(file).dump());
  auto const changed = [&](std::string_view from, std::string_view to) {
    std::string text = file;
    text.replace(text.find(from), from.size(), to);
    return check_case_file(text, toy_digest).error();
  };
  CHECK(changed("homes-plus", "homes-minus") == CaseFault::submission_changed);
  CHECK(changed("acknowledged", "withdrawn") == CaseFault::event_changed);
  CHECK(check_case_file("[]", toy_digest).error() == CaseFault::not_a_case_file);
  auto without = nlohmann::json::parse(file);
  without["events"].erase(1);
  CHECK(check_case_file(without.dump(), toy_digest).error() == CaseFault::chain_broken);
  auto cut = nlohmann::json::parse(file);
  cut["events"].erase(2);
  CHECK(check_case_file(cut.dump(), toy_digest).error() == CaseFault::head_differs);
}
