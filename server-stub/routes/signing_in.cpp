#include "server-stub/routes/signing_in.hpp"

#include <algorithm>

#include "server-stub/routes/refusing.hpp"

namespace putright::routes {
namespace {

constexpr std::string_view kBearer = "Bearer ";

http::Answer ask_to_sign_in(Stub& stub) {
  http::Answer answer = refuse_counted(stub, http::Refusal::not_signed_in);
  answer.headers.push_back({"WWW-Authenticate", "Bearer"});
  return answer;
}

}  // namespace

bool is_token_text(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view{"-_.~+/="}.find(c) != std::string_view::npos;
  });
}

std::string token_in_cookie(http::Request const& request) {
  std::string_view rest = request.header("Cookie");
  while (!rest.empty()) {
    std::string_view pair = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    pair.remove_prefix(std::min(pair.size(), pair.find_first_not_of(' ')));
    std::size_t const equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != kTokenCookie) continue;
    std::string_view const token = pair.substr(equals + 1);
    return is_token_text(token) ? std::string{token} : std::string{};
  }
  return {};
}

std::string_view bearer_of(http::Request const& request) {
  std::string_view const authorization = request.header("Authorization");
  bool const bears = http::same_ignoring_case(authorization.substr(0, kBearer.size()), kBearer);
  return bears ? authorization.substr(kBearer.size()) : "";
}

Outcome<Colleague, http::Answer> colleague_for(Stub& stub, http::Request const& request,
                                               std::initializer_list<ColleagueRole> roles) {
  auto const colleague = stub.colleagues.who(bearer_of(request), stub.now());
  if (!colleague) return ask_to_sign_in(stub);
  bool const may = std::any_of(roles.begin(), roles.end(),
                               [&](ColleagueRole role) { return colleague->may(role); });
  if (!may) return refuse_counted(stub, http::Refusal::role_missing);
  return *colleague;
}

}  // namespace putright::routes
