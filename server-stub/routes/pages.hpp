// The portal's pages for browsers that run no script: every address and every plain form post is
// put to the portal (portal/journey/portal.hpp), and its screen is answered as HTML. The same bytes
// as in the browser.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/http/router.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// The page at this address.
void show_page(Stub& stub, http::Request const& request, http::Reply const& reply);

/// A pressed button in a form with files: empty for any other body, and for what another website
/// sends.
std::optional<http::Receiving> receive_form(Stub& stub, http::Router const& api,
                                            http::Request const& head);

/// A pressed button. An effect that the portal asks for is answered by `api`, within this process.
void answer_form(Stub& stub, http::Router const& api, http::Request const& request,
                 http::Reply reply);

}  // namespace putright::routes
