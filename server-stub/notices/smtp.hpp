// Hands messages to a mail server, one at a time, and says in words without personal data what came
// of each. Blocks: it has a thread of its own (outbox.hpp). Never repeats by itself.
#pragma once
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "server-stub/config.hpp"
#include "server-stub/failure.hpp"

namespace putright::notices {

/// How to reach the mail server.
struct MailServer {
  std::string url;
  std::string account;
  std::string password;
  enum class Tls { off, required } tls = Tls::required;
  /// Empty: the machine's own certificates.
  std::string ca_file;
  /// The address that everything comes from.
  std::string from;
};

/// The mail server of these settings; none when no notice is to be sent. Refused with one line when
/// the settings do not go together, or would send a password in the clear.
Outcome<std::optional<MailServer>, Failure> mail_server_of(Config const& config);

/// `later`: the same may work another time. `not_now`: nothing can be sent, whoever it is for.
/// `never`: the mail server refused this one for good.
enum class Sending { sent, later, not_now, never };

struct SendOutcome {
  Sending sending;
  /// In words; empty when it was sent.
  std::string why{};
};

class Smtp {
 public:
  explicit Smtp(MailServer server);
  ~Smtp();
  Smtp(Smtp const&) = delete;
  Smtp& operator=(Smtp const&) = delete;

  /// Sends these bytes to this address (message.hpp).
  SendOutcome send(std::string const& to, std::string const& message);

  /// From any thread: what is being sent has limits::kMailStopTime left, and nothing after it.
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace putright::notices
