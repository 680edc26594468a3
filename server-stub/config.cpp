#include "server-stub/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>

#include "server-stub/attachments/scanner.hpp"
#include "server-stub/colleagues/fetch.hpp"
#include "server-stub/store/postgres.hpp"
#include "shared/base/names.hpp"

namespace putright {
namespace {

using Settings = std::map<std::string, std::string>;
using Objection = std::optional<std::string>;

constexpr std::array<Named<SmtpTls>, 3> kSmtpTls{{
    {SmtpTls::unless_local, "unless_local"},
    {SmtpTls::required, "required"},
    {SmtpTls::off, "off"},
}};

std::string_view trimmed(std::string_view text) {
  std::size_t const from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

Objection set_text(std::string& into, std::string const& value) {
  if (value.empty()) return "must not be empty";
  into = value;
  return std::nullopt;
}

Objection set_port(Config& config, std::string const& value) {
  unsigned port = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), port);
  if (error != std::errc{} || end != value.data() + value.size() || port > 65535) {
    return "must be a number from 0 to 65535";
  }
  config.port = static_cast<std::uint16_t>(port);
  return std::nullopt;
}

// An origin is what stands before the first slash of a path: pages are put behind it.
Objection set_origin(Config& config, std::string const& value) {
  std::size_t const host = value.find("://") == std::string::npos ? 0 : value.find("://") + 3;
  bool const known = value.substr(0, host) == "https://" || value.substr(0, host) == "http://";
  if (!known || host == value.size() || value.find_first_of("/?# ", host) != std::string::npos)
    return "must be like https://complaints.example.org, with nothing behind the name";
  config.origin = value;
  return std::nullopt;
}

// The value is never repeated: it may hold a password.
Objection set_store(Config& config, std::string const& value) {
  if (!postgres::is_address(value))
    return "must be like postgresql://account@host/database, as libpq reads it";
  config.store = value;
  return std::nullopt;
}

// Takes `on` and `off`.
template <class Switch>
Objection set_switch(Switch& into, std::string const& value) {
  if (value != "on" && value != "off") return "must be on or off";
  into = value == "on" ? Switch::on : Switch::off;
  return std::nullopt;
}

Objection set_oidc_issuer(Config& config, std::string const& value) {
  if (!is_fetchable(value)) return "must be like https://login.example.org";
  config.oidc_issuer = value;
  return std::nullopt;
}

Objection set_smtp_url(Config& config, std::string const& value) {
  std::size_t const host = value.find("://") == std::string::npos ? 0 : value.find("://") + 3;
  bool const known = value.substr(0, host) == "smtp://" || value.substr(0, host) == "smtps://";
  if (!known || host == value.size() || value.find_first_of("/?#@ ", host) != std::string::npos)
    return "must be like smtp://mail.example.org:587, with nothing behind the port";
  config.smtp_url = value;
  return std::nullopt;
}

Objection set_smtp_tls(Config& config, std::string const& value) {
  auto const tls = value_in(kSmtpTls, value);
  if (!tls) return "must be unless_local, required or off";
  config.smtp_tls = *tls;
  return std::nullopt;
}

Objection set_clamd(Config& config, std::string const& value) {
  if (!attachments::is_scanner_address(value))
    return "must be the path of a socket, such as /run/clamav/clamd.ctl, or host:port";
  config.clamd = value;
  return std::nullopt;
}

struct Setting {
  char const* name;
  Objection (*set)(Config& config, std::string const& value);
};

constexpr std::array kSettings{
    Setting{"PORT", set_port},
    Setting{"PUTRIGHT_ADDRESS",
            [](Config& c, std::string const& v) { return set_text(c.address, v); }},
    Setting{"PUTRIGHT_DATA", [](Config& c, std::string const& v) { return set_text(c.data, v); }},
    Setting{"PUTRIGHT_STORE", set_store},
    Setting{"PUTRIGHT_SITE", [](Config& c, std::string const& v) { return set_text(c.site, v); }},
    Setting{"PUTRIGHT_POLICY",
            [](Config& c, std::string const& v) { return set_text(c.policy, v); }},
    Setting{"PUTRIGHT_ORIGIN", set_origin},
    Setting{"PUTRIGHT_LOG_REQUESTS",
            [](Config& c, std::string const& v) { return set_switch(c.log_requests, v); }},
    Setting{"PUTRIGHT_GROUP_COMMIT",
            [](Config& c, std::string const& v) { return set_switch(c.group_commit, v); }},
    Setting{"PUTRIGHT_CLIENT_HEADER",
            [](Config& c, std::string const& v) { return set_text(c.client_header, v); }},
    Setting{"PUTRIGHT_COLLEAGUES",
            [](Config& c, std::string const& v) { return set_text(c.colleagues, v); }},
    Setting{"PUTRIGHT_OIDC_ISSUER", set_oidc_issuer},
    Setting{"PUTRIGHT_OIDC_AUDIENCE",
            [](Config& c, std::string const& v) { return set_text(c.oidc_audience, v); }},
    Setting{"PUTRIGHT_OIDC_ROLES_CLAIM",
            [](Config& c, std::string const& v) { return set_text(c.oidc_roles_claim, v); }},
    Setting{"PUTRIGHT_SMTP_URL", set_smtp_url},
    Setting{"PUTRIGHT_SMTP_USER",
            [](Config& c, std::string const& v) { return set_text(c.smtp_account, v); }},
    Setting{"PUTRIGHT_SMTP_PASSWORD_FILE",
            [](Config& c, std::string const& v) { return set_text(c.smtp_password_file, v); }},
    Setting{"PUTRIGHT_SMTP_TLS", set_smtp_tls},
    Setting{"PUTRIGHT_SMTP_CA",
            [](Config& c, std::string const& v) { return set_text(c.smtp_ca, v); }},
    Setting{"PUTRIGHT_MAIL_FROM",
            [](Config& c, std::string const& v) { return set_text(c.mail_from, v); }},
    Setting{"PUTRIGHT_CLAMD", set_clamd},
};

bool is_setting(std::string const& name) {
  return std::any_of(kSettings.begin(), kSettings.end(),
                     [&](Setting const& setting) { return setting.name == name; });
}

Outcome<Settings, Failure> read_lines(std::string_view file) {
  Settings settings;
  for (int number = 1; !file.empty(); ++number) {
    std::string_view const whole = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(whole.size() + 1, file.size()));
    std::string_view const line = trimmed(whole);
    if (line.empty() || line.front() == '#') continue;
    std::size_t const equals = line.find('=');
    std::string const name{trimmed(line.substr(0, equals))};
    if (equals == std::string_view::npos || !is_setting(name)) {
      return Failure{"the configuration file, line " + std::to_string(number) +
                     ": expected `name = value` with a known name"};
    }
    settings[name] = trimmed(line.substr(equals + 1));
  }
  return settings;
}

}  // namespace

std::optional<std::string> process_environment(std::string const& name) {
  char const* const value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return std::string{value};
}

Outcome<Config, Failure> read_config(std::string_view file, Environment const& environment) {
  auto settings = read_lines(file);
  if (!settings.ok()) return settings.error();
  Config config;
  for (auto const& setting : kSettings) {
    auto value = environment(setting.name);
    if (auto const at = settings.value().find(setting.name); !value && at != settings.value().end())
      value = at->second;
    if (!value) continue;
    if (auto const problem = setting.set(config, *value))
      return Failure{std::string{setting.name} + " " + *problem};
  }
  // Without it, tokens made for any other program would be good here.
  if (!config.oidc_issuer.empty() && config.oidc_audience.empty())
    return Failure{"PUTRIGHT_OIDC_AUDIENCE must be set where PUTRIGHT_OIDC_ISSUER is"};
  return config;
}

}  // namespace putright
