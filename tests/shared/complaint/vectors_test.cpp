// The worked deadlines of tests/vectors/deadlines.json, computed independently of this project.
#include <doctest/doctest.h>

#include "shared/calendar/london.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

// A parsed value as text again, to hand the record on to the reader under test.
void write(json::Writer& writer, json::Value const& value) {
  switch (value.kind) {
    case json::Kind::null:
      writer.null();
      break;
    case json::Kind::boolean:
      writer.boolean(value.boolean);
      break;
    case json::Kind::integer:
      writer.integer(value.integer);
      break;
    case json::Kind::real:
      FAIL("no fractions in the vectors");
      break;
    case json::Kind::string:
      writer.string(value.string);
      break;
    case json::Kind::array:
      writer.begin_array();
      for (auto const& item : value.items)
        write(writer, item);
      writer.end_array();
      break;
    case json::Kind::object:
      writer.begin_object();
      for (auto const& member : value.members)
        write(writer.member(member.name), member.value);
      writer.end_object();
  }
}

std::vector<std::string> holidays_skipped(Deadline const& deadline) {
  std::vector<std::string> dates;
  for (auto const& day : deadline.skipped) {
    if (!is_weekend(day.on)) dates.push_back(format_date(day.on));
  }
  return dates;
}

Assessment assess_vector(json::Value const& vector) {
  json::Writer text;
  write(text, *vector.find("record"));
  auto const record = parse_record(text.take());
  REQUIRE_MESSAGE(record.ok(), problems_json(record.error()));
  AssessOptions const options{.receipt = value_in(kReceiptRules, vector.string_at("receipt")),
                              .explanation = Explanation::full};
  Instant const as_of =
      start_of_london_day(record.value().events.back().when.on) + std::chrono::days{1};
  auto assessment = assess(record.value(), support::shipped_policy(), as_of, options);
  REQUIRE_MESSAGE(assessment.ok(), problems_json(assessment.error()));
  return assessment.value();
}

/// What a vector says of its deadline; what it leaves out is not asked.
void check_deadline(Deadline const& deadline, json::Value const& expect) {
  CHECK(format_date(deadline.due_on) == expect.string_at("due_on"));
  if (expect.find("ends_at") != nullptr)
    CHECK(format_instant(deadline.ends_at) == expect.string_at("ends_at"));
  if (expect.find("certainty") != nullptr)
    CHECK(name_in(kCertainties, deadline.certainty) == expect.string_at("certainty"));
  if (expect.find("state") != nullptr)
    CHECK(name_in(kDeadlineStates, deadline.state) == expect.string_at("state"));
}

void check_holidays(Deadline const& deadline, json::Value const& skipped) {
  std::vector<std::string> expected;
  for (auto const& day : skipped.items)
    expected.emplace_back(day.string_at("date"));
  CHECK(holidays_skipped(deadline) == expected);
}

void check_vector(json::Value const& vector) {
  auto const assessment = assess_vector(vector);
  json::Value const& expect = *vector.find("expect");
  Deadline const* const deadline =
      assessment.deadline(*value_in(kDeadlineIds, expect.string_at("deadline")));
  REQUIRE(deadline != nullptr);
  check_deadline(*deadline, expect);
  if (auto const* const skipped = expect.find("skipped_holidays"))
    check_holidays(*deadline, *skipped);
}

}  // namespace

TEST_CASE("vectors: every worked deadline comes out as computed elsewhere") {
  std::string const text = support::read_file("tests/vectors/deadlines.json");
  auto const root = json::parse(text, json::kDocumentLimits);
  REQUIRE(root.ok());
  auto const& vectors = root.value().find("vectors")->items;
  CHECK(vectors.size() == 51);
  for (auto const& vector : vectors) {
    CAPTURE(vector.string_at("id"));
    CAPTURE(vector.string_at("title"));
    check_vector(vector);
  }
}
