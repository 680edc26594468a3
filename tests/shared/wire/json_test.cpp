#include "shared/wire/json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "shared/wire/canonical.hpp"
#include "shared/wire/json_writer.hpp"

using namespace putright;

static json::Fault fault_of(std::string const& text) {
  auto const parsed = json::parse(text, json::kDocumentLimits);
  REQUIRE_FALSE(parsed.ok());
  return parsed.error().fault;
}

TEST_CASE("json: every value remembers where it stood") {
  std::string const text =
      "{\n  \"a\": [1, -2.5e3, true],\n  \"b\\\"c\": \"x \\\" y\", \"d\": null\n}";
  auto const root = json::parse(text, json::kDocumentLimits);
  REQUIRE(root.ok());
  auto const& list = root.value().find("a")->items;
  CHECK(text.substr(list[0].offset, 1) == "1");
  CHECK(text.substr(list[1].offset, 6) == "-2.5e3");
  CHECK(text.substr(list[2].offset, 4) == "true");
  json::Value const* const quoted = root.value().find("b\"c");
  REQUIRE(quoted != nullptr);
  CHECK(text.substr(quoted->offset, 8) == "\"x \\\" y\"");
  CHECK(json::place_of(text, quoted->offset).line == 3);
  CHECK(json::place_of(text, quoted->offset).column == 11);
  CHECK(text.substr(root.value().find("d")->offset, 4) == "null");
}

TEST_CASE("json: what cannot be read is refused by name") {
  CHECK(fault_of("") == json::Fault::not_json);
  CHECK(fault_of("{\"a\":1") == json::Fault::not_json);
  CHECK(fault_of("{} {}") == json::Fault::not_json);
  CHECK(fault_of("\"\\ud800\"") == json::Fault::not_json);
  CHECK(fault_of("\"\xFF\"") == json::Fault::not_json);
  CHECK(fault_of("{\"a\":1,\"a\":2}") == json::Fault::repeated_key);
  CHECK(fault_of(std::string(100000, '[')) == json::Fault::too_deep);
  CHECK(fault_of("\"" + std::string(json::kDocumentLimits.bytes, 'x') + "\"") ==
        json::Fault::too_large);
}

TEST_CASE("json: at the limit of depth it is read, one deeper it is not") {
  auto const nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
  };
  CHECK(json::parse(nested(json::kDocumentLimits.depth), json::kDocumentLimits).ok());
  CHECK_FALSE(json::parse(nested(json::kDocumentLimits.depth + 1), json::kDocumentLimits).ok());
}

static std::string written(json::Value const& value) {
  return json::canonical(value).value_or("");
}

TEST_CASE("json: it reads what nlohmann-json reads, and refuses what that refuses") {
  char const* const texts[] = {"null",
                               "true",
                               "fals",
                               "truee",
                               " \t\r\n[ ] ",
                               "[1,]",
                               "[,1]",
                               "{,}",
                               "{\"a\":}",
                               "{\"a\" 1}",
                               "{a:1}",
                               "0",
                               "-0",
                               "01",
                               "-",
                               "+1",
                               "1.",
                               ".5",
                               "1.5",
                               "1e5",
                               "1e",
                               "1e+",
                               "-9223372036854775808",
                               "9223372036854775807",
                               "0x10",
                               "NaN",
                               "Infinity",
                               "\"\"",
                               "\"",
                               "\"\\\"",
                               "\"\\x\"",
                               "\"\\u00e9\\ud83d\\ude00\"",
                               "\"\\ud83d\"",
                               "\"\\ude00\"",
                               "\"\\ud83dx\"",
                               "\"\\u12\"",
                               "\"\\u-123\"",
                               "\"\\u0000\"",
                               "\"\t\"",
                               "\"twelve plain letters, then “quotes”\"",
                               "\"\xC0\x80\"",
                               "\"\xED\xA0\x80\"",
                               "\"\xF4\x90\x80\x80\"",
                               "\"\xE2\x82\"",
                               "[1 2]",
                               "{\"a\":1 \"b\":2}",
                               "[[[]]]",
                               "/**/1",
                               "1//",
                               "{\"a\":{\"b\":[1,\"two\",null,false]}}"};
  for (std::string const text : texts) {
    CAPTURE(text);
    auto const ours = json::parse(text, json::kDocumentLimits);
    auto const theirs = nlohmann::json::parse(text, nullptr, false);
    CHECK(ours.ok() == !theirs.is_discarded());
    bool const comparable = ours.ok() && !written(ours.value()).empty();
    if (comparable) CHECK(written(ours.value()) == theirs.dump());
  }
}

TEST_CASE("json: a fault is met at the byte that makes it one") {
  auto const fault_at = [](std::string_view text) {
    return json::parse(text, json::kDocumentLimits).error().offset;
  };
  CHECK(fault_at("[1, x]") == 4);
  CHECK(fault_at("{\"a\":1,\"a\":2}") == 7);
  CHECK(fault_at("{} {}") == 3);
  CHECK(fault_at("\"abc") == 4);
}

TEST_CASE("json writer: strings are escaped as RFC 8785 has it") {
  json::Writer writer;
  writer.string(std::string{"\x00\x1F\b\t\n\f\r\"\\/\x7F\xE2\x82\xAC", 14});
  CHECK(writer.take() == "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\x7F\xE2\x82\xAC\"");
}
