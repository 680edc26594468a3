// Public keys of an OpenID Connect issuer (JWKS: RFC 7517, 7518, 8037), and the signatures they
// check. The arithmetic is OpenSSL's.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <openssl/types.h>

#include "server-stub/failure.hpp"
#include "shared/base/names.hpp"

namespace putright {

/// The algorithms that we take: each belongs to one kind of key, so that no token can choose how a
/// key is used. Never `none`, and never one with a shared secret (RFC 8725, 3.1 and 3.2).
enum class SigningAlgorithm { rs256, ps256, es256, eddsa };

inline constexpr std::array<Named<SigningAlgorithm>, 4> kSigningAlgorithms{{
    {SigningAlgorithm::rs256, "RS256"},
    {SigningAlgorithm::ps256, "PS256"},
    {SigningAlgorithm::es256, "ES256"},
    {SigningAlgorithm::eddsa, "EdDSA"},
}};

/// RSA keys shorter than this are too weak (RFC 7518, 3.3); longer ones than the other take too
/// long.
inline constexpr int kRsaLeastBits = 2048;
inline constexpr int kRsaMostBits = 8192;
/// Keys of one issuer, at most.
inline constexpr std::size_t kMaxIssuerKeys = 64;

struct KeyFree {
  void operator()(EVP_PKEY* key) const;
};

/// One key that can check signatures.
class IssuerKey {
 public:
  IssuerKey(std::string id, std::vector<SigningAlgorithm> algorithms, EVP_PKEY* key)
      : id_(std::move(id)), algorithms_(std::move(algorithms)), key_(key) {}

  std::string const& id() const { return id_; }
  bool takes(SigningAlgorithm algorithm) const;
  /// Whether the signature (as a JWS has it) over these bytes is this key's. False for an algorithm
  /// that the key does not take.
  bool signed_by(SigningAlgorithm algorithm, std::string_view bytes,
                 std::string_view signature) const;

 private:
  std::string id_;
  std::vector<SigningAlgorithm> algorithms_;
  std::unique_ptr<EVP_PKEY, KeyFree> key_;
};

using IssuerKeySet = std::vector<IssuerKey>;

/// The keys of a JWK set that have a `kid` and can check signatures that we take; others are left
/// alone. Refused with one line when it is no JWK set, or has too many keys.
Outcome<IssuerKeySet, Failure> parse_issuer_keys(std::string_view jwks);

}  // namespace putright
