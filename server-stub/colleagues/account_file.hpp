// The account file on the disk: read again when it changes, and trusted only where nobody but its
// owner can write to it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <sys/stat.h>

#include "server-stub/colleagues/accounts.hpp"
#include "server-stub/failure.hpp"

namespace putright {

/// Reads an account file. Refused with one line a problem, each with the file's name and a pointer;
/// also when others than its owner may write to it, or its owner is neither this account nor root.
Outcome<std::vector<Account>, Failure> read_accounts(std::string const& path);

/// Writes the file for its owner only, whole or not at all.
Done write_accounts(std::string const& path, std::vector<Account> const& accounts);

/// The accounts as the file last told them. A version that is refused changes nothing.
class AccountFile {
 public:
  /// Refused as by `read_accounts`.
  static Outcome<AccountFile, Failure> open(std::string path);

  std::vector<Account> const& accounts() const { return accounts_; }

  enum class Change { none, read, refused };
  /// Looks whether the file changed, and reads it if so: a look costs one `stat`, and the file is
  /// small and local, so this may be done before every request. Of `refused`, `why` says the
  /// reason.
  Change look();
  std::string const& why() const { return why_; }

 private:
  /// What tells one version of a file from the next: also a change of its owner or its mode.
  struct Version {
    ::dev_t device = 0;
    ::ino_t file = 0;
    ::off_t bytes = 0;
    std::int64_t changed_s = 0;
    std::int64_t changed_ns = 0;
    bool operator==(Version const&) const = default;
  };
  static std::optional<Version> version_of(std::string const& path);

  AccountFile(std::string path, std::optional<Version> version, std::vector<Account> accounts)
      : path_(std::move(path)), version_(version), accounts_(std::move(accounts)) {}

  std::string path_;
  /// Of the file as it was last looked at, refused or not; empty: it was not there.
  std::optional<Version> version_;
  std::vector<Account> accounts_;
  std::string why_;
};

}  // namespace putright
