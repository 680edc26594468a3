// A header's value with its parameters: `form-data; name="files"; filename="roof.jpg"`.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace putright::http {

struct HeaderParameters {
  std::string value;
  std::vector<std::pair<std::string, std::string>> parameters;
};

/// Empty when it is malformed or names a parameter twice. In quoted text, `\"` and `\\` are a quote
/// and a backslash, and `%22`, `%0D` and `%0A` are what browsers mean by them (the HTML Standard's
/// multipart encoding).
std::optional<HeaderParameters> read_parameters(std::string_view header);

/// The parameter of this name (any case).
std::optional<std::string> parameter(HeaderParameters const& header, std::string_view name);

}  // namespace putright::http
