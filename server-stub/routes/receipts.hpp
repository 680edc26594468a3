// POST /api/verify and GET /.well-known/jwks.json: lets anybody check a receipt, with us or
// without.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// `{"receipt":"..."}` in, the verdict out (verify/jws.hpp). Keeps nothing.
void verify_receipt(Stub& stub, http::Request const& request, http::Reply const& reply);

/// The public keys that receipts are signed with.
void show_keys(Stub& stub, http::Request const& request, http::Reply const& reply);

}  // namespace putright::routes
