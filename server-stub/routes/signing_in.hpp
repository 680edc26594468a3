// Who a colleague is, at every request anew: nothing is remembered between two.
#pragma once
#include <initializer_list>

#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// The cookie that carries a colleague's token to their own pages.
inline constexpr char kTokenCookie[] = "putright_colleague";

/// Whether a text can be a token in a cookie or a header: letters, digits and `-_.~+/=`.
bool is_token_text(std::string_view text);

/// The token in the cookie; empty: none.
std::string token_in_cookie(http::Request const& request);

/// What follows `Bearer ` in the Authorization header; empty: nothing.
std::string_view bearer_of(http::Request const& request);

/// The colleague that the bearer token belongs to, if they have one of these roles; or the answer
/// to give. Unknown, forged and out-of-date tokens are refused alike.
Outcome<Colleague, http::Answer> colleague_for(Stub& stub, http::Request const& request,
                                               std::initializer_list<ColleagueRole> roles);

}  // namespace putright::routes
