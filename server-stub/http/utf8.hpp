// UTF-8 as the Encoding Standard decodes it.
#pragma once
#include <string>
#include <string_view>

namespace putright::http {

/// Whether every byte belongs to a well-formed sequence (no surrogates, nothing past U+10FFFF).
bool is_utf8(std::string_view text);

/// The text with each ill-formed part replaced by one U+FFFD, as browsers do.
std::string replace_invalid_utf8(std::string_view text);

}  // namespace putright::http
