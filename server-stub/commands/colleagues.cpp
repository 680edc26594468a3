// `putright colleagues`: gives and takes the tokens that colleagues sign in with.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "server-stub/colleagues/account_file.hpp"
#include "server-stub/colleagues/token.hpp"
#include "server-stub/commands/say_who.hpp"
#include "server-stub/descriptor.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright colleagues add FILE --id ID --name NAME --roles ROLES [--expires-on DATE]\n"
    "putright colleagues list FILE\n"
    "putright colleagues remove FILE --id ID\n"
    "putright colleagues renew FILE --id ID [--expires-on DATE]\n"
    "putright colleagues who [--lines] [--config FILE]\n\n"
    "add     makes an account and prints its token, which nobody can print again: FILE has only "
    "its\n"
    "        SHA-256. FILE is made when it is not there.\n"
    "list    the accounts, one a line: id, name, roles, last day; tabs between them.\n"
    "remove  takes an account out.\n"
    "renew   makes and prints a new token for an account; the old one is no longer good.\n"
    "who     reads a token (--lines: one a line) from standard input and says whose it is by the\n"
    "        settings, or what is wrong with it.\n\n"
    "ROLES   one or more, with commas: preview, handle, report.\n"
    "DATE    the last day on which the token is good, in London, such as 2027-01-31.\n"
    "A stub that serves with PUTRIGHT_COLLEAGUES=FILE takes changes up at once.\n"
    "Exit codes: 0 ok, 1 it cannot be done, 2 wrong usage.\n";

using Accounts = std::vector<Account>;

int fail(std::string const& why) {
  std::cerr << "putright colleagues: " << why << '\n';
  return exit_no;
}

// While it is held, no other `putright colleagues` changes a file of this folder. The folder and
// not the file: the file is replaced by each change.
class Turn {
 public:
  explicit Turn(std::string const& path)
      : folder_(::open((std::filesystem::path{path}.parent_path() / ".").c_str(),
                       O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_.open()) ::flock(folder_.number(), LOCK_EX);
  }

 private:
  Descriptor folder_;
};

// What the options say, once they make sense.
struct Wish {
  std::string file;
  std::string id;
  std::string name;
  std::vector<ColleagueRole> roles;
  std::optional<Date> expires_on;
};

std::string last_day(Account const& account) {
  if (!account.expires_on) return "until removed";
  return format_date(*account.expires_on) + (has_expired(account, now()) ? " (over)" : "");
}

int list(Wish const& wish) {
  auto const accounts = read_accounts(wish.file);
  if (!accounts.ok()) return fail(accounts.error().why);
  for (auto const& account : accounts.value()) {
    std::cout << account.colleague.id << '\t' << account.colleague.name << '\t'
              << role_names(account.colleague.roles) << '\t' << last_day(account) << '\n';
  }
  return exit_ok;
}

Accounts::iterator find_account(Accounts& accounts, std::string_view id) {
  return std::find_if(accounts.begin(), accounts.end(),
                      [&](Account const& account) { return account.colleague.id == id; });
}

// Writes the accounts before it prints the token: a token that was printed is good.
int write_and_tell(Wish const& wish, Accounts const& accounts, std::string const& token) {
  auto const written = write_accounts(wish.file, accounts);
  if (!written.ok()) return fail(written.error().why);
  std::cout << token << '\n';
  std::cerr << "putright colleagues: this is the token of " << wish.id
            << "; hand it over now, it cannot be printed again\n";
  return exit_ok;
}

int add(Wish const& wish) {
  Turn const turn{wish.file};
  Accounts accounts;
  if (::access(wish.file.c_str(), F_OK) == 0) {
    auto there = read_accounts(wish.file);
    if (!there.ok()) return fail(there.error().why);
    accounts = std::move(there).value();
  }
  if (find_account(accounts, wish.id) != accounts.end())
    return fail(wish.id + " is there already: renew makes a new token");
  if (accounts.size() >= kMaxAccounts)
    return fail(wish.file + " has " + std::to_string(kMaxAccounts) + " accounts: no more fit");
  std::string const token = new_token();
  accounts.push_back({{wish.id, wish.name, wish.roles}, sha256(token), wish.expires_on});
  return write_and_tell(wish, accounts, token);
}

