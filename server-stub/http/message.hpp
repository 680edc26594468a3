// A request and an answer as the routes see them. Nothing here knows how HTTP travels.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace putright::http {

enum class Verb { get, head, post, other };

struct Header {
  std::string name;
  std::string value;
};

/// One whole request. `path` is decoded and safe (see target.hpp); `query` is as it was sent, and
/// never logged.
/// `captured` is what stood in the place of `{}` in the route's pattern.
struct Request {
  Verb verb = Verb::get;
  std::string path;
  std::string captured;
  std::string query{};
  /// The address that the caller connected from, or that the operator's proxy named.
  std::string client;
  std::vector<Header> headers;
  std::string body;

  /// The first header of this name (any case), or an empty view.
  std::string_view header(std::string_view name) const;
  /// The last item of all comma-separated headers of this name: what the nearest proxy added.
  std::string_view last_listed(std::string_view name) const;
};

/// One whole answer. The body is `body`, unless `shared_body` is set (a file that many answers
/// share).
struct Answer {
  int status = 200;
  std::string media_type;
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<std::string const> shared_body;

  std::string_view content() const { return shared_body ? std::string_view{*shared_body} : body; }
};

/// Takes the one answer of a request, on the thread of the routes.
using Reply = std::function<void(Answer)>;

/// Answers one request, now or later. The request is valid during the call only.
using Handler = std::function<void(Request const&, Reply)>;

/// Header names and media types are ASCII and compare without case.
bool same_ignoring_case(std::string_view left, std::string_view right);

/// `application/json` of `Application/JSON; charset=utf-8`, in lower case.
std::string media_type_of(std::string_view content_type);

}  // namespace putright::http
