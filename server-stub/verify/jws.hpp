// Compact JWS (RFC 7515) with Ed25519 (RFC 8037): makes and checks signed papers. Takes no other
// algorithm, no key from the token itself, and no header it does not know to be harmless.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/keys/key_folder.hpp"
#include "server-stub/keys/public_key.hpp"
#include "server-stub/limits.hpp"
#include "shared/base/outcome.hpp"

namespace putright {

/// The papers that are signed.
enum class Paper { receipt, case_file, audit };

/// Why a paper is not valid.
enum class NotValid { malformed, other_type, other_algorithm, unknown_key, wrong_signature };

/// The name that goes out, such as `wrong_signature`.
std::string_view name(NotValid why);
/// One sentence for the person who asked.
std::string words_of(NotValid why, Paper paper);

/// A paper whose signature is good: the key that signed it, and its payload (a JSON object) as
/// signed.
struct Verified {
  std::string key_id;
  std::string payload;
};

/// `header.payload.signature` with `alg` EdDSA, the key's id and this type.
std::string sign_jws(SigningKey const& key, std::string_view type, std::string_view payload);

/// Checks a compact JWS of this type, at most so long, against these keys.
Outcome<Verified, NotValid> verify_jws(std::string_view jws, std::string_view type,
                                       std::vector<PublicKey> const& keys,
                                       std::size_t most_bytes = limits::kReceiptBytes);

/// What a compact JWS says, before anybody has checked that it is ours.
struct SignedParts {
  std::string type;
  std::string payload;
};

/// Empty when it is no JWS at all, or longer than that.
std::optional<SignedParts> open_jws(std::string_view jws, std::size_t most_bytes);

/// `{"valid":true,"what":"receipt","kid":...,"payload":{...}}`, or
/// `{"valid":false,"what":...,"why":{"code":...,"words":...}}`.
std::string verdict_json(Outcome<Verified, NotValid> const& verdict, Paper paper);

}  // namespace putright
