#include "server-stub/routes/case_files.hpp"

#include <algorithm>

#include "portal/papers/case_file_screen.hpp"
#include "server-stub/case_papers.hpp"
#include "server-stub/log.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "server-stub/routes/staff.hpp"
#include "server-stub/routes/tracking.hpp"
#include "server-stub/verify/jws.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/case_file.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;

// A case file is a look too: both are told of. An entry begins with its act and then its time, so
// the times are put in order by what follows the act.
Outcome<std::vector<std::string>, Failure> looks_at(Stub& stub, std::string const& reference) {
  std::vector<std::string> looks;
  for (AuditAct const act : {AuditAct::complaint_viewed, AuditAct::case_file_taken}) {
    auto const entries = stub.store.audit_entries(reference, name_in(kAuditActs, act));
    if (!entries.ok()) return entries.error();
    looks.insert(looks.end(), entries.value().begin(), entries.value().end());
  }
  auto const time_of = [](std::string const& entry) {
    return entry.substr(std::min(entry.find(R"("at":")"), entry.size()));
  };
  std::stable_sort(looks.begin(), looks.end(), [&](auto const& one, auto const& other) {
    return time_of(one) < time_of(other);
  });
  return looks;
}

Outcome<std::string, Answer> payload_for(Stub& stub, store::KeptComplaint const& kept,
                                         Reader reader) {
  auto const looks = looks_at(stub, kept.reference);
  if (!looks.ok()) return refuse_unread(stub, looks.error());
  auto payload = case_file_payload(
      {kept, looks.value(), stub.policy.book, stub.policy_sha256, stub.now(), reader});
  if (payload.ok()) return std::move(payload).value();
  log_line("case_file_not_made", {{"why", std::string_view{payload.error().why}}});
  return refuse_counted(stub, Refusal::internal_failure);
}

Answer signed_file(Stub& stub, store::KeptComplaint const& kept, Reader reader) {
  auto const payload = payload_for(stub, kept, reader);
  if (!payload.ok()) return payload.error();
  Answer answer;
  // RFC 7515, 9.2.1: the media type of a compact JWS.
  answer.media_type = "application/jose";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"" + kept.reference + "-case-file.jws\""});
  answer.body = sign_jws(stub.keys.signing, kCaseFileType, payload.value());
  return answer;
}

}  // namespace

void take_case_file(Stub& stub, http::Request const& request, http::Reply reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::handle});
  if (!colleague.ok()) return reply(colleague.error());
  auto look = look_asked_for(request, AuditAct::case_file_taken);
  if (!look.ok()) return reply(refuse_problems(stub, look.error()));
  look_first(stub, colleague.value(), look.value(), std::move(reply),
             [&stub](store::KeptComplaint const& kept) {
               return signed_file(stub, kept, Reader::colleague);
             });
}

void take_own_case_file(Stub& stub, http::Request const& request, http::Reply const& reply) {
  auto const kept = complaint_for(stub, request);
  reply(kept.ok() ? signed_file(stub, kept.value(), Reader::customer) : kept.error());
}

Outcome<view::Screen, Answer> case_file_page(Stub& stub, store::KeptComplaint const& kept,
                                             std::string path) {
  auto const payload = payload_for(stub, kept, Reader::colleague);
  if (!payload.ok()) return payload.error();
  auto const file = json::parse(payload.value(), kCaseFileLimits);
  if (!file.ok()) return refuse_counted(stub, Refusal::internal_failure);
  return case_file_screen(stub.policy.book, file.value(), std::move(path));
}

}  // namespace putright::routes
