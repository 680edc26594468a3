#include "server-stub/routes/acting.hpp"

#include <algorithm>
#include <memory>

#include "portal/colleagues/words.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/notices/new_notices.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/tracking.hpp"
#include "shared/base/require.hpp"
#include "shared/complaint/event_rules.hpp"
#include "shared/wire/record_json.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;
using store::Keeping;

using Acting = std::shared_ptr<Act>;

void keep(Acting const& act);

// The event at this moment: the record with it, or what the rules say against it.
struct Judged {
  ComplaintRecord record;
  Instant at;
  std::vector<Problem> problems;
};

// Pointers are into what was sent: the event is not one of many there, and nobody sends its time or
// type to be mended unless they are in the form.
void point_into_form(std::vector<Problem>& problems, Reader reader, std::size_t position) {
  std::string const front = "/events/" + std::to_string(position);
  for (auto& problem : problems) {
    std::string const pointer =
        problem.pointer.rfind(front, 0) == 0 ? problem.pointer.substr(front.size()) : "";
    bool const of_the_whole = reader == Reader::customer || pointer == "/type";
    problem.pointer = of_the_whole ? "" : pointer;
  }
}

Outcome<Judged, std::vector<Problem>> judge(Act const& act) {
  auto record = record_of(act.kept);
  if (!record.ok()) return record.error();
  PolicyBook const& book = act.stub->policy.book;
  Judged judged{std::move(record).value(), {}, {}};
  judged.at = moment_after(judged.record, act.stub->now());
  auto const assessed =
      assess(judged.record, book, judged.at, {.receipt = {}, .explanation = Explanation::none});
  if (!assessed.ok()) return assessed.error();
  Event event = act.event;
  event.when = act.happened.value_or(event_time(judged.at));
  judged.problems = event_problems(event, {judged.record.events, judged.record.promised},
                                   judged.record.kind, rules_of(assessed.value(), book), judged.at);
  point_into_form(judged.problems, act.reader, judged.record.events.size());
  judged.record.events.push_back(std::move(event));
  return judged;
}

// The answer of an act that was kept: the complaint with the events that there were with it.
Answer told(Act const& act, std::size_t events) {
  auto kept = act.kept;
  kept.events.resize(std::min(events, kept.events.size()));
  return shown(kept, act.reader);
}

Answer told_again(Act const& act, store::KeptAct const& before) {
  act.stub->metrics.count_repeated();
  Answer answer = told(act, before.events);
  answer.headers.push_back({"Idempotency-Replayed", "true"});
  return answer;
}

// To a colleague the answer to a repeat is a look: nothing of it is on the audit log yet.
void answer_repeat(Acting const& act, store::KeptAct const& before) {
  if (before.content_digest != act->content_digest)
    return act->reply(refuse_counted(*act->stub, Refusal::idempotency_key_reused));
  if (act->reader == Reader::customer) return act->reply(told_again(*act, before));
  AuditEntry const entry{.at = act->stub->now(),
                         .who = act->who,
                         .act = AuditAct::complaint_viewed,
                         .reference = act->kept.reference,
                         .what = std::string{name_in(kEventTypes, act->event.type)},
                         .reason = std::string{colleagues::words::kRepeatedReason},
                         .content_sha256 = ""};
  audit_first(*act->stub, entry, act->reply, [act, before] { return told_again(*act, before); });
}

// Reads the complaint again: others have added to it.
void keep_anew(Acting const& act) {
  auto found = act->stub->store.find(act->kept.reference);
  if (!found.ok()) return act->reply(refuse_unread(*act->stub, found.error()));
  PUTRIGHT_REQUIRE(found.value().has_value());
  act->kept = std::move(found).value().value();
  keep(act);
}

void finish(Acting const& act, store::KeptEvent const& event, Keeping keeping) {
  Stub& stub = *act->stub;
  switch (keeping) {
    case Keeping::kept:
      stub.metrics.count_event(event.type);
      act->kept.events.push_back(event);
      return act->reply(shown(act->kept, act->reader));
    case Keeping::repeated:
    case Keeping::key_reused:
    case Keeping::overtaken:
      if (act->tries < limits::kActTries) return keep_anew(act);
      return act->reply(refuse_counted(stub, Refusal::too_busy));
    case Keeping::reference_taken:
    case Keeping::unavailable:
      return act->reply(refuse_counted(stub, Refusal::store_unavailable));
  }
}

