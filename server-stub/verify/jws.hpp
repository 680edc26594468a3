// Compact JWS (RFC 7515) with Ed25519 (RFC 8037): makes and checks signed receipts. Takes no other
// algorithm, no key from the token itself, and no header it does not know to be harmless.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/keys/key_folder.hpp"
#include "server-stub/keys/public_key.hpp"
#include "shared/base/outcome.hpp"

namespace putright {

/// Why a receipt is not valid.
enum class NotValid { malformed, other_type, other_algorithm, unknown_key, wrong_signature };

/// The name that goes out, such as `wrong_signature`.
std::string_view name(NotValid why);
/// One sentence for the person who asked.
std::string_view words_of(NotValid why);

/// A receipt whose signature is good: the key that signed it, and its payload (a JSON object) as
/// signed.
struct Verified {
  std::string key_id;
  std::string payload;
};

/// `header.payload.signature` with `alg` EdDSA, the key's id and this type.
std::string sign_jws(SigningKey const& key, std::string_view type, std::string_view payload);

/// Checks a compact JWS of this type against these keys.
Outcome<Verified, NotValid> verify_jws(std::string_view jws, std::string_view type,
                                       std::vector<PublicKey> const& keys);

/// `{"valid":true,"kid":...,"payload":{...}}`, or `{"valid":false,"why":{"code":...,"words":...}}`.
std::string verdict_json(Outcome<Verified, NotValid> const& verdict);

}  // namespace putright
