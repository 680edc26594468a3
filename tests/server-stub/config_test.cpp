#include "server-stub/config.hpp"

#include <map>

#include <doctest/doctest.h>

namespace putright {
namespace {

Environment environment_of(std::map<std::string, std::string> values) {
  return [values = std::move(values)](std::string const& name) -> std::optional<std::string> {
    auto const found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
  };
}

TEST_CASE("settings: the environment wins over the file, the file over the default") {
  std::string const file = "# a comment\n\nPORT = 8081\r\nPUTRIGHT_DATA=/var/lib/putright\n";
  auto const config = read_config(file, environment_of({{"PORT", "0"}}));
  REQUIRE(config.ok());
  CHECK(config.value().port == 0);
  CHECK(config.value().data == "/var/lib/putright");
  CHECK(config.value().address == "127.0.0.1");
}

TEST_CASE("settings that make no sense are refused by name") {
  struct Row {
    char const* file;
    std::map<std::string, std::string> environment;
    char const* why;
  };
  Row const rows[] = {
      {"PORT = 65536", {}, "PORT must be a number from 0 to 65535"},
      {"", {{"PORT", ""}}, "PORT must be a number from 0 to 65535"},
      {"", {{"PUTRIGHT_DATA", ""}}, "PUTRIGHT_DATA must not be empty"},
      {"", {{"PUTRIGHT_LOG_REQUESTS", "yes"}}, "PUTRIGHT_LOG_REQUESTS must be on or off"},
      {"PUTRIGHT_ORIGIN = complaints.example.org",
       {},
       "PUTRIGHT_ORIGIN must be like https://complaints.example.org, with nothing behind the name"},
      {"PUTRIGHT_ORIGIN = https://complaints.example.org/",
       {},
       "PUTRIGHT_ORIGIN must be like https://complaints.example.org, with nothing behind the name"},
      {"PUTRIGHT_OIDC_ISSUER = http://login.example.org",
       {},
       "PUTRIGHT_OIDC_ISSUER must be like https://login.example.org"},
      {"PUTRIGHT_OIDC_ISSUER = https://login.example.org",
       {},
       "PUTRIGHT_OIDC_AUDIENCE must be set where PUTRIGHT_OIDC_ISSUER is"},
      {"PUTRIGHT_SMTP_URL = http://mail.example.org",
       {},
       "PUTRIGHT_SMTP_URL must be like smtp://mail.example.org:587, with nothing behind the port"},
      {"PUTRIGHT_SMTP_URL = smtp://name:word@mail.example.org",
       {},
       "PUTRIGHT_SMTP_URL must be like smtp://mail.example.org:587, with nothing behind the port"},
      {"PUTRIGHT_SMTP_TLS = on", {}, "PUTRIGHT_SMTP_TLS must be unless_local, required or off"},
      {"PORT = 1\nDATA = x",
       {},
       "the configuration file, line 2: expected `name = value` with a known name"},
      {"PORT", {}, "the configuration file, line 1: expected `name = value` with a known name"},
  };
  for (auto const& row : rows) {
    auto const config = read_config(row.file, environment_of(row.environment));
    REQUIRE_FALSE(config.ok());
    CHECK(config.error().why == row.why);
  }
}

}  // namespace
}  // namespace putright
