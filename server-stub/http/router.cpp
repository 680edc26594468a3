#include "server-stub/http/router.hpp"

namespace putright::http {
namespace {

// What `{}` captured, empty text when the pattern has none; no value when the pattern does not fit.
std::optional<std::string_view> fit(std::string_view pattern, std::string_view path) {
  if (!pattern.empty() && pattern.back() == '*') {
    pattern.remove_suffix(1);
    return path.substr(0, pattern.size()) == pattern ? std::optional{std::string_view{}}
                                                     : std::nullopt;
  }
  std::size_t const hole = pattern.find("{}");
  if (hole == std::string_view::npos) {
    return pattern == path ? std::optional{std::string_view{}} : std::nullopt;
  }
  std::string_view const before = pattern.substr(0, hole);
  std::string_view const after = pattern.substr(hole + 2);
  if (path.size() <= before.size() + after.size()) return std::nullopt;
  if (path.substr(0, hole) != before || path.substr(path.size() - after.size()) != after)
    return std::nullopt;
  std::string_view const segment = path.substr(hole, path.size() - before.size() - after.size());
  return segment.find('/') == std::string_view::npos ? std::optional{segment} : std::nullopt;
}

std::string_view allowed_by(Verb verb) {
  switch (verb) {
    case Verb::get:
      return "GET, HEAD";
    case Verb::post:
      return "POST";
    case Verb::head:
    case Verb::other:
      break;
  }
  return "";
}

}  // namespace

Found Router::find(Verb verb, std::string_view path) const {
  Found found;
  std::string_view decided;
  Verb const wanted = verb == Verb::head ? Verb::get : verb;
  for (auto const& route : routes_) {
    if (!decided.empty() && route.pattern != decided) continue;
    auto const captured = fit(route.pattern, path);
    if (!captured) continue;
    decided = route.pattern;
    if (route.verb == wanted) {
      found.route = &route;
      found.captured = *captured;
      return found;
    }
    found.allow += (found.allow.empty() ? "" : ", ");
    found.allow += allowed_by(route.verb);
  }
  return found;
}

}  // namespace putright::http
