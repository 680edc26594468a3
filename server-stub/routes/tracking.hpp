// GET /api/complaints/{reference}, and what every address under it shares: only whoever holds the
// tracking key learns that there is such a complaint at all.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/kept_record.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// The complaint whose reference was captured, for whoever bears its tracking key; or the answer to
/// give. A wrong key and an unknown reference answer the same, also after too many of them.
Outcome<store::KeptComplaint, http::Answer> complaint_for(Stub& stub, http::Request const& request);

/// The audit log's entries of colleagues' looks at this complaint.
Outcome<std::vector<std::string>, Failure> viewings_in_log(Stub& stub,
                                                           std::string const& reference);

/// The complaint, its record and its receipt, as this reader sees them, with these looks.
http::Answer shown(store::KeptComplaint const& kept, Reader reader,
                   std::vector<std::string> const& viewings = {});

/// The same with every look of a colleague: what tracking shows.
http::Answer shown_to_customer(Stub& stub, store::KeptComplaint const& kept);

void show_complaint(Stub& stub, http::Request const& request, http::Reply const& reply);

}  // namespace putright::routes
