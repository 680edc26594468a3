// Colleagues' pages about scenarios, /staff/scenario: for everybody who has signed in, because
// nothing of a customer is read (portal/colleagues/scenario.hpp).
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// Whether a path is one of these pages'.
bool is_scenario_path(std::string_view path);

/// The first page.
http::Answer scenario_start_page(Stub& stub);

/// A press: a form of words, or one with a file in it.
http::Answer scenario_page(Stub& stub, http::Request const& request);

}  // namespace putright::routes
