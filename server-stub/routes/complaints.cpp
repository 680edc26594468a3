#include "server-stub/routes/complaints.hpp"

#include <array>
#include <memory>
#include <span>

#include "server-stub/kept_record.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/notices/new_notices.hpp"
#include "server-stub/routes/attachments.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/verify/jws.hpp"
#include "shared/calendar/london.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/submission/reference.hpp"
#include "shared/submission/submission.hpp"
#include "shared/wire/assessment_json.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/receipt.hpp"
#include "shared/wire/record_json.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;
using http::Reply;
using http::Request;
using store::Keeping;
using store::KeepOutcome;
using store::NewComplaint;

// A checked submission on its way into the store. Lives until it has been answered.
struct Arrival {
  Stub* stub;
  Reply reply;
  std::string idempotency_key;
  Submission submission;
  std::string canonical;
  Digest content_digest{};
  Instant received_at;
  ComplaintRecord record;
  Assessment assessment;
  int tries = 0;
};

using Arriving = std::shared_ptr<Arrival>;

void keep(Arriving const& arrival);

// Reads, checks and assesses; fills the arrival, or gives all problems.
std::vector<Problem> examine(std::string_view body, Arrival& arrival) {
  auto parsed = parse_submission(body);
  if (!parsed.ok()) return parsed.error();
  arrival.submission = std::move(parsed).value();
  Submission const& submission = arrival.submission;
  auto problems = check_submission(submission, arrival.stub->policy.book);
  if (problems.empty()) problems = attachment_problems(*arrival.stub, submission);
  if (!problems.empty()) return problems;
  arrival.canonical = canonical_json(submission);
  arrival.content_digest = sha256(arrival.canonical);
  ComplaintRecord& record = arrival.record;
  record.brand = submission[Field::brand];
  record.kind = value_in(kFeedbackKinds, submission[Field::kind]).value_or(FeedbackKind::complaint);
  record.matter = submission[Field::matter];
  record.relationship = submission[Field::relationship];
  record.events.push_back({EventType::submitted, event_time(arrival.received_at)});
  auto assessed = assess(record, arrival.stub->policy.book, arrival.received_at);
  if (!assessed.ok()) return assessed.error();
  arrival.assessment = std::move(assessed).value();
  return {};
}

// The same submission under the same key has the same tracking key, though only its digest is kept.
std::string tracking_key_of(Arrival const& arrival) {
  std::string const about = arrival.idempotency_key + "\n" + hexadecimal(arrival.content_digest);
  auto const code = keyed_sha512(arrival.stub->keys.tracking_secret, about);
  static_assert(kTrackingKeyBytes <= std::tuple_size_v<decltype(code)>);
  return make_tracking_key(std::span{code}.first(kTrackingKeyBytes));
}

std::string new_reference(Arrival const& arrival) {
  std::array<std::uint8_t, kReferenceBytes> entropy{};
  fill_random(entropy);
  return make_reference(arrival.stub->policy.book.brand(arrival.record.brand)->reference_prefix,
                        entropy);
}

std::string sign_receipt(Arrival const& arrival, std::string const& reference) {
  ReceiptFacts const facts{.reference = reference,
                           .brand = arrival.record.brand,
                           .kind = arrival.record.kind,
                           .received_at = arrival.received_at,
                           .submission_sha256 = base64url(arrival.content_digest),
                           .policy_sha256 = arrival.stub->policy_sha256};
  return sign_jws(arrival.stub->keys.signing, kReceiptType,
                  receipt_payload(facts, arrival.assessment));
}

// What the sender is told, but for the tracking key.
std::string answer_json(Arrival const& arrival, NewComplaint const& complaint) {
  json::Writer writer;
  writer.begin_object()
      .member("reference", complaint.reference)
      .member("receipt", complaint.receipt);
  writer.member("received_at", format_instant(arrival.received_at));
  writer.member("received_on", format_date(london_date(arrival.received_at)));
  writer.member("assessment").raw(assessment_json(arrival.assessment));
  return writer.end_object().take();
}

