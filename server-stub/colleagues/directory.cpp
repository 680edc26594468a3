#include "server-stub/colleagues/directory.hpp"

#include "server-stub/colleagues/token.hpp"
#include "server-stub/log.hpp"

namespace putright {

Outcome<std::unique_ptr<ColleagueDirectory>, Failure> ColleagueDirectory::open(Config const& config,
                                                                               Metrics& metrics) {
  std::optional<AccountFile> accounts;
  if (!config.colleagues.empty()) {
    auto file = AccountFile::open(config.colleagues);
    if (!file.ok()) return file.error();
    accounts = std::move(file).value();
  }
  return std::unique_ptr<ColleagueDirectory>{new ColleagueDirectory{std::move(accounts), metrics}};
}

std::optional<Colleague> ColleagueDirectory::who(std::string_view token, Instant now) {
  auto found = by_account(token, now);
  if (!found) metrics_.count_colleague_unknown();
  return found;
}

void ColleagueDirectory::look_at_accounts() {
  switch (accounts_->look()) {
    case AccountFile::Change::none:
      return;
    case AccountFile::Change::read:
      log_line("accounts_read",
               {{"accounts", static_cast<std::int64_t>(accounts_->accounts().size())}});
      return;
    case AccountFile::Change::refused:
      metrics_.count_accounts_refused();
      log_line("accounts_refused", {{"why", std::string_view{accounts_->why()}}});
      return;
  }
}

std::optional<Colleague> ColleagueDirectory::by_account(std::string_view token, Instant now) {
  if (!accounts_) return std::nullopt;
  look_at_accounts();
  auto const digest = digest_of_token(token);
  if (!digest) return std::nullopt;
  // All are compared, each in constant time: how long it takes tells nothing.
  Account const* found = nullptr;
  for (auto const& account : accounts_->accounts()) {
    if (equal_in_constant_time(account.token_sha256, *digest)) found = &account;
  }
  if (found == nullptr || has_expired(*found, now)) return std::nullopt;
  return found->colleague;
}

}  // namespace putright
