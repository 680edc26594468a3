// Checks the tokens of an OpenID Connect issuer: signed JWTs (RFC 7519, 9068), by the advice of RFC
// 8725. Pure: the keys and the instant are arguments.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "server-stub/colleagues/colleague.hpp"
#include "server-stub/colleagues/issuer_key.hpp"
#include "server-stub/colleagues/token_fault.hpp"
#include "shared/base/outcome.hpp"
#include "shared/calendar/date.hpp"

namespace putright {

/// What a token must say.
struct Expected {
  std::string issuer;
  std::string audience;
  /// The claim that lists the roles.
  std::string roles_claim;
};

/// How far the issuer's clock and ours may differ.
inline constexpr std::chrono::seconds kClockSkew{60};
/// A token that is good for longer, from `iat` to `exp`, is not taken: who left must not come back.
inline constexpr std::chrono::hours kLongestTokenTime{24};
/// How a colleague's id begins who comes from the issuer.
inline constexpr std::string_view kIssuerIdPrefix = "oidc:";
/// What may stand before a role's name in the token, so that other programs' roles are not ours.
inline constexpr std::string_view kRolePrefix = "putright.";

/// The colleague that this token names, or the first thing that is wrong with it.
Outcome<Colleague, TokenFault> check_identity_token(std::string_view token,
                                                    IssuerKeySet const& keys,
                                                    Expected const& expected, Instant now);

}  // namespace putright
