#include "server-stub/routes/later_acts.hpp"

#include <algorithm>
#include <memory>

#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/tracking.hpp"
#include "shared/base/require.hpp"
#include "shared/complaint/event_rules.hpp"
#include "shared/submission/later_forms.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;
using http::Reply;
using http::Request;
using store::Keeping;

// A checked form on its way to becoming an event. Lives until it has been answered.
struct Act {
  Stub* stub;
  Reply reply;
  std::string idempotency_key;
  EventType type;
  std::string body;
  Digest content_digest{};
  store::KeptComplaint kept;
  int tries = 0;
};

using Acting = std::shared_ptr<Act>;

void keep(Acting const& act);

EventType event_of(LaterForm form) {
  switch (form) {
    case LaterForm::stage_2_request:
      return EventType::stage_2_requested;
    case LaterForm::answer:
      return EventType::question_answered;
    case LaterForm::withdrawal:
      return EventType::withdrawn;
  }
  requirement_broken("every form becomes an event", __FILE__, __LINE__);
}

std::string event_body(GivenTexts const& texts) {
  json::Writer writer;
  writer.begin_object().member("role", name_in(kActors, Actor::customer));
  for (auto const& [name, text] : texts)
    writer.member(name, text);
  return writer.end_object().take();
}

// A clock that was put back does not put events out of their order.
Instant moment_after(ComplaintRecord const& record, Instant now) {
  for (auto const& event : record.events)
    now = std::max(now, event.when.at.value_or(now));
  return now;
}

// The event at this moment, and what the rules say against it. The pointers are to the whole of
// what was sent: nothing in it is wrong, only its time.
struct Judged {
  Instant at;
  std::vector<Problem> problems;
};

Outcome<Judged, std::vector<Problem>> judge(Act const& act) {
  auto const record = parse_record(record_json(act.kept));
  if (!record.ok()) return record.error();
  PolicyBook const& book = act.stub->policy.book;
  Judged judged{moment_after(record.value(), act.stub->now()), {}};
  auto const assessed = assess(record.value(), book, judged.at);
  if (!assessed.ok()) return assessed.error();
  CountingRules const rules{*assessed.value().course, *assessed.value().edition,
                            assessed.value().receipt, book.calendar, Explanation::none};
  Event event{act.type, event_time(judged.at)};
  event.role = Actor::customer;
  judged.problems = event_problems(event, {record.value().events, record.value().promised},
                                   record.value().kind, rules, judged.at);
  for (auto& problem : judged.problems)
    problem.pointer.clear();
  return judged;
}

// The answer of an act that was kept: the complaint with the events that there were with it.
Answer told(store::KeptComplaint kept, std::size_t events) {
  kept.events.resize(std::min(events, kept.events.size()));
  return shown(kept);
}

Answer told_again(Act const& act, store::KeptAct const& before) {
  Stub& stub = *act.stub;
  if (before.content_digest != act.content_digest)
    return refuse_counted(stub, Refusal::idempotency_key_reused);
  stub.metrics.count_repeated();
  Answer answer = told(act.kept, before.events);
  answer.headers.push_back({"Idempotency-Replayed", "true"});
  return answer;
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
      return act->reply(shown(act->kept));
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

void queue(Acting const& act, Instant at) {
  ++act->tries;
  store::KeptEvent const event{std::string{name_in(kEventTypes, act->type)}, format_instant(at),
                               act->body};
  bool const queued = act->stub->writer.keep(
      store::NewEvent{act->kept.reference, act->idempotency_key, act->content_digest,
                      act->kept.events.size(), event},
      [act, event](store::KeepOutcome const& outcome) { finish(act, event, outcome.keeping); });
  if (!queued) act->reply(refuse_counted(*act->stub, Refusal::too_busy));
}

// A repeat is answered before the rules are asked: they would call it a second one.
void keep(Acting const& act) {
  Stub& stub = *act->stub;
  auto const before = stub.store.find_act(act->kept.reference, act->idempotency_key);
  if (!before.ok()) return act->reply(refuse_unread(stub, before.error()));
  if (before.value()) return act->reply(told_again(*act, *before.value()));
  auto const judged = judge(*act);
  if (!judged.ok()) {
    log_line("record_not_assessable", {{"code", name(judged.error().front().code)}});
    return act->reply(refuse_counted(stub, Refusal::internal_failure));
  }
  if (!judged.value().problems.empty()) {
    return act->reply(
        refuse_problems(stub, Refusal::event_not_possible_now, judged.value().problems));
  }
  queue(act, judged.value().at);
}

void take(Stub& stub, LaterForm form, Request const& request, Reply reply) {
  if (auto const refusal = refusal_of_headers(request))
    return reply(refuse_counted(stub, *refusal));
  auto kept = complaint_for(stub, request);
  if (!kept.ok()) return reply(kept.error());
  auto const texts = read_later_form(form, request.body);
  if (!texts.ok()) return reply(refuse_problems(stub, texts.error()));
  auto const act = std::make_shared<Act>();
  act->stub = &stub;
  act->reply = std::move(reply);
  act->idempotency_key = request.header("Idempotency-Key");
  act->type = event_of(form);
  act->body = event_body(texts.value());
  act->content_digest = sha256(std::string{name_in(kEventTypes, act->type)} + "\n" + act->body);
  act->kept = std::move(kept).value();
  keep(act);
}

}  // namespace

void request_stage_2(Stub& stub, Request const& request, Reply reply) {
  take(stub, LaterForm::stage_2_request, request, std::move(reply));
}

void answer_question(Stub& stub, Request const& request, Reply reply) {
  take(stub, LaterForm::answer, request, std::move(reply));
}

void withdraw(Stub& stub, Request const& request, Reply reply) {
  take(stub, LaterForm::withdrawal, request, std::move(reply));
}

}  // namespace putright::routes
