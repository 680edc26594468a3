#include "server-stub/keys/public_key.hpp"

#include <algorithm>
#include <optional>

#include "server-stub/keys/digest.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr json::Limits kJwksLimits{.bytes = 64U << 10U, .depth = 8};

std::optional<PublicKey> read_key(json::Value const& value) {
  auto const bytes = from_base64url(value.string_at("x"));
  if (!bytes || bytes->size() != 32) return std::nullopt;
  std::array<std::uint8_t, 32> key{};
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return make_public_key(key);
}

}  // namespace

PublicKey make_public_key(std::array<std::uint8_t, 32> const& bytes) {
  // RFC 7638: the required members in sorted order, no spaces.
  std::string const members = R"({"crv":"Ed25519","kty":"OKP","x":")" + base64url(bytes) + "\"}";
  return {base64url(sha256(members)), bytes};
}

std::string jwks_json(std::vector<PublicKey> const& keys) {
  json::Writer writer;
  writer.begin_object().member("keys").begin_array();
  for (auto const& key : keys) {
    writer.begin_object();
    writer.member("kty", "OKP").member("crv", "Ed25519").member("x", base64url(key.bytes));
    writer.member("kid", key.id).member("alg", "EdDSA").member("use", "sig");
    writer.end_object();
  }
  writer.end_array().end_object();
  return writer.take();
}

Outcome<std::vector<PublicKey>, Failure> parse_jwks(std::string_view text) {
  auto const root = json::parse(text, kJwksLimits);
  if (!root.ok()) return Failure{"the keys are not JSON"};
  json::Value const* const list = root.value().find("keys");
  bool const is_set = list != nullptr && list->kind == json::Kind::array;
  if (!is_set && root.value().string_at("kty").empty())
    return Failure{"the keys are neither a JWK set nor a JWK"};
  std::vector<PublicKey> keys;
  for (auto const& value : is_set ? list->items : std::vector{root.value()}) {
    if (value.string_at("kty") != "OKP" || value.string_at("crv") != "Ed25519") continue;
    auto key = read_key(value);
    if (!key) return Failure{"an Ed25519 key in the set has no good \"x\""};
    keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace putright
