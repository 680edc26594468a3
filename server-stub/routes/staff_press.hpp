// One pressed button on colleagues' pages of one complaint, and what all of these pages share.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "portal/view/tree.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"
#include "shared/wire/audit.hpp"

namespace putright::routes {

/// `{reference}` and what follows it in `/staff/complaints/{reference}/...`; empty: another
/// address.
struct Place {
  std::string reference;
  std::string below;
};
Place place_of(std::string_view path);

/// Lives until it has been answered.
struct Press {
  Stub* stub;
  Colleague colleague;
  Place place;
  http::FormFields fields;
  http::Reply reply;
};
using Pressed = std::shared_ptr<Press>;

/// The first field of this name, or an empty text.
std::string field(http::FormFields const& fields, std::string_view name);

/// A new key for a form: however often it is sent, what it says is kept once.
std::string new_press();

/// The screen as a page that nobody keeps: 422 when there are problems, else `status`.
http::Answer staff_page(view::Screen const& screen, int status = 200);

/// A customer's own page, in which nothing runs and nothing can be sent.
http::Answer page_to_look_at(std::string html);

/// Sends the browser on to this address.
http::Answer go_to(std::string path);

/// There is nothing of this address or reference.
http::Answer no_such_page();

/// A refusal of the API as a page: who has not signed in is asked to.
http::Answer page_of_refusal(http::Answer const& refusal);

/// An answer as a page: a refusal of the API becomes one, a page stays as it is.
http::Answer as_page(http::Answer const& answer);

/// What the press is for, once its reason is in the audit log under this act; a page that asks for
/// a reason when the form gives none.
void look(Pressed const& press, AuditAct act,
          std::function<http::Answer(store::KeptComplaint const&)> then);

}  // namespace putright::routes
