#include "server-stub/http/router.hpp"

#include <doctest/doctest.h>

namespace putright::http {
namespace {

Router sample() {
  Handler const nothing = [](Request const&, Reply const&) {};
  return Router{{{Verb::post, "/api/things", "things", 10, nothing},
                 {Verb::get, "/api/things/{}", "thing", 0, nothing},
                 {Verb::post, "/api/things/{}/parts", "parts", 0, nothing},
                 {Verb::get, "/files/*", "file", 0, nothing},
                 {Verb::get, "/*", "page", 0, nothing},
                 {Verb::post, "/*", "form", 0, nothing}}};
}

std::string_view name_of(Found const& found) {
  return found.route == nullptr ? "" : found.route->name;
}

TEST_CASE("a path is answered by the first pattern that fits it") {
  Router const router = sample();
  CHECK(name_of(router.find(Verb::post, "/api/things")) == "things");
  CHECK(name_of(router.find(Verb::post, "/api/things/7/parts")) == "parts");
  CHECK(name_of(router.find(Verb::get, "/files/a/b")) == "file");
  CHECK(name_of(router.find(Verb::head, "/anything")) == "page");
  CHECK(name_of(router.find(Verb::post, "/anything")) == "form");
}

TEST_CASE("{} captures one whole segment") {
  Router const router = sample();
  Found const found = router.find(Verb::get, "/api/things/HP-1");
  CHECK(name_of(found) == "thing");
  CHECK(found.captured == "HP-1");
  CHECK(name_of(router.find(Verb::get, "/api/things/")) == "page");
  CHECK(name_of(router.find(Verb::get, "/api/things/a/b")) == "page");
}

TEST_CASE("a path that another method would fit says which") {
  Router const router = sample();
  CHECK(router.find(Verb::get, "/api/things").route == nullptr);
  CHECK(router.find(Verb::get, "/api/things").allow == "POST");
  CHECK(router.find(Verb::other, "/anything").allow == "GET, HEAD, POST");
}

}  // namespace
}  // namespace putright::http
