#include "shared/complaint/event_forms.hpp"

#include <doctest/doctest.h>

namespace putright {
namespace {

std::vector<ProblemCode> codes_of(std::string_view form) {
  std::vector<ProblemCode> codes;
  auto const read = read_event_form(form);
  if (read.ok()) return codes;
  for (auto const& problem : read.error())
    codes.push_back(problem.code);
  return codes;
}

using ProblemCodes = std::vector<ProblemCode>;

}  // namespace

TEST_CASE("an event's form: every type but the submission has one, and its own words are in it") {
  for (auto const& row : kEventTypes) {
    CAPTURE(row.name);
    CHECK(fields_of(row.value).empty() == (row.value == EventType::submitted));
    std::string_view const words = words_member(row.value);
    bool found = words.empty();
    for (auto const& rule : fields_of(row.value))
      found = found || name_in(kEventFields, rule.field) == words;
    CHECK((found || row.value == EventType::submitted));
  }
}

TEST_CASE("an event's form: what it says becomes the event, by whoever recorded it") {
  auto const form = read_event_form(
      R"({"type":"extended","new_date":"2026-04-24","reason":" Snow.\r\n","at":"2026-04-07"})");
  REQUIRE(form.ok());
  Event const event = event_of(form.value(), "h.one", Instant{});
  CHECK(event.type == EventType::extended);
  CHECK(event.by == "h.one");
  CHECK(event.role == Actor::colleague);
  CHECK(event.reason == "Snow.");
  CHECK(event.new_date == parse_date("2026-04-24"));
  CHECK(event.when.on == parse_date("2026-04-07").value());
}

TEST_CASE("an event's form: all that is wrong is told at once, in the order of the fields") {
  using enum ProblemCode;
  CHECK(codes_of(R"({"type":"stage_2_responded","colour":"red"})") ==
        ProblemCodes{field_unknown, finding_missing, event_words_missing, event_words_missing});
  CHECK(codes_of(R"({"type":"extended"})") ==
        ProblemCodes{extension_without_new_date, extension_without_reason});
  CHECK(codes_of(R"({"type":"submitted"})") == ProblemCodes{event_unknown});
  CHECK(codes_of(R"({"type":"closed","learning":7})") == ProblemCodes{field_wrong_type});
  CHECK(codes_of("[]") == ProblemCodes{not_an_object});
  std::string const most(10000, 'x');
  CHECK(codes_of(R"({"type":"closed","learning":")" + most + "\"}").empty());
  CHECK(codes_of(R"({"type":"closed","learning":")" + most + "x\"}") ==
        ProblemCodes{text_too_long});
}

}  // namespace putright
