// What leaves the process: assessments, receipts, case files, calendar files.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "shared/complaint/alternatives.hpp"
#include "shared/wire/assessment_json.hpp"
#include "shared/wire/audit.hpp"
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

CaseFacts case_facts() {
  CaseFacts facts;
  facts.reference = "HP-7K3M-4R9X";
  facts.brand = "homes-plus";
  facts.submission = R"({"brand":"homes-plus"})";
  facts.submission_sha256 = toy_digest(facts.submission);
  facts.events = {
      {R"({"type":"submitted"})"}, {R"({"type":"acknowledged"})"}, {R"({"type":"closed"})"}};
  return facts;
}

TEST_CASE("case file: every change, gap and addition is noticed, and at which event") {
  std::string const file = case_file_json(case_facts(), toy_digest);
  REQUIRE(check_case_file(file, toy_digest).ok());
  CHECK(check_case_file(file, toy_digest).value() == 3);
  CHECK(file == nlohmann::json::parse(file).dump());
  auto const fault = [&](auto change) {
    auto tree = nlohmann::json::parse(file);
    change(tree);
    auto const trouble = check_case_file(tree.dump(), toy_digest).error();
    return std::string{name(trouble.fault)} + " " + std::to_string(trouble.event);
  };
  using Tree = nlohmann::json;
  CHECK(fault([](Tree& tree) { tree["submission"]["brand"] = "x"; }) == "submission_changed 0");
  CHECK(fault([](Tree& tree) { tree["submission"] = nullptr; }) == "submission_changed 0");
  CHECK(fault([](Tree& tree) { tree["events"][1]["event"]["type"] = "x"; }) == "event_changed 2");
  CHECK(fault([](Tree& tree) { tree["events"][1]["digest"] = "x"; }) == "event_changed 2");
  CHECK(fault([](Tree& tree) { tree["events"].erase(1); }) == "chain_broken 2");
  CHECK(fault([](Tree& tree) {
          tree["events"].insert(tree["events"].begin(), tree["events"][2]);
        }) == "chain_broken 1");
  CHECK(fault([](Tree& tree) { tree["events"].erase(2); }) == "head_differs 0");
  CHECK(fault([](Tree& tree) { tree.erase("events"); }) == "not_a_case_file 0");
  CHECK(check_case_file("[]", toy_digest).error().fault == CaseFault::not_a_case_file);
}

TEST_CASE("case file: after an erasure it has the digests that it had before") {
  auto const before = nlohmann::json::parse(case_file_json(case_facts(), toy_digest));
  CaseFacts facts = case_facts();
  facts.erased_on = "2033-01-03";
  facts.submission = "null";
  for (auto& event : facts.events) {
    event.erased_sha256 = toy_digest(event.event);
    event.event = R"({"erased_on":"2033-01-03"})";
  }
  std::string const file = case_file_json(facts, toy_digest);
  CHECK(check_case_file(file, toy_digest).ok());
  auto const after = nlohmann::json::parse(file);
  CHECK(after["head"] == before["head"]);
  CHECK(after["events"][1]["digest"] == before["events"][1]["digest"]);
}

TEST_CASE("audit log: each fault of an exported log has its name") {
  std::vector<std::string> const entries{R"({"a":1})", R"({"a":2})", R"({"a":3})"};
  std::vector<std::string> lines;
  AuditHead head;
  for (auto const& entry : entries) {
    std::string const digest = audit_digest(head.head, entry, toy_digest);
    lines.push_back(audit_line(head.head, entry, digest));
    head = {digest, head.entries + 1};
  }
  auto const value = [](std::string const& text) {
    return json::parse(text, json::kDocumentLimits).value();
  };
  auto const signed_head = value(audit_head_json(head, *parse_instant("2026-04-08T09:00:00Z")));
  AuditCheck whole{toy_digest};
  CHECK_FALSE(whole.ends_with(signed_head));
  for (auto const& line : lines)
    CHECK_FALSE(whole.take(value(line)).has_value());
  CHECK(whole.ends_with(signed_head));
  CHECK(whole.head().entries == 3);
  AuditCheck broken{toy_digest};
  CHECK(broken.take(value(lines[1])) == AuditFault::chain_broken);
  CHECK(broken.take(value("[]")) == AuditFault::line_malformed);
  std::string changed = lines[0];
  changed.replace(changed.find("1}"), 1, "2");
  CHECK(broken.take(value(changed)) == AuditFault::entry_changed);
  CHECK(name(AuditFault::head_missing) == "head_missing");
}
