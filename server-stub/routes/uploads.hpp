// /api/uploads/{token}: a file that comes in pieces, so that a broken line costs no more than what
// was on it. After "Resumable Uploads for HTTP" (draft-ietf-httpbis-resumable-upload), with two
// changes: the sender makes the token, because a browser's script cannot see the answer in which we
// would tell it ours; and a piece is a POST, because some networks let no PATCH through.
#pragma once
#include <optional>

#include "server-stub/http/receiver.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// GET and HEAD: how much of it is here. Nobody began it: nothing is.
void show_upload(Stub& stub, http::Request const& request, http::Reply const& reply);

/// POST: a piece, which goes on where the upload stands; with the last one it is judged and kept as
/// POST /api/attachments would.
std::optional<http::Receiving> receive_piece(Stub& stub, http::Request const& head);

}  // namespace putright::routes
