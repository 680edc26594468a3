// The path of a request, decoded. Anything that could mean another path to somebody else is
// refused: dot segments, encoded slashes, backslashes, control characters, broken escapes, bytes
// that are not UTF-8.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace putright::http {

/// The decoded path of an origin-form request target (`/a/b?c`), the query dropped; empty when
/// refused.
std::optional<std::string> parse_target(std::string_view target);

/// What stands after `?` in a target, or nothing.
std::string_view query_of(std::string_view target);

/// The value of two hexadecimal digits at the front of `text`, 0 to 255, or -1.
int hexadecimal_byte(std::string_view text);

}  // namespace putright::http
