#include "server-stub/colleagues/identity_token.hpp"

#include <algorithm>
#include <charconv>

#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "shared/wire/json.hpp"

namespace putright {
namespace {

using json::Kind;
using json::Value;

constexpr json::Limits kTokenLimits{.bytes = limits::kIdentityTokenBytes, .depth = 16};
constexpr std::size_t kSubjectCharacters = 255;
/// The last second of the year 9999: no claim is later, so that no sum overflows.
constexpr std::int64_t kLastSecond = 253402300799;

using Fault = std::optional<TokenFault>;

struct Parts {
  std::string_view signed_text;
  Value header;
  Value claims;
  std::string signature;
};

std::optional<Value> object_in(std::string_view base64) {
  auto const text = from_base64url(base64);
  if (!text) return std::nullopt;
  auto value = json::parse(*text, kTokenLimits);
  if (!value.ok() || value.value().kind != Kind::object) return std::nullopt;
  return std::move(value).value();
}

std::optional<Parts> split(std::string_view token) {
  std::size_t const first = token.find('.');
  std::size_t const last = token.rfind('.');
  if (token.size() > limits::kIdentityTokenBytes || first == last ||
      first == std::string_view::npos)
    return std::nullopt;
  auto header = object_in(token.substr(0, first));
  auto claims = object_in(token.substr(first + 1, last - first - 1));
  auto signature = from_base64url(token.substr(last + 1));
  if (!header || !claims || !signature) return std::nullopt;
  return Parts{token.substr(0, last), std::move(*header), std::move(*claims),
               std::move(*signature)};
}

std::string lower_case(std::string_view text) {
  std::string lower{text};
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// RFC 8725, 3.11: a token for another purpose (a logout token, a signed request) is not taken.
bool is_right_type(Value const& header) {
  if (header.find("typ") == nullptr) return true;
  std::string const type = lower_case(header.string_at("typ"));
  return type == "jwt" || type == "at+jwt" || type == "application/at+jwt";
}

Fault signature_fault(Parts const& parts, IssuerKeySet const& keys) {
  auto const algorithm = value_in(kSigningAlgorithms, parts.header.string_at("alg"));
  // RFC 7515, 4.1.11: what "crit" lists must be understood, and we understand no extension.
  if (!algorithm || parts.header.find("crit") != nullptr) return TokenFault::wrong_algorithm;
  if (!is_right_type(parts.header)) return TokenFault::wrong_type;
  bool known = false;
  for (auto const& key : keys) {
    if (key.id() != parts.header.string_at("kid")) continue;
    known = true;
    if (key.signed_by(*algorithm, parts.signed_text, parts.signature)) return std::nullopt;
  }
  return known ? TokenFault::wrong_signature : TokenFault::unknown_key;
}

// A NumericDate: seconds, and a fraction that we drop (RFC 7519, 2).
std::optional<Instant> instant_at(Value const& claims, std::string_view name) {
  Value const* const found = claims.find(name);
  if (found == nullptr || (found->kind != Kind::integer && found->kind != Kind::real))
    return std::nullopt;
  std::int64_t seconds = found->integer;
  if (found->kind == Kind::real) {
    std::string_view const digits{found->string};
    auto const [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error != std::errc{} || end == digits.data() + digits.size() || *end != '.' ||
        digits.find_first_of("eE") != std::string_view::npos)
      return std::nullopt;
  }
  if (seconds < 0 || seconds > kLastSecond) return std::nullopt;
  return Instant{std::chrono::seconds{seconds}};
}

Fault time_fault(Value const& claims, Instant now) {
  auto const issued = instant_at(claims, "iat");
  auto const expires = instant_at(claims, "exp");
  if (!issued || !expires) return TokenFault::malformed;
  if (claims.find("nbf") != nullptr) {
    auto const from = instant_at(claims, "nbf");
    if (!from) return TokenFault::malformed;
    if (now + kClockSkew < *from) return TokenFault::not_yet;
  }
  if (now + kClockSkew < *issued) return TokenFault::not_yet;
  if (now >= *expires + kClockSkew) return TokenFault::expired;
  if (*expires - *issued > kLongestTokenTime) return TokenFault::too_long;
  return std::nullopt;
}

bool has_audience(Value const& claims, std::string_view audience) {
  Value const* const found = claims.find("aud");
  if (found == nullptr) return false;
  if (found->kind == Kind::string) return found->string == audience;
  return std::any_of(found->items.begin(), found->items.end(), [&](Value const& one) {
    return one.kind == Kind::string && one.string == audience;
  });
}

// OpenID Connect Core, 2: at most 255 ASCII characters. Spaces and control characters have no
// business in what the audit names.
bool is_subject(std::string_view text) {
  return !text.empty() && text.size() <= kSubjectCharacters &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

std::string name_in_claims(Value const& claims) {
  for (char const* claim : {"name", "preferred_username"}) {
    if (is_colleague_name(claims.string_at(claim))) return std::string{claims.string_at(claim)};
  }
  return std::string{claims.string_at("sub").substr(0, kColleagueNameCharacters)};
}

std::vector<ColleagueRole> roles_in_claim(Value const* claim) {
  std::vector<ColleagueRole> roles;
  if (claim == nullptr) return roles;
  for (auto const& item : claim->items) {
    std::string_view name{item.string};
    if (name.substr(0, kRolePrefix.size()) == kRolePrefix) name.remove_prefix(kRolePrefix.size());
    auto const role = value_in(kColleagueRoles, name);
    if (item.kind == Kind::string && role &&
        std::find(roles.begin(), roles.end(), *role) == roles.end())
      roles.push_back(*role);
  }
  return roles;
}

Outcome<Colleague, TokenFault> colleague_in(Value const& claims, Expected const& expected) {
  std::string_view const subject = claims.string_at("sub");
  if (!is_subject(subject)) return TokenFault::no_subject;
  Colleague colleague{std::string{kIssuerIdPrefix} + std::string{subject}, name_in_claims(claims),
                      roles_in_claim(claims.find(expected.roles_claim))};
  if (colleague.roles.empty()) return TokenFault::no_role;
  return colleague;
}

}  // namespace

Outcome<Colleague, TokenFault> check_identity_token(std::string_view token,
                                                    IssuerKeySet const& keys,
                                                    Expected const& expected, Instant now) {
  auto const parts = split(token);
  if (!parts) return TokenFault::malformed;
  // The signature first: until it is good, a claim is anybody's words.
  if (auto const fault = signature_fault(*parts, keys)) return *fault;
  if (parts->claims.string_at("iss") != expected.issuer) return TokenFault::wrong_issuer;
  if (!has_audience(parts->claims, expected.audience)) return TokenFault::wrong_audience;
  if (auto const fault = time_fault(parts->claims, now)) return *fault;
  return colleague_in(parts->claims, expected);
}

}  // namespace putright
