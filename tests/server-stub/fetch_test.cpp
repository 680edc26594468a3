#include "server-stub/colleagues/fetch.hpp"

#include <doctest/doctest.h>

namespace putright {
namespace {

TEST_CASE("fetch: only https, or http to this machine, without names, queries or fragments") {
  for (char const* url :
       {"https://login.example.org", "https://login.example.org/realms/a/", "https://a:8443/x",
        "https://[::1]:8443", "http://127.0.0.1", "http://127.0.0.1:4000/x", "http://localhost:1"})
    CHECK_MESSAGE(is_fetchable(url), url);
  for (char const* url :
       {"", "https://", "https:///x", "https://:443", "HTTPS://a", "http://login.example.org",
        "http://127.0.0.1.example.org", "http://localhost.example.org/", "http://127.0.0.10",
        "http://localhost@example.org", "https://a@b", "https://a?x", "https://a#x", "https://a\\b",
        "https://a b", "file:///etc/passwd", "ftp://a", "//a"})
    CHECK_MESSAGE(!is_fetchable(url), url);
}

TEST_CASE("fetch: what may not be asked is not asked") {
  std::atomic<bool> const ending{false};
  auto const fetched = fetch("file:///etc/passwd", ending);
  REQUIRE_FALSE(fetched.ok());
  CHECK(fetched.error().why == "may not be asked: file:///etc/passwd");
}

}  // namespace
}  // namespace putright