// What happened earlier than it was recorded says so: an acknowledgement cannot be dated back
// unseen.
std::string body_of(Act const& act, Instant at) {
  if (!act.happened) return act.body;
  return R"({"recorded_at":")" + format_instant(at) + "\"" +
         (act.body == "{}" ? "}" : "," + act.body.substr(1));
}

// The dates that begin to bind with the last event.
std::string newly_promised(Judged const& judged, Assessment const& after) {
  auto promises = promises_of(after);
  auto const is_old = [&](PromisedDate const& one) {
    return std::any_of(judged.record.promised.begin(), judged.record.promised.end(),
                       [&](PromisedDate const& other) { return other.id == one.id; });
  };
  promises.erase(std::remove_if(promises.begin(), promises.end(), is_old), promises.end());
  return promised_json(promises);
}

void queue(Acting const& act, Judged const& judged, Assessment const& after) {
  ++act->tries;
  Event const& added = judged.record.events.back();
  store::KeptEvent const event{std::string{name_in(kEventTypes, added.type)},
                               written_time(added.when), body_of(*act, judged.at),
                               newly_promised(judged, after)};
  AuditEntry const entry{.at = judged.at,
                         .who = act->who,
                         .act = AuditAct::event_recorded,
                         .reference = act->kept.reference,
                         .what = event.type,
                         .reason = "",
                         .content_sha256 = hexadecimal(sha256(event.body))};
  bool const queued = act->stub->writer.keep(
      store::NewEvent{act->kept.reference, act->idempotency_key, act->content_digest,
                      act->kept.events.size(), event,
                      overview_of(judged.record, after, act->stub->policy_sha256), audit_of(entry),
                      notices::new_notices(added.type, act->kept, judged.at)},
      [act, event](store::KeepOutcome const& outcome) { finish(act, event, outcome.keeping); });
  if (!queued) act->reply(refuse_counted(*act->stub, Refusal::too_busy));
}

void refuse_record(Act const& act, std::vector<Problem> const& problems) {
  log_line("record_not_assessable", {{"code", name(problems.front().code)}});
  act.reply(refuse_counted(*act.stub, Refusal::internal_failure));
}

// A repeat is answered before the rules are asked: they would call it a second one.
void keep(Acting const& act) {
  Stub& stub = *act->stub;
  auto const before = stub.store.find_act(act->kept.reference, act->idempotency_key);
  if (!before.ok()) return act->reply(refuse_unread(stub, before.error()));
  if (before.value()) {
    // It may have been kept since the complaint was read, by another stub or in another tab.
    if (before.value()->events > act->kept.events.size()) return keep_anew(act);
    return answer_repeat(act, *before.value());
  }
  auto const judged = judge(*act);
  if (!judged.ok()) return refuse_record(*act, judged.error());
  if (!judged.value().problems.empty()) {
    return act->reply(
        refuse_problems(stub, Refusal::event_not_possible_now, judged.value().problems));
  }
  auto const after = assess(judged.value().record, stub.policy.book, judged.value().at,
                            {.receipt = {}, .explanation = Explanation::none});
  if (!after.ok()) return refuse_record(*act, after.error());
  queue(act, judged.value(), after.value());
}

}  // namespace

std::string written_time(EventTime const& when) {
  return when.at ? format_instant(*when.at) : format_date(when.on);
}

CountingRules rules_of(Assessment const& assessment, PolicyBook const& book) {
  return {*assessment.course, *assessment.edition, assessment.receipt, book.calendar,
          Explanation::none};
}

Instant moment_after(ComplaintRecord const& record, Instant now) {
  for (auto const& event : record.events)
    now = std::max(now, event.when.at.value_or(now));
  return now;
}

void keep_event(Act act) {
  keep(std::make_shared<Act>(std::move(act)));
}

}  // namespace putright::routes
