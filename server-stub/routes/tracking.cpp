#include "server-stub/routes/tracking.hpp"

#include "server-stub/routes/refusing.hpp"
#include "shared/submission/reference.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;

constexpr std::string_view kBearer = "Bearer ";

std::string_view bearer_of(http::Request const& request) {
  std::string_view const authorization = request.header("Authorization");
  bool const bears = http::same_ignoring_case(authorization.substr(0, kBearer.size()), kBearer);
  return bears ? authorization.substr(kBearer.size()) : "";
}

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
  if (kept && key && same) return std::move(*kept);
  stub.metrics.count_tracking_wrong();
  stub.wrong_keys.count(reference, request.client, asked_at);
  return refuse(Refusal::complaint_not_found);
}

std::string record_json(store::KeptComplaint const& kept) {
  json::Writer writer;
  writer.begin_object()
      .member("brand", kept.brand)
      .member("kind", kept.kind)
      .member("matter", kept.matter);
  writer.member("relationship", kept.relationship).member("edition", kept.edition);
  writer.member("promised").raw(kept.promised).member("events").begin_array();
  for (auto const& event : kept.events) {
    std::string const head = R"({"type":")" + event.type + R"(","at":")" + event.at + "\"";
    writer.raw(head + (event.body == "{}" ? "}" : "," + event.body.substr(1)));
  }
  return writer.end_array().end_object().take();
}

Answer shown(store::KeptComplaint const& kept) {
  json::Writer writer;
  writer.begin_object().member("reference", kept.reference).member("brand", kept.brand);
  writer.member("kind", kept.kind)
      .member("matter", kept.matter)
      .member("received_at", kept.received_at);
  writer.member("submission").raw(kept.submission);
  writer.member("record").raw(record_json(kept)).member("receipt", kept.receipt);
  Answer answer;
  answer.media_type = "application/json";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.body = writer.end_object().take();
  return answer;
}

void show_complaint(Stub& stub, http::Request const& request, http::Reply const& reply) {
  auto const kept = complaint_for(stub, request);
  reply(kept.ok() ? shown(kept.value()) : kept.error());
}

}  // namespace putright::routes
