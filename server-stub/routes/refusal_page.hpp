// A refusal as the caller can use it: a page that says what to do for a person's browser,
// problem+json for a program.
#pragma once
#include "server-stub/http/refusal.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// A browser that sends a form asks for `text/html`; everybody else is answered as http::refuse
/// does. Status and headers are the same for both.
http::Answer refuse_caller(Stub& stub, http::Refusal refusal, http::Request const& request);

}  // namespace putright::routes
