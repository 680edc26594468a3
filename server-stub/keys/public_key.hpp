// Public keys that receipts are checked with, and their written form (JWK and JWKS: RFC 7517, RFC
// 8037).
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/failure.hpp"

namespace putright {

/// An Ed25519 public key. `id` is its RFC 7638 thumbprint, which receipts name as `kid`.
struct PublicKey {
  std::string id;
  std::array<std::uint8_t, 32> bytes;
};

/// The key with its thumbprint worked out.
PublicKey make_public_key(std::array<std::uint8_t, 32> const& bytes);

/// The keys as a JWK set.
std::string jwks_json(std::vector<PublicKey> const& keys);

/// The Ed25519 keys of a JWK set, or of one JWK; other kinds of key are left alone. Refused with
/// one line when it is neither, or when an Ed25519 key in it cannot be read.
Outcome<std::vector<PublicKey>, Failure> parse_jwks(std::string_view text);

}  // namespace putright
