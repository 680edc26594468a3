#include "server-stub/http/target.hpp"

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

TEST_CASE("a target: the decoded path, without its query") {
  CHECK(parse_target("/") == "/");
  CHECK(parse_target("/homes-plus/?key=1") == "/homes-plus/");
  CHECK(parse_target("/a%20b/c.d#e") == "/a b/c.d");
  CHECK(parse_target("/caf%C3%A9") == "/caf\xC3\xA9");
  CHECK(parse_target("/..a/b..") == "/..a/b..");
}

TEST_CASE("a target that could mean another path is refused") {
  char const* const refused[] = {"",       "a",     "*",       "http://h/a", "//a",       "/a//b",
                                 "/.",     "/..",   "/a/../b", "/a/./b",     "/%2e%2e/a", "/a%2fb",
                                 "/a%2Fb", "/a\\b", "/a%5cb",  "/a%00",      "/a%0a",     "/a%7f",
                                 "/%",     "/%4",   "/%4g",    "/%ff",       "/a/.."};
  for (char const* const target : refused) {
    CAPTURE(target);
    CHECK_FALSE(parse_target(target).has_value());
  }
}

TEST_CASE("a target as long as the limit is read, a longer one is not") {
  std::string target(limits::kTargetBytes, 'x');
  target[0] = '/';
  CHECK(parse_target(target).has_value());
  CHECK_FALSE(parse_target(target + "x").has_value());
}

}  // namespace
}  // namespace putright::http
