#include "server-stub/http/origin.hpp"

namespace putright::http {

bool sent_from_elsewhere(Request const& request) {
  std::string_view const site = request.header("Sec-Fetch-Site");
  if (!site.empty()) return site != "same-origin" && site != "none";
  std::string_view origin = request.header("Origin");
  if (origin.empty() || origin == "null") return false;
  std::size_t const scheme = origin.find("://");
  if (scheme == std::string_view::npos) return true;
  return !same_ignoring_case(origin.substr(scheme + 3), request.header("Host"));
}

}  // namespace putright::http
