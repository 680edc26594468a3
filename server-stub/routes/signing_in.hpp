// Who a colleague is, at every request anew: nothing is remembered between two.
#pragma once
#include <initializer_list>

#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// What follows `Bearer ` in the Authorization header; empty: nothing.
std::string_view bearer_of(http::Request const& request);

/// The colleague that the bearer token belongs to, if they have one of these roles; or the answer
/// to give. Unknown, forged and out-of-date tokens are refused alike.
Outcome<Colleague, http::Answer> colleague_for(Stub& stub, http::Request const& request,
                                               std::initializer_list<ColleagueRole> roles);

}  // namespace putright::routes
