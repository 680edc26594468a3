#include "server-stub/colleagues/token.hpp"

namespace putright {

std::string new_token() {
  Digest bits;
  fill_random(bits);
  return std::string{kTokenPrefix} + base64url(bits);
}

std::optional<Digest> digest_of_token(std::string_view token) {
  if (token.substr(0, kTokenPrefix.size()) != kTokenPrefix) return std::nullopt;
  auto const bits = from_base64url(token.substr(kTokenPrefix.size()));
  if (!bits || bits->size() != std::tuple_size_v<Digest>) return std::nullopt;
  return sha256(token);
}

}  // namespace putright
