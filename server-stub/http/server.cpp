#include "server-stub/http/server.hpp"

#include <csignal>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server-stub/http/session.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

class Server::Inside {
 public:
  Inside() {
    hub_.on_gone = [this] {
      if (hub_.draining && hub_.sessions.empty()) io_.stop();
    };
  }
  ~Inside() {
    hub_.on_gone = nullptr;  // sessions that the context still holds go after this
  }

  Outcome<std::uint16_t, Failure> listen(std::string_view address, std::uint16_t port);
  void run(ServerParts parts);
  void post(std::function<void()> work) { asio::post(io_, std::move(work)); }
  std::size_t connections() const { return hub_.sessions.size(); }

 private:
  void accept();
  void on_accept(Error error, tcp::socket socket);
  void drain();

  Hub hub_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_{io_};
  asio::signal_set signals_{io_};
  asio::steady_timer timer_{io_};
};

Outcome<std::uint16_t, Failure> Server::Inside::listen(std::string_view address,
                                                       std::uint16_t port) {
  Error error;
  auto const where = asio::ip::make_address(std::string{address}, error);
  if (error) return Failure{"PUTRIGHT_ADDRESS: " + std::string{address} + " is not an IP address"};
  tcp::endpoint const endpoint{where, port};
  auto const refused = [&](Error why) {
    return Failure{"cannot listen on " + std::string{address} + " port " + std::to_string(port) +
                   ": " + why.message()};
  };
  // With SO_REUSEADDR Linux still refuses a second listener; it only lets a restart take the port
  // back.
  if (acceptor_.open(endpoint.protocol(), error); error) return refused(error);
  if (acceptor_.set_option(tcp::acceptor::reuse_address(true), error); error) return refused(error);
  // Of this size for each connection that is accepted.
  if (acceptor_.set_option(asio::socket_base::send_buffer_size{limits::kSendBufferBytes}, error);
      error)
    return refused(error);
  if (acceptor_.bind(endpoint, error); error) return refused(error);
  if (acceptor_.listen(asio::socket_base::max_listen_connections, error); error)
    return refused(error);
  // From here on, and not only when it runs: whoever is told that it is ready may end it at once.
  signals_.add(SIGTERM);
  signals_.add(SIGINT);
  return acceptor_.local_endpoint().port();
}

void Server::Inside::run(ServerParts parts) {
  hub_.parts = std::move(parts);
  signals_.async_wait([this](Error error, int) {
    if (!error) drain();
  });
  accept();
  io_.run();
}

void Server::Inside::accept() {
  acceptor_.async_accept(
      [this](Error error, tcp::socket socket) { on_accept(error, std::move(socket)); });
}

void Server::Inside::on_accept(Error error, tcp::socket socket) {
  if (!acceptor_.is_open()) return;
  if (error) {  // no file descriptor left, most likely: wait for connections to close
    timer_.expires_after(limits::kAcceptPause);
    timer_.async_wait([this](Error) { accept(); });
    return;
  }
  if (hub_.sessions.size() >= limits::kConnections + limits::kTurnedAway) return accept();
  bool const full = hub_.sessions.size() >= limits::kConnections;
  auto const session = std::make_shared<Session>(std::move(socket), hub_);
  if (full) {
    session->turn_away();
  } else {
    session->start();
  }
  accept();
}

void Server::Inside::drain() {
  hub_.draining = true;
  Error ignored;
  acceptor_.close(ignored);
  if (hub_.sessions.empty()) return io_.stop();
  for (auto* session : hub_.sessions)
    session->drain();
  timer_.expires_after(limits::kDrainTime);
  timer_.async_wait([this](Error error) {
    if (!error) io_.stop();
  });
}

Server::Server() : inside_(std::make_unique<Inside>()) {}
Server::~Server() = default;
Outcome<std::uint16_t, Failure> Server::listen(std::string_view address, std::uint16_t port) {
  return inside_->listen(address, port);
}
void Server::run(ServerParts parts) {
  inside_->run(std::move(parts));
}
void Server::post(std::function<void()> work) {
  inside_->post(std::move(work));
}
std::size_t Server::connections() const {
  return inside_->connections();
}

}  // namespace putright::http
