#include "server-stub/colleagues/issuer_key.hpp"

#include <algorithm>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "shared/wire/json.hpp"

namespace putright {
namespace {

using json::Kind;
using json::Value;

constexpr json::Limits kJwksLimits{.bytes = limits::kIssuerBytes, .depth = 8};
constexpr std::size_t kCoordinateBytes = 32;
constexpr std::size_t kEd25519Bytes = 32;
constexpr std::size_t kRsaExponentBytes = 8;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* it) const {
    Free(it);
  }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;
using Number = Owned<BIGNUM, BN_free>;
using Builder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using EcSignature = Owned<ECDSA_SIG, ECDSA_SIG_free>;

unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

Number number_of(std::string_view big_endian) {
  return Number{BN_bin2bn(bytes_of(big_endian), static_cast<int>(big_endian.size()), nullptr)};
}

EVP_PKEY* key_from(char const* kind, Builder const& builder) {
  Parameters const parameters{OSSL_PARAM_BLD_to_param(builder.get())};
  KeyContext const context{EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr)};
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
    return nullptr;
  return key;
}

std::string bytes_at(Value const& jwk, std::string_view name) {
  return from_base64url(jwk.string_at(name)).value_or(std::string{});
}

EVP_PKEY* rsa_key(Value const& jwk) {
  std::string const modulus = bytes_at(jwk, "n");
  std::string const exponent = bytes_at(jwk, "e");
  Number const n = number_of(modulus);
  Number const e = number_of(exponent);
  if (!n || !e || exponent.size() > kRsaExponentBytes || BN_is_odd(e.get()) != 1 ||
      BN_is_one(e.get()) == 1 || BN_num_bits(n.get()) < kRsaLeastBits ||
      BN_num_bits(n.get()) > kRsaMostBits)
    return nullptr;
  Builder const builder{OSSL_PARAM_BLD_new()};
  if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
    return nullptr;
  return key_from("RSA", builder);
}

// A point that is not on the curve is refused by OpenSSL.
EVP_PKEY* p256_key(Value const& jwk) {
  std::string const x = bytes_at(jwk, "x");
  std::string const y = bytes_at(jwk, "y");
  if (jwk.string_at("crv") != "P-256" || x.size() != kCoordinateBytes ||
      y.size() != kCoordinateBytes)
    return nullptr;
  std::string const point = "\x04" + x + y;
  Builder const builder{OSSL_PARAM_BLD_new()};
  if (!builder ||
      OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) !=
          1 ||
      OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                       point.size()) != 1)
    return nullptr;
  return key_from("EC", builder);
}

EVP_PKEY* ed25519_key(Value const& jwk) {
  std::string const x = bytes_at(jwk, "x");
  if (jwk.string_at("crv") != "Ed25519" || x.size() != kEd25519Bytes) return nullptr;
  return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size());
}

struct KeyKind {
  std::string_view name;
  std::vector<SigningAlgorithm> algorithms;
  EVP_PKEY* (*read)(Value const& jwk);
};

std::vector<KeyKind> key_kinds() {
  using enum SigningAlgorithm;
  return {
      {"RSA", {rs256, ps256}, rsa_key}, {"EC", {es256}, p256_key}, {"OKP", {eddsa}, ed25519_key}};
}

// RFC 7517, 4.2 and 4.3: what the issuer says that the key is for.
bool is_for_checking(Value const& jwk) {
  if (jwk.find("use") != nullptr && jwk.string_at("use") != "sig") return false;
  Value const* const uses = jwk.find("key_ops");
  return uses == nullptr || std::any_of(uses->items.begin(), uses->items.end(),
                                        [](Value const& use) { return use.string == "verify"; });
}

std::optional<IssuerKey> read_key(Value const& jwk) {
  std::string_view const id = jwk.string_at("kid");
  if (id.empty() || !is_for_checking(jwk)) return std::nullopt;
  for (auto const& kind : key_kinds()) {
    if (kind.name != jwk.string_at("kty")) continue;
    auto algorithms = kind.algorithms;
    if (jwk.find("alg") != nullptr) {
      auto const only = value_in(kSigningAlgorithms, jwk.string_at("alg"));
      std::erase_if(algorithms, [&](SigningAlgorithm each) { return only != each; });
    }
    EVP_PKEY* const key = algorithms.empty() ? nullptr : kind.read(jwk);
    if (key != nullptr) return IssuerKey{std::string{id}, std::move(algorithms), key};
  }
  return std::nullopt;
}

// A JWS has the two numbers of an ECDSA signature one after the other (RFC 7518, 3.4); OpenSSL
// takes them in DER.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * kCoordinateBytes) return {};
  EcSignature const both{ECDSA_SIG_new()};
  Number r = number_of(signature.substr(0, kCoordinateBytes));
  Number s = number_of(signature.substr(kCoordinateBytes));
  if (!both || !r || !s || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1) return {};
  static_cast<void>(r.release());
  static_cast<void>(s.release());
  unsigned char* der = nullptr;
  int const length = i2d_ECDSA_SIG(both.get(), &der);
  if (length <= 0) return {};
  std::string text{reinterpret_cast<char const*>(der), static_cast<std::size_t>(length)};
  OPENSSL_free(der);
  return text;
}

bool set_padding(EVP_PKEY_CTX* context, SigningAlgorithm algorithm) {
  if (algorithm == SigningAlgorithm::rs256)
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
  if (algorithm != SigningAlgorithm::ps256) return true;
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

void KeyFree::operator()(EVP_PKEY* key) const {
  EVP_PKEY_free(key);
}

bool IssuerKey::takes(SigningAlgorithm algorithm) const {
  return std::find(algorithms_.begin(), algorithms_.end(), algorithm) != algorithms_.end();
}

bool IssuerKey::signed_by(SigningAlgorithm algorithm, std::string_view bytes,
                          std::string_view signature) const {
  if (!takes(algorithm)) return false;
  std::string const given =
      algorithm == SigningAlgorithm::es256 ? der_of(signature) : std::string{signature};
  DigestContext const context{EVP_MD_CTX_new()};
  EVP_PKEY_CTX* of_key = nullptr;
  EVP_MD const* const digest = algorithm == SigningAlgorithm::eddsa ? nullptr : EVP_sha256();
  if (!context || EVP_DigestVerifyInit(context.get(), &of_key, digest, nullptr, key_.get()) != 1 ||
      !set_padding(of_key, algorithm))
    return false;
  return EVP_DigestVerify(context.get(), bytes_of(given), given.size(), bytes_of(bytes),
                          bytes.size()) == 1;
}

Outcome<IssuerKeySet, Failure> parse_issuer_keys(std::string_view jwks) {
  auto const root = json::parse(jwks, kJwksLimits);
  Value const* const list = root.ok() ? root.value().find("keys") : nullptr;
  if (list == nullptr || list->kind != Kind::array) return Failure{"the keys are no JWK set"};
  if (list->items.size() > kMaxIssuerKeys)
    return Failure{"there are more than " + std::to_string(kMaxIssuerKeys) + " keys"};
  IssuerKeySet keys;
  for (auto const& jwk : list->items) {
    if (auto key = read_key(jwk)) keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace putright
