// Why a token lets nobody in: for the operator's figures and `putright colleagues who`. Whoever
// sent the token is told only that it is not good.
#pragma once
#include <array>

#include "shared/base/names.hpp"

namespace putright {

enum class TokenFault {
  /// Not a token at all.
  malformed,
  /// Written as one of ours, and no account has it.
  unknown,
  expired,
  /// Its time has not come: `nbf`, or `iat` ahead of our clock.
  not_yet,
  /// Good for longer than we take.
  too_long,
  /// A token for another purpose (`typ`).
  wrong_type,
  wrong_algorithm,
  unknown_key,
  wrong_signature,
  wrong_issuer,
  wrong_audience,
  /// Nobody is named, or in a way that cannot be kept.
  no_subject,
  /// A person of the issuer's, without a role here.
  no_role,
  /// The issuer could not be asked for its keys, or too long ago.
  no_keys,
  /// No issuer is set.
  no_issuer,
};

inline constexpr std::array<Named<TokenFault>, 15> kTokenFaults{{
    {TokenFault::malformed, "malformed"},
    {TokenFault::unknown, "unknown"},
    {TokenFault::expired, "expired"},
    {TokenFault::not_yet, "not_yet"},
    {TokenFault::too_long, "too_long"},
    {TokenFault::wrong_type, "wrong_type"},
    {TokenFault::wrong_algorithm, "wrong_algorithm"},
    {TokenFault::unknown_key, "unknown_key"},
    {TokenFault::wrong_signature, "wrong_signature"},
    {TokenFault::wrong_issuer, "wrong_issuer"},
    {TokenFault::wrong_audience, "wrong_audience"},
    {TokenFault::no_subject, "no_subject"},
    {TokenFault::no_role, "no_role"},
    {TokenFault::no_keys, "no_keys"},
    {TokenFault::no_issuer, "no_issuer"},
}};

}  // namespace putright
