#include "server-stub/routes/operating.hpp"

#include <span>

#include "shared/base/named_text.hpp"

namespace putright {

/// Made when the program is built (cmake/embed_files.cmake).
std::span<NamedText const> embedded_api_description();

}  // namespace putright

namespace putright::routes {
namespace {

http::Answer text_answer(int status, std::string media_type, std::string body) {
  http::Answer answer;
  answer.status = status;
  answer.media_type = std::move(media_type);
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.body = std::move(body);
  return answer;
}

}  // namespace

void show_health(Stub&, http::Request const&, http::Reply const& reply) {
  reply(text_answer(200, "text/plain; charset=utf-8", "ok\n"));
}

void show_readiness(Stub& stub, http::Request const&, http::Reply const& reply) {
  bool const ready = stub.store.reachable();
  reply(text_answer(ready ? 200 : 503, "text/plain; charset=utf-8",
                    ready ? "ready\n" : "the store does not answer\n"));
}

void show_metrics(Stub& stub, http::Request const&, http::Reply const& reply) {
  // Without the store they are nothing; whether it answers is what /readyz is for.
  auto const counted = stub.store.notice_counts();
  auto const notices = counted.ok() ? counted.value() : store::NoticeCounts{};
  reply(text_answer(200, "text/plain; version=0.0.4; charset=utf-8",
                    stub.metrics.text({.connections = stub.connections(),
                                       .notices_waiting = notices.waiting,
                                       .notices_by_hand = notices.by_hand,
                                       .notices_given_up = notices.given_up})));
}

void show_api_description(Stub&, http::Request const&, http::Reply const& reply) {
  auto answer =
      text_answer(200, "application/json", std::string{embedded_api_description().front().text});
  answer.headers = {{"Cache-Control", "no-cache"}};
  reply(std::move(answer));
}

}  // namespace putright::routes
