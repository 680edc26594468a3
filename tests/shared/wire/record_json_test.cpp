#include "shared/wire/record_json.hpp"

#include <doctest/doctest.h>

using namespace putright;

TEST_CASE("record: written and read again, nothing is lost and nothing is added") {
  std::string const text =
      R"({"brand":"homes-plus","kind":"complaint","matter":"repairs","relationship":"tenant","edition":"group-v2-mar24",)"
      R"("events":[{"type":"submitted","at":"2026-03-26T09:00:00Z"},)"
      R"({"type":"acknowledged","at":"2026-03-31","by":"amy","role":"colleague"},)"
      R"({"type":"officer_assigned","at":"2026-04-01T09:00:00Z","officer":"bob"},)"
      R"({"type":"question_asked","at":"2026-04-02T09:00:00Z","question":"Which \"room\"?"},)"
      R"({"type":"question_answered","at":"2026-04-03T09:00:00Z","answer":"The hall"},)"
      R"({"type":"extended","at":"2026-04-04T09:00:00Z","reason":"A part","new_date":"2026-04-30"}],)"
      R"("promised":[{"id":"stage_1_acknowledgement","on":"2026-04-02"}]})";
  auto const record = parse_record(text);
  REQUIRE(record.ok());
  CHECK(record_json(record.value()) == text);
}
