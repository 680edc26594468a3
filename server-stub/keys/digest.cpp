#include "server-stub/keys/digest.hpp"

#include <sodium.h>

#include "shared/base/require.hpp"

namespace putright {
namespace {

unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

}  // namespace

bool start_sodium() {
  return sodium_init() >= 0;
}

Digest sha256(std::string_view bytes) {
  static_assert(std::tuple_size_v<Digest> == crypto_hash_sha256_BYTES);
  Digest digest;
  crypto_hash_sha256(digest.data(), bytes_of(bytes), bytes.size());
  return digest;
}

struct Sha256::State {
  crypto_hash_sha256_state inside;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  crypto_hash_sha256_init(&state_->inside);
}

Sha256::~Sha256() = default;

void Sha256::take(std::string_view part) {
  crypto_hash_sha256_update(&state_->inside, bytes_of(part), part.size());
}

Digest Sha256::finish() {
  Digest digest;
  crypto_hash_sha256_final(&state_->inside, digest.data());
  return digest;
}

std::array<std::uint8_t, 64> keyed_sha512(Digest const& secret, std::string_view bytes) {
  static_assert(crypto_auth_hmacsha512_BYTES == 64);
  static_assert(std::tuple_size_v<Digest> == crypto_auth_hmacsha512_KEYBYTES);
  std::array<std::uint8_t, 64> code{};
  crypto_auth_hmacsha512(code.data(), bytes_of(bytes), bytes.size(), secret.data());
  return code;
}

bool equal_in_constant_time(Digest const& left, Digest const& right) {
  return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

void fill_random(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

std::string hexadecimal(std::span<std::uint8_t const> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::string base64url(std::span<std::uint8_t const> bytes) {
  std::string text(
      sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();
  return text;
}

std::string base64url(std::string_view bytes) {
  return base64url(std::span{bytes_of(bytes), bytes.size()});
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  char const* end = nullptr;
  int const refused = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                        bytes.size(), text.data(), text.size(), nullptr, &length,
                                        &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  if (refused != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(length);
  // Unused bits of the last character must be zero, so that one signature has one form.
  if (base64url(bytes) != text) return std::nullopt;
  return bytes;
}

std::string digest_text(std::string_view bytes) {
  return base64url(sha256(bytes));
}

}  // namespace putright
