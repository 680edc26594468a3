// The keys that the stub keeps: made on the first start, readable by their owner alone, never
// logged.
//   <folder>/receipts/*.jwk        Ed25519 key pairs (JWK); the last by name signs, all check
//   <folder>/tracking/secret.key   32 random bytes in base64url, from which tracking keys are made
// `putright keys rotate` adds a newer key pair. To retire one, take the member "d" out of its file:
// it still checks.
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

/// What to do when there are no keys: a first start makes them; a store that has complaints must
/// have its own.
enum class MissingKeys { are_made, are_refused };

/// Opens the folder (`now` names a new key's file). Refused with one line when a file cannot be
/// read, is damaged, or may be read by others than its owner.
Outcome<Keys, Failure> open_keys(std::string const& folder, Instant now, MissingKeys missing);

/// `rests`: it could sign, and a newer one does. `checks`: its secret half is gone.
enum class KeyUse { signs, rests, checks };

struct ListedKey {
  std::string file;
  PublicKey checking;
  KeyUse use;
};

/// The keys by name of their files, oldest first. Refused like `open_keys`.
Outcome<std::vector<ListedKey>, Failure> list_keys(std::string const& folder);

/// Makes a new key, which signs from the next `open_keys` on, and whatever else is missing. Refused
/// when the clock is not past the newest key: the new one would not be the last.
Outcome<PublicKey, Failure> rotate_keys(std::string const& folder, Instant now);

/// The public keys of a folder, without making anything.
Outcome<std::vector<PublicKey>, Failure> read_public_keys(std::string const& folder);

}  // namespace putright
