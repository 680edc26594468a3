#include "server-stub/http/session.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <limits>

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "server-stub/http/security_headers.hpp"
#include "server-stub/http/target.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

namespace beast = boost::beast;
namespace wire = boost::beast::http;

constexpr std::size_t kReadBytes = 4096;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

Verb verb_of(wire::verb verb) {
  switch (verb) {
    case wire::verb::get:
      return Verb::get;
    case wire::verb::head:
      return Verb::head;
    case wire::verb::post:
      return Verb::post;
    default:
      return Verb::other;
  }
}

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}
beast::string_view view(std::string_view text) {
  return {text.data(), text.size()};
}

// Made once a second: the time as RFC 9110 writes it. Days and months are never translated.
std::string_view date_header() {
  static std::time_t made_at = 0;
  static std::array<char, 30> text{};
  if (std::time_t const now = std::time(nullptr); now != made_at) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday % 100,
                  kMonths.at(static_cast<std::size_t>(parts.tm_mon)),
                  (parts.tm_year + 1900) % 10000, parts.tm_hour, parts.tm_min, parts.tm_sec);
    made_at = now;
  }
  return text.data();
}

// RFC 9112, 3.2: exactly one, but for HTTP/1.0.
template <class Head>
bool names_one_host(Head const& head) {
  if (head.version() == 10) return head.count(wire::field::host) <= 1;
  return head.version() == 11 && head.count(wire::field::host) == 1;
}

Refusal body_too_long(std::optional<Receiving> const& receiving) {
  return receiving ? receiving->too_long : Refusal::body_too_large;
}

bool is_long(Answer const& answer) {
  return answer.content().size() > limits::kLongAnswerBytes;
}

bool has_no_body(int status) {
  return status == 304 || status == 204;
}

}  // namespace

Session::Session(boost::asio::ip::tcp::socket socket, Hub& hub)
    : stream_(std::move(socket)), buffer_(limits::kHeadBytes + limits::kReadAheadBytes), hub_(hub) {
  hub_.sessions.insert(this);
}

Session::~Session() {
  hub_.sessions.erase(this);
  if (hub_.on_gone) hub_.on_gone();
}

void Session::start() {
  Error ignored;
  auto const caller = stream_.socket().remote_endpoint(ignored);
  if (!ignored) client_ = caller.address().to_string();
  stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  wait_for_request(limits::kHeadTime);
}

void Session::turn_away() {
  started_ = std::chrono::steady_clock::now();
  refuse_now(Refusal::too_many_connections, "turned_away");
}

void Session::drain() {
  if (waiting_) close();
}

void Session::abandon() {
  stream_.close();
}

bool Session::was_cut(Error error, std::string_view what) {
  if (error != beast::error::timeout) return false;
  if (hub_.parts.cut) hub_.parts.cut(what);
  return true;
}

void Session::wait_for_request(std::chrono::seconds at_most) {
  if (hub_.draining) return close();
  if (buffer_.size() > 0) return read_head();
  waiting_ = true;
  stream_.expires_after(at_most);
  stream_.async_read_some(buffer_.prepare(kReadBytes),
                          [self = shared_from_this()](Error error, std::size_t bytes) {
                            self->waiting_ = false;
                            if (error) return;
                            self->buffer_.commit(bytes);
                            self->read_head();
                          });
}

void Session::read_head() {
  started_ = std::chrono::steady_clock::now();
  keep_alive_ = false;
  head_only_ = false;
  request_ = {};
  request_.client = client_;
  receiving_.reset();
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(limits::kHeadBytes));
  // plan() sets the route's own limit. (Boost 1.74 takes "no limit" for a limit below every
  // length.)
  parser_->body_limit(std::numeric_limits<std::uint64_t>::max());
  stream_.expires_after(limits::kHeadTime);
  wire::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Error error, std::size_t) { self->on_head(error); });
}

void Session::on_head(Error error) {
  if (was_cut(error, "head") || error == wire::error::end_of_stream) return close();
  if (error == wire::error::header_limit || error == wire::error::buffer_overflow) {
    return refuse_now(Refusal::request_head_too_large, "unread");
  }
  if (error.category() == make_error_code(wire::error::bad_method).category()) {
    return refuse_now(Refusal::request_malformed, "unread");
  }
  if (error) return close();
  if (plan()) read_body();
}

// Decides everything that the head alone decides. False when it has been answered already.
bool Session::plan() {
  auto const& head = parser_->get();
  head_only_ = head.method() == wire::verb::head;
  if (!names_one_host(head)) return refuse_now(Refusal::request_malformed, "unread"), false;
  auto path = parse_target(view(head.target()));
  auto const length = parser_->content_length();
  bool const has_body = parser_->chunked() || (length && *length > 0);
  bool const may_stay = head.keep_alive() && head.version() == 11;
  keep_alive_ = may_stay && !has_body;
  if (!path) return refuse_now(Refusal::path_not_allowed, "unread"), false;
  request_.path = std::move(*path);
  request_.query = query_of(view(head.target()));
  request_.verb = verb_of(head.method());
  found_ = hub_.parts.router.find(request_.verb, request_.path);
  if (found_.route == nullptr) {
    auto const refusal = found_.allow.empty() ? Refusal::not_found : Refusal::method_not_allowed;
    return refuse_now(refusal, "no_route"), false;
  }
  request_.captured = std::move(found_.captured);
  for (auto const& field : head) {
    request_.headers.push_back(
        {std::string{view(field.name_string())}, std::string{view(field.value())}});
  }
  if (auto const named = request_.last_listed(hub_.parts.client_header); !named.empty())
    request_.client = named;
  if (!plan_body()) return false;
  keep_alive_ = may_stay;
  return true;
}

