// Who a bearer token belongs to: the one place that decides whether a colleague has signed in.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "server-stub/colleagues/account_file.hpp"
#include "server-stub/colleagues/colleague.hpp"
#include "server-stub/colleagues/issuer.hpp"
#include "server-stub/config.hpp"
#include "server-stub/failure.hpp"
#include "server-stub/metrics.hpp"
#include "shared/calendar/date.hpp"

namespace putright {

/// For the serving thread only.
class ColleagueDirectory {
 public:
  /// Refused when the account file cannot be used.
  static Outcome<std::unique_ptr<ColleagueDirectory>, Failure> open(Config const& config,
                                                                    Metrics& metrics,
                                                                    Issuer::Post post);

  /// Whether any colleague can sign in at all: accounts or an issuer are set.
  bool is_open() const { return accounts_.has_value() || issuer_ != nullptr; }

  /// The colleague, or nothing: unknown, wrong, out-of-date and forged tokens are told alike. The
  /// account file is looked at before each answer, so that who was taken out of it is refused at
  /// once.
  std::optional<Colleague> who(std::string_view token, Instant now);

  /// The same, with what is wrong: for whoever runs the stub, never for whoever sent the token.
  Outcome<Colleague, TokenFault> judge(std::string_view token, Instant now);

 private:
  ColleagueDirectory(std::optional<AccountFile> accounts, Metrics& metrics)
      : accounts_(std::move(accounts)), metrics_(metrics) {}
  void look_at_accounts();
  Outcome<Colleague, TokenFault> by_account(std::string_view token, Instant now);
  void issuer_told(Outcome<std::size_t, Failure> const& keys);

  std::optional<AccountFile> accounts_;
  Metrics& metrics_;
  std::unique_ptr<Issuer> issuer_;
};

}  // namespace putright
