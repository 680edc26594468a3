// JSON values in canonical form (RFC 8785): members sorted by name, no spaces, one way to write
// each string.
#pragma once
#include <optional>
#include <string>

#include "shared/wire/json.hpp"

namespace putright::json {

/// The canonical text; empty when the value holds a number that is no 64-bit integer (none of our
/// documents do) or a name that is not ASCII (whose order RFC 8785 gives by UTF-16).
std::optional<std::string> canonical(Value const& value);

}  // namespace putright::json