// How the body is read, and how long it may be. False when it has been refused already.
bool Session::plan_body() {
  if (found_.route->receive) receiving_ = found_.route->receive(request_);
  std::size_t const most = receiving_ ? receiving_->body_bytes : found_.route->body_bytes;
  auto const length = parser_->content_length();
  if (length && *length > most) {
    return refuse_now(body_too_long(receiving_), found_.route->name), false;
  }
  parser_->body_limit(most);
  if (receiving_) parser_->get().body().receiver = receiving_->receiver.get();
  return true;
}

std::chrono::seconds Session::body_time() const {
  if (!receiving_) return limits::kBodyTime;
  auto const bytes = parser_->content_length().value_or(receiving_->body_bytes);
  return limits::kBodyTime + std::chrono::seconds{bytes / limits::kUploadBytesASecond};
}

void Session::read_body() {
  route_ = found_.route->name;
  if (parser_->is_done()) return handle();
  auto const expect = parser_->get().find(wire::field::expect);
  if (expect != parser_->get().end() && beast::iequals(expect->value(), "100-continue"))
    return send_continue();
  stream_.expires_after(body_time());
  wire::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](Error error, std::size_t) { self->on_body(error); });
}

void Session::send_continue() {
  parser_->get().erase(wire::field::expect);
  stream_.expires_after(limits::kWriteTime);
  boost::asio::async_write(stream_, boost::asio::buffer(kContinue.data(), kContinue.size()),
                           [self = shared_from_this()](Error error, std::size_t) {
                             if (!error) self->read_body();
                           });
}

void Session::on_body(Error error) {
  if (was_cut(error, "body")) return close();
  if (error == wire::error::body_limit) {
    keep_alive_ = false;
    return refuse_now(body_too_long(receiving_), route_);
  }
  if (error.category() == make_error_code(wire::error::bad_method).category()) {
    keep_alive_ = false;
    return refuse_now(Refusal::request_malformed, route_);
  }
  if (error) return close();
  handle();
}

void Session::handle() {
  auto message = parser_->release();
  request_.body = std::move(message.body().text);
  Reply reply = [self = shared_from_this()](Answer ready) { self->answer(std::move(ready)); };
  if (receiving_) return receiving_->receiver->finish(request_, std::move(reply));
  found_.route->handler(request_, std::move(reply));
}

void Session::refuse_now(Refusal refusal, std::string_view route) {
  route_ = route;
  if (receiving_) receiving_->receiver.reset();  // what it has taken so far is for nothing
  Answer refused = hub_.parts.refused ? hub_.parts.refused(refusal, request_) : refuse(refusal);
  if (refusal == Refusal::method_not_allowed) refused.headers.push_back({"Allow", found_.allow});
  answer(std::move(refused));
}

void Session::answer(Answer ready) {
  answer_ = std::move(ready);
  if (hub_.parts.finish) hub_.parts.finish(answer_);
  if (hub_.draining) keep_alive_ = false;
  fill_response();
  if (hub_.parts.answered) {
    auto const taken = std::chrono::steady_clock::now() - started_;
    hub_.parts.answered(route_, answer_.status,
                        std::chrono::duration_cast<std::chrono::microseconds>(taken));
  }
  if (is_long(answer_)) when_closed(Rest::is_dropped);
  stream_.expires_after(limits::kWriteTime);
  wire::async_write(stream_, *response_, [self = shared_from_this()](Error error, std::size_t) {
    self->on_written(error);
  });
}

void Session::fill_response() {
  std::string_view const content = answer_.content();
  response_.emplace(static_cast<wire::status>(answer_.status), 11);
  response_->keep_alive(keep_alive_);
  response_->set(wire::field::date, view(date_header()));
  for (auto const& header : common_security_headers())
    response_->set(view(header.name), view(header.value));
  if (auto const header = transport_security(hub_.parts.origin))
    response_->set(view(header->name), view(header->value));
  response_->set("Content-Security-Policy", view(content_security_policy(request_.path)));
  if (!answer_.media_type.empty()) response_->set(wire::field::content_type, answer_.media_type);
  for (auto const& header : answer_.headers)
    response_->set(header.name, header.value);
  if (has_no_body(answer_.status)) return;
  response_->content_length(content.size());
  if (!head_only_) response_->body() = {content.data(), content.size()};
}

void Session::on_written(Error error) {
  if (was_cut(error, "write") || error) return close();
  if (is_long(answer_)) when_closed(Rest::is_delivered);
  if (keep_alive_) return wait_for_request(limits::kIdleTime);
  stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, error);
  if (error) return close();
  stream_.expires_after(receiving_ ? limits::kUploadLingerTime : limits::kLingerTime);
  linger(receiving_ ? limits::kUploadLingerBytes : limits::kLingerBytes);
}

void Session::when_closed(Rest rest) {
  Error ignored;
  boost::asio::socket_base::linger const at_once{rest == Rest::is_dropped, 0};
  stream_.socket().set_option(at_once, ignored);
}

// Closing while the caller still sends would make its machine throw our answer away.
void Session::linger(std::size_t left) {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kReadBytes),
                          [self = shared_from_this(), left](Error error, std::size_t bytes) {
                            if (error || bytes >= left) return self->close();
                            self->linger(left - bytes);
                          });
}

void Session::close() {
  stream_.close();
}

}  // namespace putright::http
