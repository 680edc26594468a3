// One connection: request after request, each within its deadlines. Beast and Asio live here and in
// server.cpp only.
#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>  // Boost 1.74's coroutine header forgets it

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/span_body.hpp>

#include "server-stub/http/received_body.hpp"
#include "server-stub/http/refusal.hpp"
#include "server-stub/http/server.hpp"

namespace putright::http {

class Session;

/// What all sessions share. Outlives them.
struct Hub {
  ServerParts parts{Router{{}}, {}, {}};
  std::unordered_set<Session*> sessions;
  bool draining = false;
  /// Called when a session has gone.
  std::function<void()> on_gone;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, Hub& hub);
  ~Session();
  Session(Session const&) = delete;
  Session& operator=(Session const&) = delete;

  void start();
  /// Answers 503 without reading anything, and closes.
  void turn_away();
  /// Closes now when between requests, else after the answer in hand.
  void drain();
  /// Closes whatever is going on.
  void abandon();

 private:
  using Error = boost::system::error_code;
  using Parser = boost::beast::http::request_parser<ReceivedBody>;
  using Response = boost::beast::http::response<boost::beast::http::span_body<char const>>;

  void wait_for_request(std::chrono::seconds at_most);
  void read_head();
  void on_head(Error error);
  bool plan();
  bool plan_body();
  std::chrono::seconds body_time() const;
  void send_continue();
  void read_body();
  void on_body(Error error);
  void handle();
  void refuse_now(Refusal refusal, std::string_view route);
  void answer(Answer ready);
  void fill_response();
  void on_written(Error error);
  /// What becomes of bytes that are still to be delivered when the connection is closed.
  enum class Rest { is_delivered, is_dropped };
  void when_closed(Rest rest);
  void linger(std::size_t left);
  void close();
  /// Whether the caller was too slow, which is counted.
  bool was_cut(Error error, std::string_view what);

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  Hub& hub_;
  std::optional<Parser> parser_;
  std::optional<Response> response_;
  Answer answer_;
  Request request_;
  Found found_;
  std::optional<Receiving> receiving_;
  std::string route_;
  std::string client_;
  std::chrono::steady_clock::time_point started_;
  bool waiting_ = false;
  bool keep_alive_ = false;
  bool head_only_ = false;
};

}  // namespace putright::http