// Reads the file, finds the account of the wish in it, and lets `change` do the rest.
int change_account(Wish const& wish,
                   std::function<int(Accounts& accounts, Accounts::iterator found)> const& change) {
  Turn const turn{wish.file};
  auto there = read_accounts(wish.file);
  if (!there.ok()) return fail(there.error().why);
  Accounts accounts = std::move(there).value();
  auto const found = find_account(accounts, wish.id);
  if (found == accounts.end()) return fail(wish.id + " is not in " + wish.file);
  return change(accounts, found);
}

int remove(Wish const& wish) {
  return change_account(wish, [&](Accounts& accounts, Accounts::iterator found) -> int {
    accounts.erase(found);
    auto const written = write_accounts(wish.file, accounts);
    return written.ok() ? static_cast<int>(exit_ok) : fail(written.error().why);
  });
}

int renew(Wish const& wish) {
  return change_account(wish, [&](Accounts& accounts, Accounts::iterator found) {
    if (wish.expires_on) found->expires_on = wish.expires_on;
    if (has_expired(*found, now()))
      return fail("the last day of " + wish.id + " is over: give a new one with --expires-on");
    std::string const token = new_token();
    found->token_sha256 = sha256(token);
    return write_and_tell(wish, accounts, token);
  });
}

struct Deed {
  std::string_view name;
  std::vector<std::string_view> needs;
  std::vector<std::string_view> may_have;
  int (*run)(Wish const& wish);
};

std::vector<Deed> deeds() {
  return {{"add", {"--id", "--name", "--roles"}, {"--expires-on"}, add},
          {"list", {}, {}, list},
          {"remove", {"--id"}, {}, remove},
          {"renew", {"--id"}, {"--expires-on"}, renew}};
}

bool fits(Deed const& deed, CommandLine const& line) {
  std::size_t known = 0;
  for (auto const name : deed.needs) {
    if (!line.has(name)) return false;
    ++known;
  }
  for (auto const name : deed.may_have)
    known += line.has(name) ? 1U : 0U;
  return line.files.size() == 2 && line.files[0] == deed.name && line.values.size() == known;
}

Outcome<Wish, Failure> wish_of(CommandLine const& line) {
  Wish wish{line.files[1], line.value("--id"), line.value("--name"), {}, std::nullopt};
  if (line.has("--id") && !is_colleague_id(wish.id))
    return Failure{"--id must be 1 to 64 small letters, digits, dots, hyphens and underscores"};
  if (line.has("--name") && !is_colleague_name(wish.name))
    return Failure{"--name must be 1 to 100 characters, without spaces at either end"};
  if (line.has("--roles")) {
    auto roles = roles_in(line.value("--roles"));
    if (!roles) return Failure{"--roles must be of " + role_names() + ", with commas, each once"};
    wish.roles = std::move(*roles);
  }
  if (line.has("--expires-on")) {
    wish.expires_on = parse_date(line.value("--expires-on"));
    if (!wish.expires_on) return Failure{"--expires-on must be a date such as 2027-01-31"};
    if (has_expired({{}, {}, wish.expires_on}, now()))
      return Failure{"--expires-on must not be in the past"};
  }
  return wish;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(
      arguments, {"--id", "--name", "--roles", "--expires-on", "--config"}, {"--lines"});
  if (line && line->files == std::vector<std::string>{"who"}) return say_who(*line);
  auto const all = deeds();
  auto const deed = std::find_if(all.begin(), all.end(),
                                 [&](Deed const& each) { return line && fits(each, *line); });
  if (deed == all.end()) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const wish = wish_of(*line);
  if (!wish.ok()) {
    std::cerr << "putright colleagues: " << wish.error().why << '\n';
    return exit_wrong_usage;
  }
  if (!start_sodium()) return fail("this machine gives no randomness");
  return deed->run(wish.value());
}

}  // namespace

Command const kColleagues{"colleagues", "gives colleagues the tokens that they sign in with", run};

}  // namespace putright
