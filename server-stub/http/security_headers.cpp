#include "server-stub/http/security_headers.hpp"

#include <array>

// One macro, because a string_view cannot be joined when the program is compiled.
#define PUTRIGHT_CSP_COMMON                                                         \
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "    \
  "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; " \
  "manifest-src 'self'; worker-src 'self'; "

namespace putright::http {
namespace {

constexpr std::array kCommon{
    FixedHeader{"X-Content-Type-Options", "nosniff"},
    FixedHeader{"Referrer-Policy", "no-referrer"},
    FixedHeader{"Cross-Origin-Opener-Policy", "same-origin"},
    FixedHeader{"Cross-Origin-Resource-Policy", "same-origin"},
    FixedHeader{"Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
};

// A year. Not for other names under the same domain: they may be somebody else's.
constexpr FixedHeader kTransportSecurity{"Strict-Transport-Security", "max-age=31536000"};

struct PolicyRow {
  std::string_view prefix;
  std::string_view policy;
};

// The first prefix that fits decides. The workbench shows our own pages in a frame; nobody frames
// ours.
constexpr std::array kPolicies{
    PolicyRow{"/workbench/", PUTRIGHT_CSP_COMMON "frame-src 'self'; frame-ancestors 'none'"},
    PolicyRow{"", PUTRIGHT_CSP_COMMON "frame-ancestors 'none'"},
};

}  // namespace

std::span<FixedHeader const> common_security_headers() {
  return kCommon;
}

std::optional<FixedHeader> transport_security(std::string_view origin) {
  if (origin.substr(0, 8) != "https://") return std::nullopt;
  return kTransportSecurity;
}

std::string_view content_security_policy(std::string_view path) {
  for (auto const& row : kPolicies) {
    if (path.substr(0, row.prefix.size()) == row.prefix) return row.policy;
  }
  return kPolicies.back().policy;
}

}  // namespace putright::http
