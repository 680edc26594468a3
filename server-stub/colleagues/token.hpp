// The tokens that colleagues sign in with: made here, told once, kept only as digests.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/keys/digest.hpp"

namespace putright {

/// How every token of ours begins, so that one that leaks can be searched for.
inline constexpr std::string_view kTokenPrefix = "prt_";

/// A new token: the prefix and 256 random bits in base64url. Nobody can try so many, so its plain
/// SHA-256 is as good to keep as a slow digest would be.
std::string new_token();

/// SHA-256 of the whole text; empty when it is not how a token of ours is written.
std::optional<Digest> digest_of_token(std::string_view token);

}  // namespace putright
