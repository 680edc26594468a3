// SHA-256, keyed and plain, fresh randomness, and the written forms of bytes.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace putright {

/// 32 bytes: a SHA-256 digest, or a secret of the same length.
using Digest = std::array<std::uint8_t, 32>;

/// Makes libsodium ready. Call once before anything else here; false when the machine has no
/// randomness.
bool start_sodium();

Digest sha256(std::string_view bytes);

/// SHA-256 as base64url: what chains of digests are made with (shared/wire).
std::string digest_text(std::string_view bytes);

/// SHA-256 of bytes that come in parts.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256 const&) = delete;
  Sha256& operator=(Sha256 const&) = delete;
  void take(std::string_view part);
  /// The digest of all parts. Once, and nothing after it.
  Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// HMAC-SHA512 (RFC 2104): 64 bytes that only the holder of the secret can make.
std::array<std::uint8_t, 64> keyed_sha512(Digest const& secret, std::string_view bytes);

/// Whether the two are equal, in a time that does not tell where they differ.
bool equal_in_constant_time(Digest const& left, Digest const& right);

/// Fills the span from the machine's own source of randomness.
void fill_random(std::span<std::uint8_t> bytes);

/// Lower-case hexadecimal digits.
std::string hexadecimal(std::span<std::uint8_t const> bytes);

/// Base64url without padding (RFC 4648, section 5).
std::string base64url(std::span<std::uint8_t const> bytes);
std::string base64url(std::string_view bytes);
/// The bytes of a base64url text; empty when it is not the one way to write them.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace putright
