#include "server-stub/colleagues/accounts.hpp"

#include <doctest/doctest.h>

namespace putright {
namespace {

std::string const kDigest(64, 'a');

// One account with these members instead of good ones; an empty value leaves the member out.
struct Row {
  std::string id = R"("a.booth")";
  std::string name = R"("Anna Booth")";
  std::string roles = R"(["handle"])";
  std::string token = "\"" + kDigest + "\"";
  std::string more{};

  std::string text() const {
    std::string row;
    auto const add = [&](std::string const& member, std::string const& value) {
      if (!value.empty()) row += (row.empty() ? "\"" : ",\"") + member + "\":" + value;
    };
    add("id", id);
    add("name", name);
    add("roles", roles);
    add("token_sha256", token);
    return "{" + row + more + "}";
  }
};

std::string file_of(std::string const& rows) {
  return "{\"colleagues\":[" + rows + "]}";
}

std::vector<std::string> pointers(std::string const& text) {
  auto const accounts = parse_accounts(text);
  std::vector<std::string> all;
  if (accounts.ok()) return all;
  for (auto const& problem : accounts.error())
    all.push_back(problem.pointer);
  return all;
}

using Pointers = std::vector<std::string>;

TEST_CASE("accounts: a good file is read, and written it is the same again") {
  std::string const text = file_of(Row{.more = R"(,"expires_on":"2027-01-31")"}.text());
  auto const accounts = parse_accounts(text);
  REQUIRE(accounts.ok());
  REQUIRE(accounts.value().size() == 1);
  Account const& account = accounts.value()[0];
  CHECK(account.colleague.id == "a.booth");
  CHECK(account.colleague.name == "Anna Booth");
  CHECK(account.colleague.may(ColleagueRole::handle));
  CHECK_FALSE(account.colleague.may(ColleagueRole::preview));
  CHECK(account.token_sha256[31] == 0xAA);
  CHECK(account.expires_on == parse_date("2027-01-31"));
  std::string const written = accounts_json(accounts.value());
  auto const again = parse_accounts(written);
  REQUIRE(again.ok());
  CHECK(accounts_json(again.value()) == written);
  CHECK(parse_accounts(accounts_json({})).ok());
}

TEST_CASE("accounts: every problem is named with its pointer, in the order of the file") {
  CHECK(pointers("") == Pointers{""});
  CHECK(pointers("[]") == Pointers{""});
  CHECK(pointers("{}") == Pointers{""});
  CHECK(pointers(R"({"colleagues":{}})") == Pointers{""});
  CHECK(pointers(R"({"colleagues":[],"more":1})") == Pointers{""});
  CHECK(pointers(file_of("7")) == Pointers{"/colleagues/0"});
  CHECK(pointers(file_of("{}")) == Pointers{"/colleagues/0/id", "/colleagues/0/name",
                                            "/colleagues/0/roles", "/colleagues/0/token_sha256"});
  for (char const* id : {"7", "\"\"", "\"A.booth\"", "\".a\"", "\"oidc:1\"", "\"a b\""})
    CHECK(pointers(file_of(Row{.id = id}.text())) == Pointers{"/colleagues/0/id"});
  for (char const* name : {"7", "\"\"", "\" a\"", "\"a \"", "\"a\\nb\"", "\"a\\u007fb\""})
    CHECK(pointers(file_of(Row{.name = name}.text())) == Pointers{"/colleagues/0/name"});
  for (char const* roles : {"7", "[]", "\"handle\""})
    CHECK(pointers(file_of(Row{.roles = roles}.text())) == Pointers{"/colleagues/0/roles"});
  CHECK(pointers(file_of(Row{.roles = R"(["report","admin","report",7])"}.text())) ==
        Pointers{"/colleagues/0/roles/1", "/colleagues/0/roles/2", "/colleagues/0/roles/3"});
  for (std::string const& token :
       {std::string{"\"\""}, "\"" + std::string(64, 'A') + "\"", "\"" + std::string(62, 'a') + "\"",
        "\"" + std::string(66, 'a') + "\"", "\"" + std::string(63, 'a') + "g\""})
    CHECK(pointers(file_of(Row{.token = token}.text())) == Pointers{"/colleagues/0/token_sha256"});
  for (char const* date : {R"("2027-02-30")", R"("31.1.2027")", "7", "null"})
    CHECK(pointers(file_of(Row{.more = std::string{",\"expires_on\":"} + date}.text())) ==
          Pointers{"/colleagues/0/expires_on"});
  CHECK(pointers(file_of(Row{.more = R"(,"token":"x")"}.text())) == Pointers{"/colleagues/0"});
}

TEST_CASE("accounts: no id and no token stands there twice") {
  std::string const one = Row{}.text();
  std::string const other = Row{.id = R"("b.booth")"}.text();
  CHECK(pointers(file_of(one + "," + one)) ==
        Pointers{"/colleagues/1/id", "/colleagues/1/token_sha256"});
  CHECK(pointers(file_of(one + "," + other)) == Pointers{"/colleagues/1/token_sha256"});
}

TEST_CASE("accounts: the longest id and name are taken, and one character more is not") {
  auto const quoted = [](std::size_t length) { return "\"" + std::string(length, 'a') + "\""; };
  CHECK(pointers(file_of(Row{.id = quoted(64), .name = quoted(100)}.text())).empty());
  CHECK(pointers(file_of(Row{.id = quoted(65)}.text())) == Pointers{"/colleagues/0/id"});
  CHECK(pointers(file_of(Row{.name = quoted(101)}.text())) == Pointers{"/colleagues/0/name"});
}

TEST_CASE("accounts: a thousand fit in one file, and one more does not") {
  std::string rows;
  for (std::size_t at = 0; at <= kMaxAccounts; ++at) {
    std::string const number = std::to_string(1000 + at);
    if (at == kMaxAccounts) CHECK(pointers(file_of(rows)).empty());
    rows +=
        (at == 0 ? "" : ",") +
        Row{.id = "\"a" + number + "\"", .token = "\"" + number + kDigest.substr(4) + "\""}.text();
  }
  CHECK(pointers(file_of(rows)) == Pointers{"/colleagues"});
}

TEST_CASE("accounts: a token is good through its last London day") {
  Account account;
  CHECK_FALSE(has_expired(account, parse_instant("2199-12-31T00:00:00Z").value()));
  account.expires_on = parse_date("2026-07-01");
  CHECK_FALSE(has_expired(account, parse_instant("2026-07-01T22:59:59Z").value()));
  CHECK(has_expired(account, parse_instant("2026-07-01T23:00:00Z").value()));
}

TEST_CASE("accounts: a list of roles has each once and none that is not known") {
  CHECK(roles_in("preview,handle") == std::vector{ColleagueRole::preview, ColleagueRole::handle});
  CHECK(role_names(roles_in("report").value()) == "report");
  for (char const* list : {"", "handle,", ",handle", "handle,handle", "handle, report", "all"})
    CHECK_FALSE(roles_in(list));
}

}  // namespace
}  // namespace putright
