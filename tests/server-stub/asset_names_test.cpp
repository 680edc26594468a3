#include "server-stub/http/asset_names.hpp"

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

// The first ten digits of the SHA-256 of `b{}`.
constexpr char kStyles[] = "/assets/portal.ef2a875407.css";

AssetNames names_of(std::string_view manifest) {
  auto names = AssetNames::read(manifest);
  REQUIRE(names.ok());
  return std::move(names).value();
}

bool is_refused(std::string_view manifest) {
  return !AssetNames::read(manifest).ok();
}

TEST_CASE("an address carries a digest between its name and its ending, in lower case, or none") {
  CHECK(plain_name_of("/assets/portal.0123456789.css") == "portal.css");
  CHECK(plain_name_of("/assets/my_own.abcdef0123.wasm") == "my_own.wasm");
  for (std::string_view const other :
       {"/assets/portal.css", "/assets/portal.012345678.css", "/assets/portal.01234567890.css",
        "/assets/portal.012345678G.css", "/assets/portal.012345678A.css", "/assets/.0123456789.css",
        "/assets/portal.0123456789.", "/assets/portal.0123456789", "/assets/portal.js.map",
        "/assets/a/portal.0123456789.css", "/assets/../x.0123456789.css", "/portal.0123456789.css",
        "/assets/", ""}) {
    CAPTURE(other);
    CHECK(plain_name_of(other).empty());
  }
}

TEST_CASE("a digest counts only for the bytes that it is of") {
  CHECK(carries_digest_of(kStyles, "b{}"));
  CHECK_FALSE(carries_digest_of(kStyles, "b{} "));
  CHECK_FALSE(carries_digest_of("/assets/portal.css", "b{}"));
}

TEST_CASE("a manifest that gives a name other than its own with a digest is refused") {
  CHECK(names_of("{}").all().empty());
  CHECK(names_of(R"({"a.js":"a.0123456789.js"})").address_of("a.js") == "/assets/a.0123456789.js");
  CHECK(names_of(R"({"a.js":"a.0123456789.js"})").address_of("b.js").empty());
  CHECK(is_refused(""));
  CHECK(is_refused("[]"));
  CHECK(is_refused(R"({"a.js":"b.0123456789.js"})"));
  CHECK(is_refused(R"({"a.js":"a.js"})"));
  CHECK(is_refused(R"({"a.js":1})"));
  CHECK(is_refused(R"({"a.js":{}})"));
  CHECK(is_refused(R"({"a.js":"x/a.0123456789.js"})"));
}

TEST_CASE("a manifest may be as long as the limit, and no longer") {
  std::string const least = "{}";
  CHECK_FALSE(is_refused(least + std::string(limits::kAssetManifestBytes - 2, ' ')));
  CHECK(is_refused(least + std::string(limits::kAssetManifestBytes - 1, ' ')));
}

TEST_CASE("names are put into links of a page's head, and nowhere else") {
  AssetNames const names =
      names_of(R"({"a.js":"a.0123456789.js","portal.css":"portal.abcdef0123.css"})");
  std::string page = R"(<head><link href="/assets/portal.css"><script src="/assets/a.js"></head>)"
                     R"(<p>"/assets/a.js"</p>)";
  names.write_into(page);
  std::string const named =
      R"(<head><link href="/assets/portal.abcdef0123.css"><script src="/assets/a.0123456789.js">)"
      R"(</head><p>"/assets/a.js"</p>)";
  CHECK(page == named);
  names.write_into(page);
  CHECK(page == named);
  std::string other = "/assets/portal.css";
  names.write_into(other);
  CHECK(other == "/assets/portal.css");
}

}  // namespace
}  // namespace putright::http
