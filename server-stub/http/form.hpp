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

/// A name or value as a form means it: UTF-8, with `\n` for each line break.
std::string form_text(std::string_view bytes);

/// A text that a header holds, encoded as a form's field is.
std::string decode_header_text(std::string_view encoded);

/// UTF-8 as a header's extended value holds it (RFC 8187): letters and digits stay.
std::string percent_encoded(std::string_view utf8);

/// The fields in the order sent; empty when there are more than the limit allows.
std::optional<FormFields> parse_form(std::string_view body);

}  // namespace putright::http
