#include "server-stub/http/form.hpp"

#include <doctest/doctest.h>

#include "server-stub/http/utf8.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

TEST_CASE("a form: names and values in order, decoded as the URL Standard says") {
  struct Row {
    char const* body;
    FormFields fields;
  };
  Row const rows[] = {
      {"", {}},
      {"a=1&b=2&a=3", {{"a", "1"}, {"b", "2"}, {"a", "3"}}},
      {"a=b+c%2B%26%3D", {{"a", "b c+&="}}},
      {"a=b=c", {{"a", "b=c"}}},
      {"a", {{"a", ""}}},
      {"=b&&&", {{"", "b"}}},
      {"a=%zz%4", {{"a", "%zz%4"}}},
      {"caf%C3%A9=%F0%9F%98%80", {{"caf\xC3\xA9", "\xF0\x9F\x98\x80"}}},
      {"a=1%0D%0A2%0D3%0A4", {{"a", "1\n2\n3\n4"}}},
      {"a=x%FFy", {{"a", "x\xEF\xBF\xBDy"}}},
  };
  for (auto const& row : rows) {
    CAPTURE(row.body);
    CHECK(parse_form(row.body).value() == row.fields);
  }
}

TEST_CASE("a form: as many fields as the limit, and not one more") {
  std::string body;
  for (std::size_t count = 0; count < limits::kFormFields; ++count)
    body += "f=&";
  CHECK(parse_form(body)->size() == limits::kFormFields);
  CHECK_FALSE(parse_form(body + "f=").has_value());
}

TEST_CASE(
    "bytes that are not UTF-8: one U+FFFD for each longest part, as in the Unicode Standard") {
  struct Row {
    char const* bytes;
    int replaced;
  };
  Row const rows[] = {
      {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", 0},
      {"\x80", 1},
      {"\xC0\xAF", 2},          // a slash written too long
      {"\xE0\x80\x80", 3},      // too long
      {"\xED\xA0\x80", 3},      // a surrogate
      {"\xF4\x90\x80\x80", 4},  // past U+10FFFF
      {"\xE2\x82", 1},          // cut short at the end
      {"\xE2\x82"
       "A",
       1},
      {"\xF0\x9F\x98"
       "A",
       1},
      {"\xF5\xFF", 2},
  };
  for (auto const& row : rows) {
    CAPTURE(row.bytes);
    std::string const text = replace_invalid_utf8(row.bytes);
    int replaced = 0;
    for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string::npos;
         at = text.find("\xEF\xBF\xBD", at + 3)) {
      ++replaced;
    }
    CHECK(replaced == row.replaced);
    CHECK(is_utf8(row.bytes) == (row.replaced == 0));
    CHECK(is_utf8(text));
  }
}

}  // namespace
}  // namespace putright::http
