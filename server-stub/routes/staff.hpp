// What colleagues do over the API, under /api/staff: the work list, one complaint, and recording
// events. Each request is its own colleague's; each look is in the audit log before anything is
// shown.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"
#include "shared/base/problem.hpp"
#include "shared/wire/audit.hpp"

namespace putright::routes {

/// JSON that nobody keeps.
http::Answer json_answer(std::string body);

/// GET /api/staff/complaints?brand=&after_by=&after_reference=
void list_work(Stub& stub, http::Request const& request, http::Reply reply);

/// GET /api/staff/complaints/{reference}, with the reason in the header `Putright-Reason`
/// (encoded as a form's field is).
void show_to_colleague(Stub& stub, http::Request const& request, http::Reply reply);

/// POST /api/staff/complaints/{reference}/events
void record_event(Stub& stub, http::Request const& request, http::Reply reply);

/// A look of this colleague at a complaint, for the audit log.
struct Look {
  std::string reference;
  std::string reason;
  AuditAct act = AuditAct::complaint_viewed;
};

/// The look that a request asks for, with its reason in the header `Putright-Reason`; or what is
/// wrong with the reason.
Outcome<Look, std::vector<Problem>> look_asked_for(http::Request const& request, AuditAct act);

/// What is wrong with a reason for looking.
std::vector<Problem> reason_problems(std::string_view reason, std::string pointer);

/// Writes the look down; then `then` gets the complaint, or the answer to give is given.
void look_first(Stub& stub, Colleague const& colleague, Look const& look, http::Reply reply,
                std::function<http::Answer(store::KeptComplaint const&)> then);

/// The event that the JSON `form` describes, kept in this colleague's name.
void keep_event_of(Stub& stub, Colleague const& colleague, std::string const& reference,
                   std::string const& idempotency_key, std::string const& form, http::Reply reply);

/// What the audit log has of a look at the work list.
AuditEntry work_list_entry(Stub& stub, Colleague const& colleague, store::WorkQuery const& query);

/// One page of the work list, and how much there is to do.
struct WorkPage {
  store::WorkCounts counts;
  std::vector<store::WorkRow> rows;
  /// Whether there are more after the last of `rows`.
  enum class More { no, yes } more = More::no;
};
Outcome<WorkPage, Failure> read_work(Stub& stub, store::WorkQuery query);

/// What a query asks of the work list.
store::WorkQuery work_query(http::Request const& request);

}  // namespace putright::routes
