// The portal over JSON: what the WebAssembly module answers to the page.
#include "portal/html/page.hpp"
#include "portal/journey/portal.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

std::vector<std::pair<std::string, std::string>> read_form(json::Value const* list) {
  std::vector<std::pair<std::string, std::string>> form;
  if (list == nullptr) return form;
  for (auto const& pair : list->items) {
    if (pair.items.size() == 2) form.emplace_back(pair.items[0].string, pair.items[1].string);
  }
  return form;
}

Outcome<PortalRequest, Problem> read_request(std::string_view text) {
  auto const root = json::parse(text, json::kDocumentLimits);
  if (!root.ok()) return json::problem_of(root.error(), text);
  json::Value const& value = root.value();
  auto const now = parse_instant(value.string_at("now"));
  if (!now) return make_problem(ProblemCode::event_time_malformed, "/now", value.string_at("now"));
  PortalRequest request{.method = value.string_at("method") == "POST" ? Method::post : Method::get,
                        .path = std::string{value.string_at("path")},
                        .form = read_form(value.find("form")),
                        .now = *now,
                        .entropy = std::string{value.string_at("entropy")},
                        .answer = std::nullopt,
                        .origin = std::string{value.string_at("origin")},
                        .device = std::nullopt};
  json::Value const* const answer = value.find("answer");
  if (answer != nullptr && answer->kind == json::Kind::object) {
    json::Value const* const status = answer->find("status");
    json::Value const* const kept = answer->find("kept");
    request.answer = EffectAnswer{
        status == nullptr ? 0 : static_cast<int>(status->integer),
        std::string{answer->string_at("body")},
        kept != nullptr && kept->boolean ? EffectAnswer::Waits::yes : EffectAnswer::Waits::no};
  }
  if (json::Value const* const device = value.find("device")) request.device = read_device(*device);
  return request;
}

void write_effect(json::Writer& writer, Effect const& effect) {
  writer.member("effect")
      .begin_object()
      .member("method", effect.method == Method::post ? "POST" : "GET")
      .member("path", effect.path)
      .member("idempotency_key", effect.idempotency_key)
      .member("bearer", effect.bearer)
      .member("body", effect.body)
      .end_object();
}

}  // namespace

std::string answer_json(std::string_view request_json, PolicyBook const& book) {
  auto const request = read_request(request_json);
  json::Writer writer;
  writer.begin_object();
  if (!request.ok()) {
    writer.member("status", 400).member("problems").raw(problems_json({request.error()}));
    return writer.end_object().take();
  }
  auto const response = answer_request(request.value(), book);
  writer.member("status", response.status)
      .member("path", response.screen.path)
      .member("title", page_title(response.screen))
      .member("html", render_page(response.screen));
  if (response.effect) write_effect(writer, *response.effect);
  return writer.end_object().take();
}

}  // namespace putright
