// The keys that the stub keeps: made on the first start, readable by their owner alone, never
// logged.
//   <folder>/receipts/*.jwk        Ed25519 key pairs (JWK); the last by name signs, all check
//   <folder>/tracking/secret.key   32 random bytes in base64url, from which tracking keys are made
// To rotate, add a newer key pair. To retire one, take the member "d" out of its file: it still
// checks.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/failure.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/keys/public_key.hpp"
#include "shared/calendar/date.hpp"

namespace putright {

/// A key pair in memory. Its secret half is wiped when it goes.
class SigningKey {
 public:
  explicit SigningKey(Digest const& seed);
  ~SigningKey();
  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&&) = delete;
  SigningKey(SigningKey const&) = delete;
  SigningKey& operator=(SigningKey const&) = delete;

  PublicKey const& public_key() const { return public_; }
  /// The Ed25519 signature of these bytes.
  std::array<std::uint8_t, 64> sign(std::string_view bytes) const;

 private:
  std::array<std::uint8_t, 64> secret_{};
  PublicKey public_;
};

/// All that a serving stub needs.
struct Keys {
  SigningKey signing;
  /// Every key that a receipt may name, the signing one last.
  std::vector<PublicKey> checking;
  Digest tracking_secret{};
};

/// Opens the folder; what is missing is made (`now` names the new key's file). Refused with one
/// line when a file cannot be read, is damaged, or may be read by others than its owner.
Outcome<Keys, Failure> open_keys(std::string const& folder, Instant now);

/// The public keys of a folder, without making anything.
Outcome<std::vector<PublicKey>, Failure> read_public_keys(std::string const& folder);

}  // namespace putright
