// What a customer does after sending: POST /api/complaints/{reference}/stage-2-request, .../answers
// and .../withdrawal. Each becomes an event of the record, if the core's rules let it stand now,
// and is answered with the complaint as GET shows it.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

void request_stage_2(Stub& stub, http::Request const& request, http::Reply reply);
void answer_question(Stub& stub, http::Request const& request, http::Reply reply);
void withdraw(Stub& stub, http::Request const& request, http::Reply reply);

}  // namespace putright::routes
