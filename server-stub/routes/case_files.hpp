// Case files: a colleague takes one for the ombudsman, for a reason that is on record first; a
// customer takes their own. Signed, as a compact JWS that anybody with our public keys can check.
#pragma once
#include <string>

#include "portal/view/tree.hpp"
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// GET /api/staff/complaints/{reference}/case-file, with the reason in `Putright-Reason`.
void take_case_file(Stub& stub, http::Request const& request, http::Reply reply);

/// GET /api/complaints/{reference}/case-file, with the tracking key.
void take_own_case_file(Stub& stub, http::Request const& request, http::Reply const& reply);

/// The page to print of the case file that a colleague would take now. Whoever shows it writes the
/// look down first (look_first, with AuditAct::case_file_taken). `path` is the page's address.
Outcome<view::Screen, http::Answer> case_file_page(Stub& stub, store::KeptComplaint const& kept,
                                                   std::string path);

}  // namespace putright::routes
