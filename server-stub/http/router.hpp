// Which handler answers which path, as a table read from the top. Knows no HTTP beyond path and
// verb.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/http/message.hpp"
#include "server-stub/http/receiver.hpp"

namespace putright::http {

/// One row. `pattern` is a path in which `{}` stands for one segment and a last `*` for the rest.
/// `name` is what logs and metrics call the row; `body_bytes` is the longest body it reads for its
/// handler. `receive`, when set, may take a body out of the handler's hands.
struct Route {
  Verb verb = Verb::get;
  std::string_view pattern;
  std::string_view name;
  std::size_t body_bytes = 0;
  Handler handler;
  Receive receive{};
};

/// What the table says: a row and what `{}` captured; or no row, and the verbs that the path does
/// take.
struct Found {
  Route const* route = nullptr;
  std::string captured;
  /// For the Allow header, such as `GET, HEAD`; empty when no pattern fits the path.
  std::string allow;
};

class Router {
 public:
  explicit Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

  /// The first pattern that fits the path decides; HEAD is answered by the row for GET.
  Found find(Verb verb, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace putright::http
