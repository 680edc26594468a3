#include "server-stub/colleagues/directory.hpp"

#include "server-stub/colleagues/token.hpp"
#include "server-stub/log.hpp"

namespace putright {

Outcome<std::unique_ptr<ColleagueDirectory>, Failure> ColleagueDirectory::open(Config const& config,
                                                                               Metrics& metrics,
                                                                               Issuer::Post post) {
  std::optional<AccountFile> accounts;
  if (!config.colleagues.empty()) {
    auto file = AccountFile::open(config.colleagues);
    if (!file.ok()) return file.error();
    accounts = std::move(file).value();
  }
  std::unique_ptr<ColleagueDirectory> directory{
      new ColleagueDirectory{std::move(accounts), metrics}};
  if (!config.oidc_issuer.empty()) {
    directory->issuer_ = std::make_unique<Issuer>(
        Expected{config.oidc_issuer, config.oidc_audience, config.oidc_roles_claim},
        std::move(post), [&to = *directory](auto const& keys) { to.issuer_told(keys); });
  }
  return directory;
}

std::optional<Colleague> ColleagueDirectory::who(std::string_view token, Instant now) {
  auto judged = judge(token, now);
  if (judged.ok()) return std::move(judged).value();
  metrics_.count_token_refused(name_in(kTokenFaults, judged.error()));
  return std::nullopt;
}

Outcome<Colleague, TokenFault> ColleagueDirectory::judge(std::string_view token, Instant now) {
  if (token.substr(0, kTokenPrefix.size()) == kTokenPrefix) return by_account(token, now);
  return issuer_ == nullptr ? TokenFault::no_issuer : issuer_->check(token, now);
}

void ColleagueDirectory::issuer_told(Outcome<std::size_t, Failure> const& keys) {
  if (keys.ok())
    return log_line("issuer_keys_read", {{"keys", static_cast<std::int64_t>(keys.value())}});
  metrics_.count_issuer_failure();
  log_line("issuer_unreachable", {{"why", std::string_view{keys.error().why}}});
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

Outcome<Colleague, TokenFault> ColleagueDirectory::by_account(std::string_view token, Instant now) {
  if (!accounts_) return TokenFault::unknown;
  look_at_accounts();
  auto const digest = digest_of_token(token);
  if (!digest) return TokenFault::malformed;
  // All are compared, each in constant time: how long it takes tells nothing.
  Account const* found = nullptr;
  for (auto const& account : accounts_->accounts()) {
    if (equal_in_constant_time(account.token_sha256, *digest)) found = &account;
  }
  if (found == nullptr) return TokenFault::unknown;
  if (has_expired(*found, now)) return TokenFault::expired;
  return found->colleague;
}

}  // namespace putright
