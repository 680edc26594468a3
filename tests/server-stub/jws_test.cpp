#include "server-stub/verify/jws.hpp"

#include <doctest/doctest.h>

#include "server-stub/keys/digest.hpp"

namespace putright {
namespace {

constexpr std::string_view kType = "test+jwt";

// The key of RFC 8037, appendix A.
Digest example_seed() {
  auto const bytes = from_base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").value();
  Digest seed{};
  std::copy(bytes.begin(), bytes.end(), seed.begin());
  return seed;
}

NotValid refused(std::string const& jws, std::vector<PublicKey> const& keys) {
  auto const verdict = verify_jws(jws, kType, keys);
  REQUIRE_FALSE(verdict.ok());
  return verdict.error();
}

TEST_CASE("the key of RFC 8037 has the public half, thumbprint and signature that the RFC prints") {
  REQUIRE(start_sodium());
  SigningKey const key{example_seed()};
  CHECK(base64url(key.public_key().bytes) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  CHECK(key.public_key().id == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  CHECK(base64url(key.sign("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc")) ==
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

TEST_CASE("what is signed verifies; any change to it does not") {
  REQUIRE(start_sodium());
  SigningKey const key{example_seed()};
  std::vector<PublicKey> const keys{key.public_key()};
  std::string const jws = sign_jws(key, kType, R"({"a":1})");
  auto const verdict = verify_jws(jws, kType, keys);
  REQUIRE(verdict.ok());
  CHECK(verdict.value().payload == R"({"a":1})");
  CHECK(verdict_json(verdict, Paper::receipt) == R"({"valid":true,"what":"receipt","kid":")" +
                                                     key.public_key().id +
                                                     R"(","payload":{"a":1}})");
  for (std::size_t at = 0; at < jws.size(); ++at) {
    std::string changed = jws;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    CHECK_FALSE(verify_jws(changed, kType, keys).ok());
    CHECK_FALSE(verify_jws(jws.substr(0, at), kType, keys).ok());
  }
}

TEST_CASE("another type, algorithm, key or header is refused with its reason") {
  REQUIRE(start_sodium());
  SigningKey const key{example_seed()};
  std::vector<PublicKey> const keys{key.public_key()};
  std::string const id = key.public_key().id;
  auto const signed_with = [&](std::string const& header) {
    std::string const text = base64url(header) + "." + base64url(std::string_view{"{}"});
    return text + "." + base64url(key.sign(text));
  };
  CHECK(refused(sign_jws(key, "other+jwt", "{}"), keys) == NotValid::other_type);
  CHECK(refused(sign_jws(key, kType, "{}"), {}) == NotValid::unknown_key);
  CHECK(refused(sign_jws(key, kType, "[]"), keys) == NotValid::malformed);
  CHECK(refused(signed_with(R"({"alg":"none","kid":")" + id + R"(","typ":"test+jwt"})"), keys) ==
        NotValid::other_algorithm);
  CHECK(refused(signed_with(R"({"alg":"HS256","kid":")" + id + R"(","typ":"test+jwt"})"), keys) ==
        NotValid::other_algorithm);
  CHECK(
      refused(signed_with(R"({"alg":"EdDSA","crit":["x"],"kid":")" + id + R"(","typ":"test+jwt"})"),
              keys) == NotValid::other_algorithm);
  CHECK(refused(signed_with(R"({"alg":"EdDSA","typ":"test+jwt"})"), keys) == NotValid::unknown_key);
  CHECK(refused("", keys) == NotValid::malformed);
  CHECK(refused("..", keys) == NotValid::malformed);
}

TEST_CASE("base64url: the one way to write bytes, and no other") {
  CHECK(base64url(std::string_view{"\xFF\xFE"}) == "__4");
  CHECK(from_base64url("__4") == "\xFF\xFE");
  for (char const* const text : {"__5", "__4=", "//4", "_", "__4\n", " __4"})
    CHECK_FALSE(from_base64url(text).has_value());
}

TEST_CASE("a JWK set gives its Ed25519 keys and leaves others alone") {
  REQUIRE(start_sodium());
  SigningKey const key{example_seed()};
  auto const back = parse_jwks(jwks_json({key.public_key()}));
  REQUIRE(back.ok());
  REQUIRE(back.value().size() == 1);
  CHECK(back.value()[0].id == key.public_key().id);
  CHECK(parse_jwks(R"({"keys":[{"kty":"RSA","n":"x","e":"AQAB"}]})").value().empty());
  CHECK_FALSE(parse_jwks(R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"short"}]})").ok());
  CHECK_FALSE(parse_jwks("{}").ok());
  CHECK_FALSE(parse_jwks("x").ok());
}

}  // namespace
}  // namespace putright
