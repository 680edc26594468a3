// What an operator sets: from the environment, else from the configuration file, else the default.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/failure.hpp"

namespace putright {

enum class RequestLog { off, on };
enum class GroupCommit { off, on };

/// Whether mail may go to the mail server in the clear. `unless_local`: only to this machine.
enum class SmtpTls { unless_local, required, off };

/// The settings, each with the name it has outside (in the environment and in the file alike).
struct Config {
  /// PUTRIGHT_ADDRESS: the IP address to listen on.
  std::string address = "127.0.0.1";
  /// PORT: 0 lets the machine choose.
  std::uint16_t port = 8080;
  /// PUTRIGHT_DATA: the folder of everything that is kept.
  std::string data = "./data";
  /// PUTRIGHT_STORE: a PostgreSQL connection URI, which may hold a password; empty: SQLite, in
  /// `data`.
  std::string store;
  /// PUTRIGHT_SITE: the folder of static files.
  std::string site = "build/site";
  /// PUTRIGHT_POLICY: a folder of policy files; empty: those built in.
  std::string policy;
  /// PUTRIGHT_ORIGIN: where customers find this website, such as `https://complaints.example.org`;
  /// goes into the code that a phone scans. Empty: `http://` and the request's own host.
  std::string origin;
  /// PUTRIGHT_LOG_REQUESTS: `on` or `off`: a log line for each request.
  RequestLog log_requests = RequestLog::on;
  /// PUTRIGHT_GROUP_COMMIT: `off` commits each complaint by itself; only to measure what `on`
  /// gains.
  GroupCommit group_commit = GroupCommit::on;
  /// PUTRIGHT_CLIENT_HEADER: the header in which the operator's own proxy names its caller; empty:
  /// there is no proxy.
  std::string client_header;
  /// PUTRIGHT_COLLEAGUES: the file of colleagues' accounts; empty: no account signs in.
  std::string colleagues;
  /// PUTRIGHT_OIDC_ISSUER: the OpenID Connect issuer whose tokens let colleagues in, such as
  /// `https://login.example.org`; empty: none.
  std::string oidc_issuer;
  /// PUTRIGHT_OIDC_AUDIENCE: how the issuer's tokens name this service; needed with an issuer.
  std::string oidc_audience;
  /// PUTRIGHT_OIDC_ROLES_CLAIM: the claim that lists a colleague's roles.
  std::string oidc_roles_claim = "roles";
  /// PUTRIGHT_SMTP_URL: the mail server, `smtp://host:port` or `smtps://host:port`; empty: no
  /// notice is sent, and all wait.
  std::string smtp_url;
  /// PUTRIGHT_SMTP_USER: the account to sign in to it with; empty: without.
  std::string smtp_account;
  /// PUTRIGHT_SMTP_PASSWORD_FILE: the file that holds that account's password.
  std::string smtp_password_file;
  /// PUTRIGHT_SMTP_TLS: `unless_local`, `required` or `off`.
  SmtpTls smtp_tls = SmtpTls::unless_local;
  /// PUTRIGHT_SMTP_CA: a file of certificates that vouch for it; empty: the machine's own.
  std::string smtp_ca;
  /// PUTRIGHT_MAIL_FROM: the address that notices come from.
  std::string mail_from;
  /// PUTRIGHT_CLAMD: the ClamAV daemon that scans files, the path of its socket or `host:port`;
  /// empty: nothing is scanned.
  std::string clamd;
};

/// The value of an environment variable, if it is set.
using Environment = std::function<std::optional<std::string>(std::string const& name)>;

/// The process's own environment.
std::optional<std::string> process_environment(std::string const& name);

/// Reads the settings. `file` holds `name = value` lines, `#` comments and blank lines; empty: no
/// file. Refused with one line that names the setting.
Outcome<Config, Failure> read_config(std::string_view file, Environment const& environment);

}  // namespace putright
