#include "server-stub/attachments/scanner.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "server-stub/attachments/big_endian.hpp"
#include "server-stub/descriptor.hpp"
#include "server-stub/limits.hpp"

namespace putright::attachments {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kPartBytes = 64U << 10U;
constexpr std::size_t kAnswerBytes = 1024;
constexpr std::string_view kCommand{"zINSTREAM\0", 10};

struct AddressesFree {
  void operator()(addrinfo* addresses) const { ::freeaddrinfo(addresses); }
};

std::string reason() {
  return std::generic_category().message(errno);
}

// One conversation with the daemon, to be over by a set time.
class Line {
 public:
  explicit Line(int number) : socket_(number), ends_(Clock::now() + limits::kScanTime) {}

  bool open() const { return socket_.open(); }

  bool connect(sockaddr const* to, socklen_t bytes) {
    if (::connect(socket_.number(), to, bytes) == 0) return true;
    if (errno != EINPROGRESS || !wait_for(POLLOUT)) return false;
    socklen_t size = sizeof(errno);
    int error = 0;
    if (::getsockopt(socket_.number(), SOL_SOCKET, SO_ERROR, &error, &size) == 0) errno = error;
    return errno == 0;
  }

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t const sent = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      } else if (errno != EINTR && (errno != EAGAIN || !wait_for(POLLOUT))) {
        return false;
      }
    }
    return true;
  }

  // All that comes until a zero byte, the end, or too much of it.
  std::string receive() {
    std::string answer;
    while (answer.size() < kAnswerBytes && answer.find('\0') == std::string::npos) {
      std::string part(kAnswerBytes, '\0');
      ssize_t const got = ::recv(socket_.number(), part.data(), part.size(), 0);
      if (got > 0) {
        answer.append(part, 0, static_cast<std::size_t>(got));
      } else if (got == 0 || (errno != EINTR && (errno != EAGAIN || !wait_for(POLLIN)))) {
        break;
      }
    }
    return answer.substr(0, answer.find('\0'));
  }

 private:
  bool wait_for(short what) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(ends_ - Clock::now());
    pollfd one{socket_.number(), what, 0};
    if (left.count() > 0 && ::poll(&one, 1, static_cast<int>(left.count())) > 0) return true;
    errno = ETIMEDOUT;
    return false;
  }

  Descriptor socket_;
  Clock::time_point ends_;
};

int new_socket(int family) {
  return ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

std::unique_ptr<Line> connect_to_path(std::string const& path) {
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  path.copy(to.sun_path, sizeof(to.sun_path) - 1);
  auto line = std::make_unique<Line>(new_socket(AF_UNIX));
  if (!line->open() || !line->connect(reinterpret_cast<sockaddr const*>(&to), sizeof(to)))
    return nullptr;
  return line;
}

std::unique_ptr<Line> connect_to_host(std::string const& address) {
  std::size_t const colon = address.rfind(':');
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(address.substr(0, colon).c_str(), address.substr(colon + 1).c_str(), &wanted,
                    &found) != 0) {
    errno = EHOSTUNREACH;
    return nullptr;
  }
  std::unique_ptr<addrinfo, AddressesFree> const addresses{found};
  for (addrinfo const* at = found; at != nullptr; at = at->ai_next) {
    auto line = std::make_unique<Line>(new_socket(at->ai_family));
    if (line->open() && line->connect(at->ai_addr, at->ai_addrlen)) return line;
  }
  return nullptr;
}

// Each part behind its length; a length of 0 ends the file (clamd(8), INSTREAM).
bool send_file(Line& line, Content const& content) {
  if (!line.send(kCommand)) return false;
  for (std::uint64_t at = 0; at < content.bytes; at += kPartBytes) {
    std::string const part = content.read(at, kPartBytes);
    if (part.empty() || !line.send(big_bytes(static_cast<std::uint32_t>(part.size())) + part))
      return false;
  }
  return line.send(big_bytes(0));
}

Scanned judge(std::string_view answer) {
  constexpr std::string_view kStart = "stream: ";
  constexpr std::string_view kFound = " FOUND";
  bool const is_told = answer.substr(0, kStart.size()) == kStart;
  if (is_told && answer.substr(kStart.size()) == "OK") return {.scan = Scan::clean};
  if (is_told && answer.size() > kStart.size() + kFound.size() &&
      answer.substr(answer.size() - kFound.size()) == kFound) {
    answer.remove_prefix(kStart.size());
    answer.remove_suffix(kFound.size());
    return {.scan = Scan::harmful, .found = std::string{answer}};
  }
  return {.why = "the scanner answers: " + std::string{answer}};
}

}  // namespace

bool is_scanner_address(std::string_view address) {
  if (address.substr(0, 1) == "/") return address.size() < sizeof(sockaddr_un::sun_path);
  std::size_t const colon = address.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  std::string_view const port = address.substr(colon + 1);
  return !port.empty() && port.size() <= 5 &&
         port.find_first_not_of("0123456789") == std::string_view::npos;
}

Scanned scan(std::string const& address, Content const& content) {
  auto const line = address[0] == '/' ? connect_to_path(address) : connect_to_host(address);
  if (!line) return {.why = "cannot reach the scanner: " + reason()};
  // A daemon that will not have all of it says why before it hangs up.
  bool const sent = send_file(*line, content);
  std::string const reason_not = sent ? "" : reason();
  errno = 0;
  std::string const answer = line->receive();
  if (!answer.empty()) return judge(answer);
  return {.why = "the scanner does not answer: " + (sent ? reason() : reason_not)};
}

}  // namespace putright::attachments
