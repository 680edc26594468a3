#include "tests/server-stub/store/samples.hpp"

#include <stdexcept>

namespace putright::store {

NewComplaint sample(std::string const& number, std::string const& content) {
  if (!start_sodium()) throw std::runtime_error("this machine gives no randomness");
  NewComplaint complaint;
  complaint.reference = "HP-" + number;
  complaint.idempotency_key = "key-" + number;
  complaint.content_digest = sha256(content);
  complaint.tracking_key_digest = sha256("tracking " + number);
  complaint.brand = "homes-plus";
  complaint.kind = "complaint";
  complaint.edition = "group-v2-mar24";
  complaint.promised = "[]";
  complaint.received_at = parse_instant("2026-03-26T09:00:00Z").value();
  complaint.submission = "{}";
  complaint.receipt = "receipt " + number;
  complaint.answer = "answer " + number;
  complaint.events.push_back({"submitted", "2026-03-26T09:00:00Z", "{}"});
  return complaint;
}

NewEvent withdrawal(std::string const& key, std::size_t after, std::string const& words) {
  return {.reference = "HP-1",
          .idempotency_key = key,
          .content_digest = sha256(words),
          .after = after,
          .event = {"withdrawn", "2026-03-27T09:00:00Z", words}};
}

KeepOutcome keep(Keeper& store, ToKeep const& arrival) {
  return store.keep(std::span{&arrival, 1}).front();
}

}  // namespace putright::store
