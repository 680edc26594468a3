#include "server-stub/routes/later_acts.hpp"

#include "server-stub/routes/acting.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/tracking.hpp"
#include "shared/base/require.hpp"
#include "shared/submission/later_forms.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using http::Reply;
using http::Request;

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

void take(Stub& stub, LaterForm form, Request const& request, Reply reply) {
  if (auto const refusal = refusal_of_headers(request))
    return reply(refuse_counted(stub, *refusal));
  auto kept = complaint_for(stub, request);
  if (!kept.ok()) return reply(kept.error());
  auto const texts = read_later_form(form, request.body);
  if (!texts.ok()) return reply(refuse_problems(stub, texts.error()));
  Act act;
  act.stub = &stub;
  act.reply = std::move(reply);
  act.idempotency_key = request.header("Idempotency-Key");
  act.event.type = event_of(form);
  act.event.role = Actor::customer;
  act.body = event_body(texts.value());
  act.content_digest = sha256(std::string{name_in(kEventTypes, act.event.type)} + "\n" + act.body);
  act.kept = std::move(kept).value();
  act.who = "customer";
  keep_event(std::move(act));
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
