// Reads `application/x-www-form-urlencoded` as the URL Standard does: nothing is malformed.
// What is not UTF-8 becomes U+FFFD, and line breaks become `\n`, as they are in a page's own
// fields.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace putright::http {

using FormFields = std::vector<std::pair<std::string, std::string>>;

/// The fields in the order sent; empty when there are more than the limit allows.
std::optional<FormFields> parse_form(std::string_view body);

}  // namespace putright::http
