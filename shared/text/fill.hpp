// Puts values into the placeholders of a text: "by {date}" with date = "Friday" becomes "by
// Friday".
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace putright {

/// Replaces each `{name}`. A placeholder without a value is a bug and aborts.
std::string fill(std::string_view text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace putright
