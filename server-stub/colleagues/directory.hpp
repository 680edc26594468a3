// Who a bearer token belongs to: the one place that decides whether a colleague has signed in.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "server-stub/colleagues/account_file.hpp"
#include "server-stub/colleagues/colleague.hpp"
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
                                                                    Metrics& metrics);

  /// Whether any colleague can sign in at all: accounts are set.
  bool is_open() const { return accounts_.has_value(); }

  /// The colleague, or nothing: unknown, wrong, out-of-date and forged tokens are told alike. The
  /// account file is looked at before each answer, so that who was taken out of it is refused at
  /// once.
  std::optional<Colleague> who(std::string_view token, Instant now);

 private:
  ColleagueDirectory(std::optional<AccountFile> accounts, Metrics& metrics)
      : accounts_(std::move(accounts)), metrics_(metrics) {}
  void look_at_accounts();
  std::optional<Colleague> by_account(std::string_view token, Instant now);

  std::optional<AccountFile> accounts_;
  Metrics& metrics_;
};

}  // namespace putright
