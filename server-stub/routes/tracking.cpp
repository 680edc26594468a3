#include "server-stub/routes/tracking.hpp"

#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "shared/submission/reference.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;

Answer refuse_for_now(Stub& stub, std::chrono::seconds wait) {
  stub.metrics.count_tracking_limited();
  Answer answer = refuse(Refusal::too_many_wrong_keys);
  answer.headers.push_back({"Retry-After", std::to_string(wait.count())});
  return answer;
}

}  // namespace

Outcome<store::KeptComplaint, Answer> complaint_for(Stub& stub, http::Request const& request) {
  std::string const reference = normalise_reference(request.captured).value_or("");
  auto const asked_at = WrongKeys::Clock::now();
  auto const wait = stub.wrong_keys.wait(reference, request.client, asked_at);
  if (wait.count() > 0) return refuse_for_now(stub, wait);
  auto const key = normalise_tracking_key(bearer_of(request));
  auto found = stub.store.find(reference);
  if (!found.ok()) return refuse_unread(stub, found.error());
  // The same work whether the reference, the key or neither is right.
  auto kept = std::move(found).value();
  Digest const expected = kept ? kept->tracking_key_digest : Digest{};
  bool const same = equal_in_constant_time(sha256(key.value_or("")), expected);
  if (kept && key && same && !kept->erased_on.empty()) return refuse_erased(stub, *kept);
  if (kept && key && same) return std::move(*kept);
  stub.metrics.count_tracking_wrong();
  stub.wrong_keys.count(reference, request.client, asked_at);
  return refuse(Refusal::complaint_not_found);
}

namespace {

// When colleagues looked at it, and why they said they did.
void write_viewings(json::Writer& writer, std::vector<std::string> const& entries) {
  if (entries.empty()) return;
  writer.member("viewings").begin_array();
  for (auto const& entry : entries) {
    auto const parsed = json::parse(entry, json::kSubmissionLimits);
    if (!parsed.ok()) continue;
    writer.begin_object().member("at", parsed.value().string_at("at"));
    writer.member("reason", parsed.value().string_at("reason")).end_object();
  }
  writer.end_array();
}

}  // namespace

Answer shown(store::KeptComplaint const& kept, Reader reader,
             std::vector<std::string> const& viewings) {
  json::Writer writer;
  writer.begin_object().member("reference", kept.reference).member("brand", kept.brand);
  writer.member("kind", kept.kind)
      .member("matter", kept.matter)
      .member("received_at", kept.received_at);
  writer.member("submission").raw(kept.submission);
  writer.member("record").raw(record_json(kept, reader)).member("receipt", kept.receipt);
  write_viewings(writer, viewings);
  Answer answer;
  answer.media_type = "application/json";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.body = writer.end_object().take();
  return answer;
}

Outcome<std::vector<std::string>, Failure> viewings_in_log(Stub& stub,
                                                           std::string const& reference) {
  return stub.store.audit_entries(reference, name_in(kAuditActs, AuditAct::complaint_viewed));
}

Answer shown_to_customer(Stub& stub, store::KeptComplaint const& kept) {
  auto const viewings = viewings_in_log(stub, kept.reference);
  if (!viewings.ok()) return refuse_unread(stub, viewings.error());
  return shown(kept, Reader::customer, viewings.value());
}

void show_complaint(Stub& stub, http::Request const& request, http::Reply const& reply) {
  auto const kept = complaint_for(stub, request);
  reply(kept.ok() ? shown_to_customer(stub, kept.value()) : kept.error());
}

}  // namespace putright::routes
