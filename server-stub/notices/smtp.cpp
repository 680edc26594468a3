#include "server-stub/notices/smtp.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include <curl/curl.h>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/notices/message.hpp"
#include "shared/base/require.hpp"

namespace putright::notices {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array<std::string_view, 3> kThisMachine{"127.0.0.1", "localhost", "[::1]"};

std::string_view host_of(std::string_view url) {
  url.remove_prefix(url.find("://") + 3);
  if (url.front() == '[') return url.substr(0, url.find(']') + 1);
  return url.substr(0, url.find(':'));
}

bool is_this_machine(std::string_view url) {
  return std::find(kThisMachine.begin(), kThisMachine.end(), host_of(url)) != kThisMachine.end();
}

MailServer::Tls tls_of(Config const& config) {
  bool const in_the_clear =
      config.smtp_tls == SmtpTls::off ||
      (config.smtp_tls == SmtpTls::unless_local && is_this_machine(config.smtp_url));
  return in_the_clear ? MailServer::Tls::off : MailServer::Tls::required;
}

std::string first_line(std::string const& text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

// What we said last. A server's code means little without it.
enum class Said { greeting, sender, recipient, message };

Said said_after(Said before, std::string_view command) {
  std::string_view const verb = command.substr(0, 4);
  if (verb == "MAIL") return Said::sender;
  if (verb == "RCPT") return Said::recipient;
  if (verb == "DATA") return Said::message;
  return before;
}

std::string with_code(std::string const& words, long code) {
  return words + " (" + std::to_string(code) + ")";
}

// A code of 500 and more is for good, but only about this address or message: a sender or a login
// that is not taken is for the operator to mend.
SendOutcome refused(Said said, long code) {
  Sending const sending = code >= 500 ? Sending::never : Sending::later;
  switch (said) {
    case Said::greeting:
      return {Sending::not_now, with_code("the mail server does not take us", code)};
    case Said::sender:
      return {Sending::not_now, with_code("the mail server refused our sender", code)};
    case Said::recipient:
      return {sending, with_code("the mail server refused the address", code)};
    case Said::message:
      return {sending, with_code("the mail server refused the message", code)};
  }
  requirement_broken("everything that is said is said at some point", __FILE__, __LINE__);
}

SendOutcome outcome_of(CURLcode code, Said said, long response) {
  switch (code) {
    case CURLE_OK:
      return {Sending::sent};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      return {Sending::not_now, "the mail server cannot be reached"};
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return {Sending::not_now, "there is no safe connection to the mail server"};
    case CURLE_LOGIN_DENIED:
      return {Sending::not_now, "the mail server refused our login"};
    case CURLE_OPERATION_TIMEDOUT:
      return {Sending::not_now, "the mail server took too long"};
    case CURLE_ABORTED_BY_CALLBACK:
      return {Sending::later, "we stopped while it was being sent"};
    default:
      break;
  }
  if (response >= 400) return refused(said, response);
  return {Sending::not_now, "the connection to the mail server broke"};
}

}  // namespace

Outcome<std::optional<MailServer>, Failure> mail_server_of(Config const& config) {
  if (config.smtp_url.empty()) return std::optional<MailServer>{};
  if (config.origin.empty())
    return Failure{"PUTRIGHT_SMTP_URL needs PUTRIGHT_ORIGIN: notices say it"};
  if (!is_mail_address(config.mail_from))
    return Failure{"PUTRIGHT_SMTP_URL needs PUTRIGHT_MAIL_FROM to be like complaints@example.org"};
  MailServer server{.url = config.smtp_url,
                    .account = config.smtp_account,
                    .password = "",
                    .tls = tls_of(config),
                    .ca_file = config.smtp_ca,
                    .from = config.mail_from};
  if (server.account.empty()) return std::optional{std::move(server)};
  bool const in_the_clear = server.url.starts_with("smtp://") &&
                            server.tls == MailServer::Tls::off && !is_this_machine(server.url);
  if (in_the_clear) return Failure{"PUTRIGHT_SMTP_TLS off would send the password in the clear"};
  auto const password = read_file(config.smtp_password_file, limits::kPasswordFileBytes);
  if (!password.ok()) return Failure{"PUTRIGHT_SMTP_PASSWORD_FILE: " + password.error().why};
  server.password = first_line(password.value());
  return std::optional{std::move(server)};
}

struct Smtp::Inside {
  explicit Inside(MailServer to) : server(std::move(to)), curl(curl_easy_init()) {
    PUTRIGHT_REQUIRE(curl != nullptr);
  }
  ~Inside() { curl_easy_cleanup(curl); }
  Inside(Inside const&) = delete;
  Inside& operator=(Inside const&) = delete;

