// GET /api/complaints/{reference}, and what every address under it shares: only whoever holds the
// tracking key learns that there is such a complaint at all.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// The complaint whose reference was captured, for whoever bears its tracking key; or the answer to
/// give. A wrong key and an unknown reference answer the same, also after too many of them.
Outcome<store::KeptComplaint, http::Answer> complaint_for(Stub& stub, http::Request const& request);

/// The record as `putright assess` reads it.
std::string record_json(store::KeptComplaint const& kept);

/// The complaint, its record and its receipt, as its customer sees them.
http::Answer shown(store::KeptComplaint const& kept);

void show_complaint(Stub& stub, http::Request const& request, http::Reply const& reply);

}  // namespace putright::routes
