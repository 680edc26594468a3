// POST /api/complaints: keeps what customers send. Decides nothing about complaints: reading,
// checking and dates are shared/'s.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// Checks, signs and keeps a submission; answers once it is on the disk.
void accept_complaint(Stub& stub, http::Request const& request, http::Reply reply);

}  // namespace putright::routes
