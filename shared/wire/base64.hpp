// Base64 as RFC 4648 has it.
#pragma once
#include <string>
#include <string_view>

namespace putright {

/// Standard alphabet, padded (section 4): for `data:` addresses.
std::string base64(std::string_view bytes);

}  // namespace putright
