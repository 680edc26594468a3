// The account file's text: who may sign in with which token
// (public/schemas/colleagues.schema.json).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/colleagues/colleague.hpp"
#include "server-stub/keys/digest.hpp"
#include "shared/base/outcome.hpp"
#include "shared/calendar/date.hpp"

namespace putright {

struct Account {
  Colleague colleague;
  /// SHA-256 of the token. The token itself is nowhere.
  Digest token_sha256{};
  /// The last London date on which the token is good; empty: until it is removed.
  std::optional<Date> expires_on;
};

/// Accounts in one file, at most.
inline constexpr std::size_t kMaxAccounts = 1000;

/// What is wrong with an account file. `pointer` as in `Problem`; `words` never repeat a value.
struct AccountProblem {
  std::string pointer;
  std::string words;
};

/// All that is wrong, in the order of the file, or the accounts.
Outcome<std::vector<Account>, std::vector<AccountProblem>> parse_accounts(std::string_view text);

/// The file's text, one account a line, with the accounts in this order.
std::string accounts_json(std::vector<Account> const& accounts);

/// Whether the account's token is out of date at this instant.
bool has_expired(Account const& account, Instant now);

/// The roles of `preview,handle`; empty when one is not known, twice, or there is none.
std::optional<std::vector<ColleagueRole>> roles_in(std::string_view list);

}  // namespace putright
