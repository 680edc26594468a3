#include "server-stub/colleagues/identity_token.hpp"

#include <doctest/doctest.h>

#include "server-stub/colleagues/issuer.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/verify/jws.hpp"

namespace putright {
namespace {

using namespace std::chrono_literals;

Expected const kExpected{"https://login.example.org", "putright", "roles"};
Instant const kNow = parse_instant("2026-11-22T12:00:00Z").value();

SigningKey signing_key() {
  REQUIRE(start_sodium());
  return SigningKey{sha256("a key for tests")};
}

IssuerKeySet keys_of(SigningKey const& key) {
  auto keys = parse_issuer_keys(jwks_json({key.public_key()}));
  REQUIRE(keys.ok());
  REQUIRE(keys.value().size() == 1);
  return std::move(keys).value();
}

std::string second(Instant instant) {
  return std::to_string(instant.time_since_epoch().count());
}

// Claims as JSON; an empty one is left out.
struct Claims {
  std::string iss = R"("https://login.example.org")";
  std::string aud = R"("putright")";
  std::string sub = R"("248289761001")";
  std::string name = R"("Anna Booth")";
  std::string roles = R"(["handle"])";
  std::string iat = second(kNow);
  std::string exp = second(kNow + 5min);
  std::string nbf{};

  std::string json() const {
    std::string all;
    auto const add = [&](char const* claim, std::string const& value) {
      if (!value.empty()) all += std::string{all.empty() ? "\"" : ",\""} + claim + "\":" + value;
    };
    add("iss", iss);
    add("aud", aud);
    add("sub", sub);
    add("name", name);
    add("roles", roles);
    add("iat", iat);
    add("exp", exp);
    add("nbf", nbf);
    return "{" + all + "}";
  }
};

Outcome<Colleague, TokenFault> judge(Claims const& claims, Expected const& expected = kExpected) {
  SigningKey const key = signing_key();
  return check_identity_token(sign_jws(key, "JWT", claims.json()), keys_of(key), expected, kNow);
}

// The fault's name, or `good`.
std::string verdict(Claims const& claims) {
  auto const judged = judge(claims);
  return std::string{judged.ok() ? "good" : name_in(kTokenFaults, judged.error())};
}

TEST_CASE("identity tokens: a good one names the colleague, with the roles that are ours") {
  auto const judged =
      judge({.roles = R"(["putright.preview","report","report","admin","other.handle",7])"});
  REQUIRE(judged.ok());
  CHECK(judged.value().id == "oidc:248289761001");
  CHECK(judged.value().name == "Anna Booth");
  CHECK(role_names(judged.value().roles) == "preview, report");
}

TEST_CASE("identity tokens: without a name that can be shown, the subject stands for it") {
  for (char const* name : {"", "7", "\"\"", "\" a\"", "\"a\\nb\""}) {
    auto const judged = judge({.name = name});
    REQUIRE(judged.ok());
    CHECK(judged.value().name == "248289761001");
  }
  CHECK(judge({.name = R"(" ","preferred_username":"anna.booth")"}).value().name == "anna.booth");
}

TEST_CASE("identity tokens: the roles are where the setting says, and nowhere else") {
  Expected elsewhere = kExpected;
  elsewhere.roles_claim = "https://example.org/roles";
  CHECK_FALSE(judge({}, elsewhere).ok());
  CHECK(judge({.roles = R"([],"https://example.org/roles":["handle"])"}, elsewhere).ok());
}

TEST_CASE("identity tokens: each claim that is wrong is told by name") {
  struct Row {
    Claims claims;
    char const* verdict;
  };
  Row const rows[] = {
      {{}, "good"},
      {{.iss = R"("https://login.example.org/")"}, "wrong_issuer"},
      {{.iss = ""}, "wrong_issuer"},
      {{.iss = R"(["https://login.example.org"])"}, "wrong_issuer"},
      {{.aud = R"(["other","putright"])"}, "good"},
      {{.aud = R"("putright-test")"}, "wrong_audience"},
      {{.aud = R"(["other"])"}, "wrong_audience"},
      {{.aud = R"({"putright":"putright"})"}, "wrong_audience"},
      {{.aud = ""}, "wrong_audience"},
      {{.sub = ""}, "no_subject"},
      {{.sub = R"("")"}, "no_subject"},
      {{.sub = R"("two words")"}, "no_subject"},
      {{.sub = R"("siân")"}, "no_subject"},
      {{.sub = "\"" + std::string(255, 's') + "\""}, "good"},
      {{.sub = "\"" + std::string(256, 's') + "\""}, "no_subject"},
      {{.roles = ""}, "no_role"},
      {{.roles = "[]"}, "no_role"},
      {{.roles = R"("handle")"}, "no_role"},
      {{.roles = R"(["Handle"," handle"])"}, "no_role"},
      {{.iat = ""}, "malformed"},
      {{.exp = ""}, "malformed"},
      {{.exp = R"("1800000000")"}, "malformed"},
      {{.exp = "1e10"}, "malformed"},
      {{.exp = "-1"}, "malformed"},
      {{.exp = "253402300800"}, "malformed"},
      {{.exp = "9223372036854775807"}, "malformed"},
      {{.nbf = "null"}, "malformed"},
      {{.exp = second(kNow + 5min) + ".75"}, "good"},
  };
  for (auto const& row : rows) {
    CAPTURE(row.claims.json());
    CHECK(verdict(row.claims) == row.verdict);
  }
}

TEST_CASE("identity tokens: clocks may differ by a minute, and a token is good for a day at most") {
  CHECK(verdict({.exp = second(kNow - 59s)}) == "good");
  CHECK(verdict({.exp = second(kNow - 60s)}) == "expired");
  CHECK(verdict({.nbf = second(kNow + 60s)}) == "good");
  CHECK(verdict({.nbf = second(kNow + 61s)}) == "not_yet");
  CHECK(verdict({.iat = second(kNow + 60s)}) == "good");
  CHECK(verdict({.iat = second(kNow + 61s)}) == "not_yet");
  CHECK(verdict({.exp = second(kNow + 24h)}) == "good");
  CHECK(verdict({.exp = second(kNow + 24h + 1s)}) == "too_long");
}

TEST_CASE("identity tokens: what is no signed token of this kind is refused") {
  SigningKey const key = signing_key();
  IssuerKeySet const keys = keys_of(key);
  auto const fault = [&](std::string const& token) {
    auto const judged = check_identity_token(token, keys, kExpected, kNow);
    return std::string{judged.ok() ? "good" : name_in(kTokenFaults, judged.error())};
  };
  std::string const good = sign_jws(key, "JWT", Claims{}.json());
  CHECK(fault(good) == "good");
  CHECK(fault(sign_jws(key, "at+jwt", Claims{}.json())) == "good");
  CHECK(fault(sign_jws(key, "application/AT+JWT", Claims{}.json())) == "good");
  CHECK(fault(sign_jws(key, "logout+jwt", Claims{}.json())) == "wrong_type");
  CHECK(fault(sign_jws(key, "JWT", "[]")) == "malformed");
  CHECK(fault(sign_jws(key, "JWT", R"({"sub":"a","sub":"b"})")) == "malformed");
  for (std::string const& token :
       {std::string{}, std::string{"."}, std::string{".."}, good.substr(1), good + "=", good + ".x",
        good.substr(0, good.rfind('.')), "{}" + good})
    CHECK(fault(token) == "malformed");
  CHECK(fault(good.substr(0, good.rfind('.') + 1)) == "wrong_signature");
  std::string const other = sign_jws(key, "JWT", Claims{.sub = R"("other")"}.json());
  CHECK(fault(good.substr(0, good.rfind('.')) + other.substr(other.rfind('.'))) ==
        "wrong_signature");
  auto const with_header = [&](std::string const& header) {
    std::string const text = base64url(header) + "." + base64url(Claims{}.json());
    return fault(text + "." + base64url(key.sign(text)));
  };
  std::string const kid = R"("kid":")" + key.public_key().id + "\"";
  CHECK(with_header(R"({"alg":"EdDSA",)" + kid + "}") == "good");
  CHECK(with_header(R"({"alg":"EdDSA"})") == "unknown_key");
  CHECK(with_header(R"({"alg":"EdDSA","kid":"other"})") == "unknown_key");
  CHECK(with_header(R"({"alg":"none",)" + kid + "}") == "wrong_algorithm");
  CHECK(with_header(R"({"alg":"HS256",)" + kid + "}") == "wrong_algorithm");
  CHECK(with_header(R"({"alg":"RS256",)" + kid + "}") == "wrong_signature");
  CHECK(with_header(R"({"alg":"EdDSA","crit":["b64"],"b64":false,)" + kid + "}") ==
        "wrong_algorithm");
}

TEST_CASE("identity tokens: the longest is judged, and one byte more is not") {
  SigningKey const key = signing_key();
  auto const token_of = [&](std::size_t more) {
    return sign_jws(key, "JWT", Claims{.nbf = "0,\"x\":\"" + std::string(more, 'x') + "\""}.json());
  };
  std::size_t const room = (limits::kIdentityTokenBytes - token_of(0).size()) * 3 / 4;
  REQUIRE(token_of(room).size() <= limits::kIdentityTokenBytes);
  CHECK(check_identity_token(token_of(room), keys_of(key), kExpected, kNow).ok());
  REQUIRE(token_of(room + 4).size() > limits::kIdentityTokenBytes);
  CHECK_FALSE(check_identity_token(token_of(room + 4), keys_of(key), kExpected, kNow).ok());
}

TEST_CASE("issuer's keys: those without a use for us are left alone, and too many are refused") {
  SigningKey const key = signing_key();
  std::string const x = base64url(key.public_key().bytes);
  auto const count = [](std::string const& rows) {
    auto const keys = parse_issuer_keys("{\"keys\":[" + rows + "]}");
    REQUIRE(keys.ok());
    return keys.value().size();
  };
  auto const row = [&](std::string const& more) {
    return R"({"kty":"OKP","crv":"Ed25519","x":")" + x + "\"" + more + "}";
  };
  CHECK(count(row(R"(,"kid":"a")")) == 1);
  CHECK(count(row(R"(,"kid":"a","use":"sig","alg":"EdDSA","key_ops":["verify"])")) == 1);
  for (char const* more : {"", R"(,"kid":"")", R"(,"kid":7)", R"(,"kid":"a","use":"enc")",
                           R"(,"kid":"a","key_ops":["sign"])", R"(,"kid":"a","alg":"RS256")",
                           R"(,"kid":"a","alg":"HS256")"})
    CHECK(count(row(more)) == 0);
  for (char const* other :
       {R"({"kid":"a","kty":"oct","k":"c2VjcmV0"})", R"({"kid":"a","kty":"OKP","crv":"X25519"})",
        R"({"kid":"a","kty":"EC","crv":"P-256","x":"AQ","y":"AQ"})",
        R"({"kid":"a","kty":"RSA","n":"AQAB","e":"AQAB"})", R"({"kid":"a","kty":"RSA"})", "7"})
    CHECK(count(other) == 0);
  std::string many = row(R"(,"kid":"a")");
  for (std::size_t at = 1; at < kMaxIssuerKeys; ++at)
    many += "," + row(R"(,"kid":"a")");
  CHECK(count(many) == kMaxIssuerKeys);
  CHECK_FALSE(parse_issuer_keys("{\"keys\":[" + many + ",7]}").ok());
  for (char const* text : {"", "[]", "{}", R"({"keys":{}})"})
    CHECK_FALSE(parse_issuer_keys(text).ok());
}

TEST_CASE("issuer's keys: a point that is not on the curve is no key") {
  auto const count = [](std::string const& y) {
    // The generator of P-256 (SEC 2, 2.4.2).
    std::string const x = "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY";
    return parse_issuer_keys(R"({"keys":[{"kid":"a","kty":"EC","crv":"P-256","x":")" + x +
                             R"(","y":")" + y + "\"}]}")
        .value()
        .size();
  };
  CHECK(count("T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU") == 1);
  CHECK(count("T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfY") == 0);
}

TEST_CASE("issuer's keys: they are believed until they are a day old, and not without any") {
  SigningKey const key = signing_key();
  std::string const token = sign_jws(key, "JWT", Claims{}.json());
  KnownKeys::Clock::time_point const start{};
  KnownKeys known;
  CHECK(known.check(token, kExpected, kNow, start).error() == TokenFault::no_keys);
  known.take(keys_of(key), start);
  CHECK(known.check(token, kExpected, kNow, start + limits::kIssuerKeysOldest).ok());
  CHECK(known.check(token, kExpected, kNow, start + limits::kIssuerKeysOldest + 1ns).error() ==
        TokenFault::no_keys);
}

TEST_CASE("issuer: it is asked again by age, after a failure, and rarely for keys not known") {
  KnownKeys::Clock::time_point const last{};
  CHECK(next_time_to_ask(last, Asked::read, Missed::nothing) == last + limits::kIssuerPause);
  CHECK(next_time_to_ask(last, Asked::failed, Missed::nothing) == last + limits::kIssuerRetryPause);
  for (Asked const asked : {Asked::read, Asked::failed})
    CHECK(next_time_to_ask(last, asked, Missed::a_key) == last + limits::kIssuerLeastPause);
}

}  // namespace
}  // namespace putright
