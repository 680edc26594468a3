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
