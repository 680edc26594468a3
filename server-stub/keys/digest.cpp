#include "server-stub/keys/digest.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include "shared/base/require.hpp"

namespace putright {
namespace {

unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

// OpenSSL's SHA-256 uses what the processor has for it; libsodium's is plain C, and takes
// almost five times as long (docs/reference/benchmarks.md). Looked up once: OpenSSL 3 takes longer
// for that than for a short text.
EVP_MD const* sha256_method() {
  static EVP_MD const* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  PUTRIGHT_REQUIRE(method != nullptr);
  return method;
}

}  // namespace

bool start_sodium() {
  return sodium_init() >= 0;
}

Digest sha256(std::string_view bytes) {
  Digest digest;
  unsigned int size = digest.size();
  int const made =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, sha256_method(), nullptr);
  PUTRIGHT_REQUIRE(made == 1 && size == digest.size());
  return digest;
}

struct Sha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> inside{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  PUTRIGHT_REQUIRE(EVP_DigestInit_ex(state_->inside.get(), sha256_method(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::take(std::string_view part) {
  PUTRIGHT_REQUIRE(EVP_DigestUpdate(state_->inside.get(), part.data(), part.size()) == 1);
}

Digest Sha256::finish() {
  Digest digest;
  PUTRIGHT_REQUIRE(EVP_DigestFinal_ex(state_->inside.get(), digest.data(), nullptr) == 1);
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
