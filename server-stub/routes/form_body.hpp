// A page's form with files in it (`multipart/form-data`), for browsers that run no script. Each
// file is kept as POST /api/attachments would, and becomes a field `attachment`
// (`<64 hexadecimal digits> <file name>`) or `attachment_problem` (`<code> <file name>`).
#pragma once
#include <functional>
#include <optional>

#include "server-stub/http/form.hpp"
#include "server-stub/http/receiver.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// Goes on with a form's fields, in the order sent.
using Filled =
    std::function<void(http::Request const& request, http::FormFields fields, http::Reply reply)>;

/// Takes a form of that type; empty for any other body.
std::optional<http::Receiving> receive_form_body(Stub& stub, http::Request const& head,
                                                 Filled filled);

}  // namespace putright::routes
