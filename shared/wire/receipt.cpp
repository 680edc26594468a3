#include "shared/wire/receipt.hpp"

#include "shared/calendar/london.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {

std::string receipt_payload(ReceiptFacts const& facts, Assessment const& assessment) {
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("brand", facts.brand).member("core", PUTRIGHT_VERSION);
  writer.member("deadlines").begin_array();
  for (auto const& deadline : assessment.deadlines) {
    if (deadline.certainty == Certainty::provisional) continue;
    writer.begin_object()
        .member("due_on", format_date(deadline.promised_on))
        .member("id", name_in(kDeadlineIds, deadline.rule->id))
        .member("state", name_in(kDeadlineStates, deadline.state))
        .end_object();
  }
  writer.end_array()
      .member("edition", assessment.edition->id)
      .member("iss", kReceiptIssuer)
      .member("kind", name_in(kFeedbackKinds, facts.kind))
      .member("policy_sha256", facts.policy_sha256)
      .member("receipt_rule", name_in(kReceiptRules, assessment.receipt))
      .member("received_at", format_instant(facts.received_at))
      .member("received_on", format_date(london_date(facts.received_at)))
      .member("reference", facts.reference)
      .member("submission_sha256", facts.submission_sha256)
      .end_object();
  return writer.take();
}

}  // namespace putright
