// Letters to post and calls to make, over all complaints: as a page for colleagues and over the
// API.
#pragma once
#include "server-stub/routes/staff_press.hpp"

namespace putright::routes {

/// GET /api/staff/letters?after=
void list_letters(Stub& stub, http::Request const& request, http::Reply reply);

/// POST /api/staff/letters/{reference}: one was posted, or somebody was called.
void record_told(Stub& stub, http::Request const& request, http::Reply reply);

/// The page. `request` has the colleague's token where the API looks for it.
void show_letters(Stub& stub, http::Request const& request, http::Reply const& reply);

/// A button on that page, whose address ends with this; then the page is shown again.
void answer_letters_form(Pressed const& press, std::string_view button);

}  // namespace putright::routes
