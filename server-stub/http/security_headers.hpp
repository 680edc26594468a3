// The headers that tell a browser what a page may do. Every answer has them, refusals too.
#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace putright::http {

struct FixedHeader {
  std::string_view name;
  std::string_view value;
};

/// The same for every path.
std::span<FixedHeader const> common_security_headers();

/// Tells browsers to ask by https alone, when that is how customers find this website (RFC 6797);
/// empty otherwise: said over http it means nothing.
std::optional<FixedHeader> transport_security(std::string_view origin);

/// The Content-Security-Policy of the page at this path.
std::string_view content_security_policy(std::string_view path);

}  // namespace putright::http
