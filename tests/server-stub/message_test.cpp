// One e-mail as bytes (server-stub/notices/message.hpp), and when it is tried again.
#include "server-stub/notices/message.hpp"

#include <doctest/doctest.h>

#include "server-stub/files.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/notices/back_off.hpp"
#include "server-stub/notices/smtp.hpp"
#include "tests/server-stub/temporary_folder.hpp"
#include "tests/support/golden.hpp"

namespace putright::notices {
namespace {

Message sample() {
  REQUIRE(start_sodium());
  return {.from = "complaints@example.org",
          .from_name = "Homes",
          .to = "ada@example.com",
          .reply_to = "feedback@example.org",
          .subject = "We have received your complaint: HP-7K3M-4R9X",
          .id = "HP-7K3M-4R9X.0.receipt@example.org",
          .made_at = parse_instant("2026-03-26T09:00:00Z").value(),
          .plain_text = "It costs £5 = 500p.\n.\nEnd \n",
          .html = "<p>It costs £5.</p>"};
}

// Every line with its end taken off.
std::vector<std::string> lines_of(std::string const& message) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < message.size();) {
    std::size_t const end = message.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(message.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

TEST_CASE("a message reads as its golden, and the same one has the same bytes") {
  CHECK(write_message(sample()) == write_message(sample()));
  support::check_golden("notices/message.eml", write_message(sample()));
}

TEST_CASE("whatever a message holds, its lines are short, seven bits, and end in CRLF") {
  Message message = sample();
  message.plain_text = std::string(500, 'a') + "\n\xE2\x80\x93\x01\x7F " + std::string(90, ' ');
  message.html = std::string(400, '=') + "\r\n" + std::string(100, '\xC3');
  message.subject = "\xE2\x80\x9C" + std::string(300, 'x') + "\xE2\x80\x9D";
  message.from_name = "A (B), \"C\" \xE2\x80\x93 D";
  for (auto const& line : lines_of(write_message(message))) {
    CHECK_MESSAGE(line.size() <= 78, line);
    for (char const c : line)
      CHECK((c >= ' ' && c <= '~'));
  }
}

TEST_CASE("nothing that is put into a header begins another one") {
  Message message = sample();
  message.subject = "one\r\nBcc: eve@example.com\r\n\r\nbody";
  message.from_name = "two\r\nBcc: eve@example.com";
  message.reply_to = "three@example.org\r\nBcc: eve@example.com";
  std::string const whole = write_message(message);
  CHECK(whole.find("Bcc") == std::string::npos);
  CHECK(whole.find("Reply-To") == std::string::npos);
}

TEST_CASE("addresses are of a narrow shape: nothing that a mail server could read as more") {
  for (auto const* good : {"a@b.org", "a.b+c_d'e@sub.b-c.example", "A1!#$%&*/=?^`{|}~-@x.y"})
    CHECK_MESSAGE(is_mail_address(good), good);
  for (auto const* bad : {"",
                          "@",
                          "a",
                          "a@",
                          "@b.org",
                          "a@b@c.org",
                          "a b@c.org",
                          "a@b c.org",
                          "<a@b.org>",
                          "a@b.org>",
                          "\"a\"@b.org",
                          "a,b@c.org",
                          "a@b.org\r\nDATA",
                          "a@b.org\n",
                          "a\x01@b.org",
                          "\xC3\xBC@b.org",
                          "a@b\xC3\xBC.org",
                          ".a@b.org",
                          "a.@b.org",
                          "a..b@c.org",
                          "a@-b.org",
                          "a@b.org-",
                          "a@b..org",
                          "a@[127.0.0.1]",
                          "a(c)@b.org",
                          "a;b@c.org",
                          "a:b@c.org"})
    CHECK_FALSE_MESSAGE(is_mail_address(bad), bad);
  CHECK(is_mail_address(std::string(64, 'a') + "@b.org"));
  CHECK_FALSE(is_mail_address(std::string(65, 'a') + "@b.org"));
  CHECK(is_mail_address("a@" + std::string(248, 'b') + ".org"));
  CHECK_FALSE(is_mail_address("a@" + std::string(249, 'b') + ".org"));
}

TEST_CASE("encoded words never cut a character, and short plain words are left as they are") {
  CHECK(header_words("We have received it: HP-1") == "We have received it: HP-1");
  CHECK(header_words("\xC2\xA3") == "=?utf-8?B?wqM=?=");
  CHECK(header_words("=?utf-8?B?eA==?=") != "=?utf-8?B?eA==?=");
  CHECK(header_name("Homes 2") == "Homes 2");
  CHECK(header_name("Homes, Ltd") == "=?utf-8?B?SG9tZXMsIEx0ZA==?=");
  // 41 bytes and a pound sign: its second byte would be the 43rd.
  CHECK(encoded_words(std::string(41, 'a') + "\xC2\xA3").find("?=\r\n =?utf-8?B?wqM=?=") !=
        std::string::npos);
}

TEST_CASE("a text comes back from quoted-printable as it was, line by line") {
  CHECK(quoted_printable("a=b\n") == "a=3Db\r\n");
  CHECK(quoted_printable("end \n") == "end=20\r\n");
  CHECK(quoted_printable(std::string(76, 'a')) == std::string(75, 'a') + "=\r\na\r\n");
  CHECK(quoted_printable(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
  CHECK(quoted_printable(std::string(73, 'a') + "=") == std::string(73, 'a') + "=\r\n=3D\r\n");
  CHECK(quoted_printable("") == "");
}

TEST_CASE("the waits between tries double from a minute to a day, and end after fifteen tries") {
  using std::chrono::minutes;
  CHECK(wait_after(1) == minutes{1});
  CHECK(wait_after(2) == minutes{2});
  CHECK(wait_after(3) == minutes{4});
  CHECK(wait_after(11) == minutes{1024});
  CHECK(wait_after(12) == minutes{1440});
  CHECK(wait_after(14) == minutes{1440});
  CHECK_FALSE(wait_after(limits::kNoticeTries).has_value());
  CHECK(wait_after(limits::kNoticeTries - 1).has_value());
}

// The settings that a mail server needs, but for what each test changes.
Config mail_settings() {
  Config config;
  config.smtp_url = "smtp://mail.example.org:587";
  config.origin = "https://complaints.example.org";
  config.mail_from = "complaints@example.org";
  return config;
}

MailServer server_of(Config const& config) {
  auto const server = mail_server_of(config);
  REQUIRE(server.ok());
  REQUIRE(server.value().has_value());
  return *server.value();
}

TEST_CASE(
    "without a mail server nothing is sent; with one, it must be known who writes and where") {
  CHECK_FALSE(mail_server_of({}).value().has_value());
  CHECK(server_of(mail_settings()).tls == MailServer::Tls::required);
  Config config = mail_settings();
  config.origin = "";
  CHECK_FALSE(mail_server_of(config).ok());
  config = mail_settings();
  config.mail_from = "nobody";
  CHECK_FALSE(mail_server_of(config).ok());
}

TEST_CASE("mail goes in the clear only on this machine, or when that was asked for") {
  Config config = mail_settings();
  for (auto const* here : {"smtp://127.0.0.1", "smtp://localhost:25", "smtp://[::1]:25"}) {
    config.smtp_url = here;
    CHECK(server_of(config).tls == MailServer::Tls::off);
  }
  config.smtp_tls = SmtpTls::required;
  CHECK(server_of(config).tls == MailServer::Tls::required);
  config = mail_settings();
  config.smtp_tls = SmtpTls::off;
  CHECK(server_of(config).tls == MailServer::Tls::off);
}

TEST_CASE("a password is read from its file's first line and never sent in the clear") {
  support::TemporaryFolder const folder;
  Config config = mail_settings();
  config.smtp_account = "putright";
  config.smtp_password_file = folder / "password";
  CHECK_FALSE(mail_server_of(config).ok());
  REQUIRE(write_file(folder / "password", "secret\nmore\n", Readers::owner).ok());
  CHECK(server_of(config).password == "secret");
  config.smtp_tls = SmtpTls::off;
  CHECK_FALSE(mail_server_of(config).ok());
}

}  // namespace
}  // namespace putright::notices
