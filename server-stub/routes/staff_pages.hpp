// Colleagues' own pages, under /staff: the same acts as the API's, as plain pages and forms. A
// colleague signs in with a token that a cookie then carries; customers have no cookies.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

void show_staff_page(Stub& stub, http::Request const& plain, http::Reply const& reply);
void answer_staff_form(Stub& stub, http::Request const& plain, http::Reply const& reply);

}  // namespace putright::routes
