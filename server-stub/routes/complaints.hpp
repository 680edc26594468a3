// POST /api/complaints and GET /api/complaints/{reference}: keeps what customers send, and shows it
// to whoever holds its tracking key. Decides nothing about complaints: reading, checking and dates
// are shared/'s.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// Checks, signs and keeps a submission; answers once it is on the disk.
void accept_complaint(Stub& stub, http::Request const& request, http::Reply reply);

/// The complaint of this reference and tracking key. A wrong key and an unknown reference answer
/// the same.
void show_complaint(Stub& stub, http::Request const& request, http::Reply const& reply);

}  // namespace putright::routes
