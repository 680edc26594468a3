#include "server-stub/colleagues/accounts.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <sodium.h>

#include "server-stub/limits.hpp"
#include "shared/calendar/london.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

using json::Kind;
using json::Value;

constexpr json::Limits kAccountLimits{.bytes = limits::kAccountFileBytes, .depth = 5};
constexpr std::array<std::string_view, 5> kMembers{"id", "name", "roles", "token_sha256",
                                                   "expires_on"};

std::optional<Digest> digest_in(std::string_view text) {
  Digest digest{};
  bool const lower = text.find_first_of("ABCDEF") == std::string_view::npos;
  std::size_t length = 0;
  char const* end = nullptr;
  int const refused = sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(),
                                     nullptr, &length, &end);
  if (refused != 0 || length != digest.size() || end != text.data() + text.size() || !lower)
    return std::nullopt;
  return digest;
}

class AccountsReader {
 public:
  std::vector<Account> read(Value const& root) {
    std::vector<Account> accounts;
    Value const* const list = root.find("colleagues");
    if (root.kind != Kind::object || list == nullptr || list->kind != Kind::array) {
      add("", "must be an object with a list `colleagues`");
      return accounts;
    }
    if (root.members.size() > 1) add("", "must have no member but `colleagues`");
    if (list->items.size() > kMaxAccounts)
      add("/colleagues", "must have at most " + std::to_string(kMaxAccounts) + " accounts");
    for (std::size_t at = 0; at < list->items.size(); ++at)
      accounts.push_back(account(list->items[at], "/colleagues/" + std::to_string(at)));
    return accounts;
  }

  std::vector<AccountProblem> problems() && { return std::move(problems_); }

 private:
  void add(std::string pointer, std::string words) {
    problems_.push_back({std::move(pointer), std::move(words)});
  }

  std::string text(Value const& row, std::string_view name) {
    Value const* const found = row.find(name);
    return found != nullptr && found->kind == Kind::string ? found->string : std::string{};
  }

  Account account(Value const& row, std::string const& at) {
    if (row.kind != Kind::object) {
      add(at, "must be an object");
      return {};
    }
    Account account;
    account.colleague = {id(row, at + "/id"), name(row, at + "/name"), roles(row, at + "/roles")};
    account.token_sha256 = token(row, at + "/token_sha256");
    account.expires_on = expiry(row, at + "/expires_on");
    for (auto const& member : row.members) {
      if (std::find(kMembers.begin(), kMembers.end(), member.name) == kMembers.end())
        add(at, "must have no members but id, name, roles, token_sha256 and expires_on");
    }
    return account;
  }

  std::string id(Value const& row, std::string at) {
    std::string id = text(row, "id");
    if (!is_colleague_id(id)) {
      add(std::move(at),
          "must be 1 to 64 small letters, digits, dots, hyphens and underscores, "
          "beginning with a letter or digit");
    } else if (!ids_.insert(id).second) {
      add(std::move(at), "is the id of an earlier account");
    }
    return id;
  }

  std::string name(Value const& row, std::string at) {
    std::string name = text(row, "name");
    if (!is_colleague_name(name))
      add(std::move(at), "must be 1 to 100 characters on one line, without spaces at either end");
    return name;
  }

  std::vector<ColleagueRole> roles(Value const& row, std::string const& at) {
    std::vector<ColleagueRole> roles;
    Value const* const list = row.find("roles");
    if (list == nullptr || list->kind != Kind::array || list->items.empty()) {
      add(at, "must be a list of one or more of " + role_names());
      return roles;
    }
    for (std::size_t index = 0; index < list->items.size(); ++index) {
      auto const role = value_in(kColleagueRoles, list->items[index].string);
      bool const again = role && std::find(roles.begin(), roles.end(), *role) != roles.end();
      if (role && !again) roles.push_back(*role);
      if (!role) add(at + "/" + std::to_string(index), "must be one of " + role_names());
      if (again) add(at + "/" + std::to_string(index), "is in the list already");
    }
    return roles;
  }

  Digest token(Value const& row, std::string at) {
    auto const digest = digest_in(text(row, "token_sha256"));
    if (!digest) {
      add(std::move(at), "must be 64 small hexadecimal digits");
      return {};
    }
    if (!tokens_.insert(*digest).second)
      add(std::move(at), "is the token of an earlier account: two people never share one");
    return *digest;
  }

  std::optional<Date> expiry(Value const& row, std::string at) {
    if (row.find("expires_on") == nullptr) return std::nullopt;
    auto const date = parse_date(text(row, "expires_on"));
    if (!date) add(std::move(at), "must be a date such as 2027-01-31");
    return date;
  }

  std::vector<AccountProblem> problems_;
  std::set<std::string> ids_;
  std::set<Digest> tokens_;
};

std::string account_json(Account const& account) {
  json::Writer writer;
  writer.begin_object().member("id", account.colleague.id).member("name", account.colleague.name);
  writer.member("roles").begin_array();
  for (ColleagueRole const role : account.colleague.roles)
    writer.string(name_in(kColleagueRoles, role));
  writer.end_array().member("token_sha256", hexadecimal(account.token_sha256));
  if (account.expires_on) writer.member("expires_on", format_date(*account.expires_on));
  return writer.end_object().take();
}

}  // namespace

Outcome<std::vector<Account>, std::vector<AccountProblem>> parse_accounts(std::string_view text) {
  auto const root = json::parse(text, kAccountLimits);
  if (!root.ok()) {
    Problem const problem = json::problem_of(root.error(), text);
    return std::vector{AccountProblem{problem.pointer, problem.words}};
  }
  AccountsReader reader;
  auto accounts = reader.read(root.value());
  auto problems = std::move(reader).problems();
  if (!problems.empty()) return problems;
  return accounts;
}

std::string accounts_json(std::vector<Account> const& accounts) {
  std::string text = "{\"colleagues\":[";
  std::string_view before = "\n  ";
  for (auto const& account : accounts) {
    (text += before) += account_json(account);
    before = ",\n  ";
  }
  return text + "\n]}\n";
}

bool has_expired(Account const& account, Instant now) {
  return account.expires_on && now >= end_of_london_day(*account.expires_on);
}

std::optional<std::vector<ColleagueRole>> roles_in(std::string_view list) {
  std::vector<ColleagueRole> roles;
  while (true) {
    std::string_view const word = list.substr(0, list.find(','));
    auto const role = value_in(kColleagueRoles, word);
    if (!role || std::find(roles.begin(), roles.end(), *role) != roles.end()) return std::nullopt;
    roles.push_back(*role);
    if (word.size() == list.size()) return roles;
    list.remove_prefix(word.size() + 1);
  }
}

}  // namespace putright
