#include "server-stub/store/sqlite_backup.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "server-stub/descriptor.hpp"
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_tables.hpp"

namespace putright::store {
namespace {

namespace fs = std::filesystem;
using sql::Statement;
using sqlite::Access;
using sqlite::Database;
using sqlite::SqliteError;

Failure there_already(std::string const& path) {
  return {path + " is there already: name a new file"};
}

// The copy while it is made. Gone without a trace unless it got its name.
class Partial {
 public:
  explicit Partial(std::string const& to) : path_(to + ".partial") { remove(); }
  ~Partial() { remove(); }
  Partial(Partial const&) = delete;
  Partial& operator=(Partial const&) = delete;
  std::string const& path() const { return path_; }

  /// Made here and not by SQLite, so that only its owner can ever read it.
  bool make() const {
    return Descriptor{::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)}.open();
  }

 private:
  void remove() const {
    for (char const* const end : {"", "-wal", "-shm", "-journal"})
      ::unlink((path_ + end).c_str());
  }
  std::string path_;
};

// All in one step: in a write-ahead log a reader holds up no writer, and sees one moment.
void copy_all(Database& from, Database& to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (backup == nullptr)
    throw SqliteError{sqlite3_extended_errcode(to.handle()), sqlite3_errmsg(to.handle())};
  sqlite3_backup_step(backup, -1);
  if (int const code = sqlite3_backup_finish(backup); code != SQLITE_OK)
    throw SqliteError{code, sqlite3_errstr(code)};
}

// One file, with no log beside it, is what is easily moved elsewhere.
void make_single_file(Database& database) {
  database.run("PRAGMA journal_mode = DELETE");
}

std::int64_t count_complaints(Database& database) {
  Statement count{database, "SELECT count(*) FROM complaints"};
  return count.step() ? count.number(0) : 0;
}

Outcome<BackedUp, Failure> copy(std::string const& from, Partial const& partial) {
  Database source{from, Access::read};
  set_up(source);
  if (std::string const wrong = stranger(source); !wrong.empty())
    return Failure{"the store " + from + " cannot be copied: " + wrong};
  Database copied{partial.path(), Access::write};
  copied.run("PRAGMA synchronous = FULL");
  copy_all(source, copied);
  make_single_file(copied);
  if (std::string const wrong = damage(copied, Checking::all); !wrong.empty())
    return Failure{"the store " + from + " cannot be copied: " + wrong};
  return BackedUp{count_complaints(copied), fs::file_size(partial.path())};
}

Done give_name(Partial const& partial, std::string const& to) {
  if (::renameat2(AT_FDCWD, partial.path().c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) return there_already(to);
    return Failure{"cannot write " + to + ": " + std::generic_category().message(errno)};
  }
  flush_folder_of(to);
  return std::monostate{};
}

}  // namespace

Outcome<BackedUp, Failure> back_up_sqlite_store(std::string const& from, std::string const& to) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(to, error))) return there_already(to);
  if (!fs::exists(from, error)) return Failure{"there is no store at " + from};
  Partial const partial{to};
  if (!partial.make())
    return Failure{"cannot write " + to + ": " + std::generic_category().message(errno)};
  try {
    auto copied = copy(from, partial);
    if (!copied.ok()) return copied;
    if (auto named = give_name(partial, to); !named.ok()) return named.error();
    return copied;
  } catch (SqliteError const& failure) {
    return Failure{"the store " + from + " cannot be copied to " + to + ": " + failure.what()};
  }
}

}  // namespace putright::store
