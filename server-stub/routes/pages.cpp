#include "server-stub/routes/pages.hpp"

#include <array>
#include <memory>

#include "portal/html/page.hpp"
#include "portal/information/information.hpp"
#include "portal/journey/portal.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/http/origin.hpp"
#include "server-stub/http/refusal.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/routes/form_body.hpp"
#include "server-stub/routes/refusal_page.hpp"
#include "shared/calendar/london.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;
using http::Reply;
using http::Request;

constexpr std::size_t kEntropyBytes = 16;

PortalRequest portal_request(Stub& stub, Method method, Request const& request) {
  std::array<std::uint8_t, kEntropyBytes> entropy{};
  fill_random(entropy);
  return {
      .method = method,
      .path = request.path,
      .form = {},
      .now = stub.now(),
      .entropy = hexadecimal(entropy),
      .answer = std::nullopt,
      .origin = stub.origin.empty() ? "http://" + std::string{request.header("Host")} : stub.origin,
      .device = std::nullopt};
}

Answer page(PortalResponse const& response, std::string_view cache) {
  Answer answer;
  answer.status = response.status;
  answer.media_type = "text/html; charset=utf-8";
  answer.headers.push_back({"Cache-Control", std::string{cache}});
  answer.body = render_page(response.screen);
  return answer;
}

Request request_of(Effect const& effect, std::string const& client) {
  Request request;
  request.client = client;
  request.verb = effect.method == Method::post ? http::Verb::post : http::Verb::get;
  request.path = effect.path;
  if (!effect.idempotency_key.empty())
    request.headers.push_back({"Idempotency-Key", effect.idempotency_key});
  if (!effect.bearer.empty())
    request.headers.push_back({"Authorization", "Bearer " + effect.bearer});
  if (!effect.body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  request.body = effect.body;
  return request;
}

void run_effect(http::Router const& api, Effect const& effect, std::string const& client,
                Reply reply) {
  Request request = request_of(effect, client);
  auto found = api.find(request.verb, request.path);
  if (found.route == nullptr) return reply(refuse(Refusal::not_found));
  request.captured = std::move(found.captured);
  found.route->handler(request, std::move(reply));
}

void answer_fields(Stub& stub, http::Router const& api, Request const& request,
                   http::FormFields fields, Reply reply) {
  auto const asked = std::make_shared<PortalRequest>(portal_request(stub, Method::post, request));
  asked->form = std::move(fields);
  auto const response = answer_request(*asked, stub.policy.book);
  if (!response.effect) return reply(page(response, "no-store"));
  run_effect(api, *response.effect, request.client,
             [&stub, asked, reply = std::move(reply)](Answer const& answer) {
               asked->answer = EffectAnswer{answer.status, std::string{answer.content()}};
               reply(page(answer_request(*asked, stub.policy.book), "no-store"));
             });
}

// What colleagues published stands beside what the brand's own data says. With a store that cannot
// be read the page shows the latter: it is no reason to show nothing.
std::vector<Improvement> published_at(Stub& stub, std::string const& path) {
  std::string const brand = brand_of_changes(path, stub.policy.book);
  if (brand.empty()) return {};
  auto const changes = stub.store.published_changes(brand, limits::kPublishedChanges);
  if (!changes.ok()) {
    stub.metrics.count_store_failure();
    return {};
  }
  std::vector<Improvement> published;
  for (auto const& change : changes.value()) {
    if (auto const on = parse_date(change.published_on))
      published.push_back({*on, change.told, change.changed});
  }
  return published;
}

}  // namespace

void show_page(Stub& stub, Request const& request, Reply const& reply) {
  if (auto screen = information_page(request.path, stub.policy.book, london_date(stub.now()),
                                     published_at(stub, request.path)))
    return reply(
        stub.site.answer_page(request, page({200, std::move(*screen), std::nullopt}, "no-cache")));
  auto const response =
      answer_request(portal_request(stub, Method::get, request), stub.policy.book);
  reply(stub.site.answer_page(request, page(response, "no-cache")));
}

void answer_form(Stub& stub, http::Router const& api, Request const& request, Reply reply) {
  if (http::sent_from_elsewhere(request))
    return reply(refuse_caller(stub, Refusal::cross_site_post, request));
  if (http::media_type_of(request.header("Content-Type")) != "application/x-www-form-urlencoded") {
    return reply(refuse_caller(stub, Refusal::media_type_not_supported, request));
  }
  auto fields = http::parse_form(request.body);
  if (!fields) return reply(refuse_caller(stub, Refusal::form_too_many_fields, request));
  answer_fields(stub, api, request, std::move(*fields), std::move(reply));
}

std::optional<http::Receiving> receive_form(Stub& stub, http::Router const& api,
                                            Request const& head) {
  if (http::sent_from_elsewhere(head)) return std::nullopt;
  return receive_form_body(
      stub, head, [&stub, &api](Request const& request, http::FormFields fields, Reply reply) {
        answer_fields(stub, api, request, std::move(fields), std::move(reply));
      });
}

}  // namespace putright::routes
