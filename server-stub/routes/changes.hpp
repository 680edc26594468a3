// Colleagues' page of what was changed because customers told us: what was learnt, what is
// published, and taking it back. For the role `report`.
#pragma once
#include "server-stub/http/form.hpp"
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// The page. `request` has the colleague's token where the API looks for it.
void show_changes(Stub& stub, http::Request const& request, http::Reply const& reply);

/// A form of that page.
void answer_changes_form(Stub& stub, http::Request const& request, http::FormFields const& fields,
                         http::Reply const& reply);

}  // namespace putright::routes