  template <class Value>
  void set(CURLoption option, Value value) {
    PUTRIGHT_REQUIRE(curl_easy_setopt(curl, option, value) == CURLE_OK);
  }

  void set_up();
  bool is_over() const { return stopping && Clock::now() >= stop_at.load(); }

  MailServer server;
  CURL* curl;
  std::string_view left;
  Said said = Said::greeting;
  std::atomic<bool> stopping = false;
  std::atomic<Clock::time_point> stop_at = Clock::time_point{};
};

namespace {

long milliseconds(std::chrono::milliseconds time) {
  return static_cast<long>(time.count());
}

// Called by libcurl, so of C's shape.
extern "C" std::size_t give_bytes(char* into, std::size_t size, std::size_t count, void* left) {
  auto& bytes = *static_cast<std::string_view*>(left);
  std::size_t const taken = std::min(size * count, bytes.size());
  std::memcpy(into, bytes.data(), taken);
  bytes.remove_prefix(taken);
  return taken;
}

}  // namespace

void Smtp::Inside::set_up() {
  std::string const domain = server.from.substr(server.from.find('@') + 1);
  set(CURLOPT_URL, (server.url + "/" + domain).c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_PROXY, "");
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USE_SSL, server.tls == MailServer::Tls::off ? static_cast<long>(CURLUSESSL_NONE)
                                                          : static_cast<long>(CURLUSESSL_ALL));
  if (!server.ca_file.empty()) set(CURLOPT_CAINFO, server.ca_file.c_str());
  if (!server.account.empty()) {
    set(CURLOPT_USERNAME, server.account.c_str());
    set(CURLOPT_PASSWORD, server.password.c_str());
  }
  set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits::kMailConnectTime));
  set(CURLOPT_SERVER_RESPONSE_TIMEOUT,
      static_cast<long>(std::chrono::seconds{limits::kMailAnswerTime}.count()));
  set(CURLOPT_TIMEOUT_MS, milliseconds(limits::kMailTime));
  set(CURLOPT_MAIL_FROM, server.from.c_str());
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_READFUNCTION, give_bytes);
  set(CURLOPT_READDATA, &left);
  // What goes out is looked at for its verb alone, and nothing of it is kept or logged.
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGDATA, &said);
  curl_debug_callback const note = [](CURL*, curl_infotype type, char* data, std::size_t size,
                                      void* last) {
    auto& before = *static_cast<Said*>(last);
    if (type == CURLINFO_HEADER_OUT) before = said_after(before, {data, size});
    return 0;
  };
  set(CURLOPT_DEBUGFUNCTION, note);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFODATA, this);
  curl_xferinfo_callback const ask = [](void* inside, curl_off_t, curl_off_t, curl_off_t,
                                        curl_off_t) {
    return static_cast<Inside*>(inside)->is_over() ? 1 : 0;
  };
  set(CURLOPT_XFERINFOFUNCTION, ask);
}

Smtp::Smtp(MailServer server) : inside_(std::make_unique<Inside>(std::move(server))) {
  inside_->set_up();
}

Smtp::~Smtp() = default;

void Smtp::stop() {
  inside_->stop_at = Clock::now() + limits::kMailStopTime;
  inside_->stopping = true;
}

SendOutcome Smtp::send(std::string const& to, std::string const& message) {
  Inside& inside = *inside_;
  if (inside.stopping) return {Sending::later, "we stopped before it was sent"};
  inside.left = message;
  inside.said = Said::greeting;
  curl_slist* const recipients = curl_slist_append(nullptr, to.c_str());
  inside.set(CURLOPT_MAIL_RCPT, recipients);
  CURLcode const code = curl_easy_perform(inside.curl);
  long response = 0;
  curl_easy_getinfo(inside.curl, CURLINFO_RESPONSE_CODE, &response);
  inside.set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
  curl_slist_free_all(recipients);
  return outcome_of(code, inside.said, response);
}

}  // namespace putright::notices
