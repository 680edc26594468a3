// Listens, reads requests within limits and absolute deadlines, hands them to the router, writes
// answers. One thread runs it all; `post` is the only door for other threads. Refuses to know what
// a route does.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server-stub/failure.hpp"
#include "server-stub/http/router.hpp"

namespace putright::http {

/// Told of every answer: the route's name (or what was wrong before a route was found), status,
/// time taken.
using Answered =
    std::function<void(std::string_view route, int status, std::chrono::microseconds taken)>;

/// A caller that was cut off, by what it was too slow at: `head`, `body`, `write`, `linger`.
using Cut = std::function<void(std::string_view what)>;

struct ServerParts {
  Router router;
  Answered answered;
  Cut cut;
  /// The header in which a proxy names its caller; empty: the caller is whoever connected.
  std::string client_header{};
  /// Where customers find this website; decides whether browsers are told to keep to https.
  std::string origin{};
  /// How a request is refused before its route has it: as much of it as has been read. Unset:
  /// always as a program expects.
  std::function<Answer(Refusal refusal, Request const& request)> refused{};
  /// The last hand on every answer before it is sent. Unset: it goes as its route made it.
  std::function<void(Answer& answer)> finish{};
};

class Server {
 public:
  Server();
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Starts to listen; port 0 lets the machine choose. The port, or one line that says why not.
  Outcome<std::uint16_t, Failure> listen(std::string_view address, std::uint16_t port);

  /// Serves until SIGTERM or SIGINT; then accepts nothing new, finishes what is in hand and
  /// returns.
  void run(ServerParts parts);

  /// Runs `work` soon on the serving thread. From any thread.
  void post(std::function<void()> work);

  /// Connections open now. On the serving thread.
  std::size_t connections() const;

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace putright::http