NewComplaint complaint_of(Arrival const& arrival) {
  NewComplaint complaint;
  complaint.reference = new_reference(arrival);
  complaint.idempotency_key = arrival.idempotency_key;
  complaint.content_digest = arrival.content_digest;
  complaint.tracking_key_digest = sha256(tracking_key_of(arrival));
  complaint.brand = arrival.record.brand;
  complaint.kind = name_in(kFeedbackKinds, arrival.record.kind);
  complaint.matter = arrival.record.matter;
  complaint.relationship = arrival.record.relationship;
  complaint.edition = arrival.assessment.edition->id;
  complaint.promised = promised_json(promises_of(arrival.assessment));
  complaint.received_at = arrival.received_at;
  complaint.submission = arrival.canonical;
  complaint.receipt = sign_receipt(arrival, complaint.reference);
  complaint.answer = answer_json(arrival, complaint);
  complaint.attachments = attachment_digests(arrival.submission);
  complaint.events.push_back({"submitted", format_instant(arrival.received_at), "{}"});
  complaint.overview = overview_of(arrival.record, arrival.assessment, arrival.stub->policy_sha256);
  complaint.audit = audit_of({.at = arrival.received_at,
                              .who = "customer",
                              .act = AuditAct::complaint_received,
                              .reference = complaint.reference,
                              .what = "",
                              .reason = "",
                              .content_sha256 = hexadecimal(arrival.content_digest)});
  complaint.notices =
      notices::new_notices(EventType::submitted, arrival.submission, arrival.received_at);
  return complaint;
}

// The kept answer with the tracking key put in front.
Answer told(Arrival const& arrival, KeepOutcome const& outcome) {
  std::string const key = tracking_key_of(arrival);
  if (!equal_in_constant_time(sha256(key), outcome.tracking_key_digest)) {
    log_line("tracking_secret_changed");  // it was kept under another secret, so its key cannot be
                                          // made again
    return refuse(Refusal::internal_failure);
  }
  Answer answer;
  answer.status = 201;
  answer.media_type = "application/json";
  answer.headers.push_back({"Cache-Control", "no-store"});
  if (outcome.keeping == Keeping::repeated)
    answer.headers.push_back({"Idempotency-Replayed", "true"});
  answer.body = R"({"tracking_key":")" + key + "\"," + outcome.answer.substr(1);
  return answer;
}

void finish(Arriving const& arrival, KeepOutcome const& outcome) {
  Stub& stub = *arrival->stub;
  switch (outcome.keeping) {
    case Keeping::kept:
      stub.metrics.count_kept();
      return arrival->reply(told(*arrival, outcome));
    case Keeping::repeated:
      stub.metrics.count_repeated();
      return arrival->reply(told(*arrival, outcome));
    case Keeping::key_reused:
      return arrival->reply(refuse_counted(stub, Refusal::idempotency_key_reused));
    case Keeping::reference_taken:
      if (arrival->tries < limits::kReferenceTries) return keep(arrival);
      return arrival->reply(refuse_counted(stub, Refusal::internal_failure));
    case Keeping::overtaken:
    case Keeping::unavailable:
      return arrival->reply(refuse_counted(stub, Refusal::store_unavailable));
  }
}

void keep(Arriving const& arrival) {
  ++arrival->tries;
  bool const queued = arrival->stub->writer.keep(
      complaint_of(*arrival), [arrival](KeepOutcome const& outcome) { finish(arrival, outcome); });
  if (!queued) arrival->reply(refuse_counted(*arrival->stub, Refusal::too_busy));
}

}  // namespace

void accept_complaint(Stub& stub, Request const& request, Reply reply) {
  if (auto const refusal = refusal_of_headers(request))
    return reply(refuse_counted(stub, *refusal));
  auto const arrival = std::make_shared<Arrival>();
  arrival->stub = &stub;
  arrival->idempotency_key = request.header("Idempotency-Key");
  arrival->received_at = stub.now();
  auto const problems = examine(request.body, *arrival);
  if (!problems.empty()) return reply(refuse_problems(stub, problems));
  arrival->reply = std::move(reply);
  keep(arrival);
}

}  // namespace putright::routes
