#include "server-stub/colleagues/account_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "server-stub/descriptor.hpp"
#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"

namespace putright {
namespace {

constexpr mode_t kOthersMayWrite = 022;

Done check_writers(Descriptor const& file, std::string const& path) {
  struct stat found {};
  if (::fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode))
    return Failure{path + " is not a file"};
  if ((found.st_mode & kOthersMayWrite) != 0)
    return Failure{path +
                   " may be written to by others than its owner: chmod go-w it, and look at "
                   "who is in it"};
  if (found.st_uid != 0 && found.st_uid != ::geteuid())
    return Failure{path + " belongs to another account: it must be this one's or root's"};
  return std::monostate{};
}

Failure failure_of(std::string const& path, std::vector<AccountProblem> const& problems) {
  std::string why;
  for (auto const& problem : problems) {
    if (!why.empty()) why += '\n';
    why += path + ": " + (problem.pointer.empty() ? "" : problem.pointer + " ") + problem.words;
  }
  return {why};
}

}  // namespace

Outcome<std::vector<Account>, Failure> read_accounts(std::string const& path) {
  // Not blocking: whoever puts a pipe there does not stop the service.
  Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (!file.open()) return cannot("read", path);
  if (auto checked = check_writers(file, path); !checked.ok()) return checked.error();
  auto const text = read_file(file, path, limits::kAccountFileBytes);
  if (!text.ok()) return text.error();
  auto accounts = parse_accounts(text.value());
  if (!accounts.ok()) return failure_of(path, accounts.error());
  return std::move(accounts).value();
}

Done write_accounts(std::string const& path, std::vector<Account> const& accounts) {
  return write_file(path, accounts_json(accounts), Readers::owner);
}

std::optional<AccountFile::Version> AccountFile::version_of(std::string const& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return Version{found.st_dev, found.st_ino, found.st_size, found.st_ctim.tv_sec,
                 found.st_ctim.tv_nsec};
}

Outcome<AccountFile, Failure> AccountFile::open(std::string path) {
  // The version is taken first: what changes while it is read is read again.
  auto const version = version_of(path);
  auto accounts = read_accounts(path);
  if (!accounts.ok()) return accounts.error();
  return AccountFile{std::move(path), version, std::move(accounts).value()};
}

AccountFile::Change AccountFile::look() {
  auto const version = version_of(path_);
  if (version == version_) return Change::none;
  version_ = version;
  auto accounts = read_accounts(path_);
  if (!accounts.ok()) {
    why_ = accounts.error().why;
    return Change::refused;
  }
  accounts_ = std::move(accounts).value();
  return Change::read;
}

}  // namespace putright
