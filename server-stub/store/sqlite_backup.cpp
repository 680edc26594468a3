#include "server-stub/store/sqlite_backup.hpp"

#include <filesystem>
#include <system_error>

#include <sqlite3.h>

#include "server-stub/new_file.hpp"
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_tables.hpp"

namespace putright::store {
namespace {

namespace fs = std::filesystem;
using sql::Statement;
using sqlite::Access;
using sqlite::Database;
using sqlite::SqliteError;

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

Outcome<BackedUp, Failure> copy(std::string const& from, NewFile const& partial) {
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

}  // namespace

Outcome<BackedUp, Failure> back_up_sqlite_store(std::string const& from, std::string const& to) {
  std::error_code error;
  if (!fs::exists(from, error)) return Failure{"there is no store at " + from};
  NewFile const partial{to};
  if (auto const made = partial.make(); !made.ok()) return made.error();
  try {
    auto copied = copy(from, partial);
    if (!copied.ok()) return copied;
    if (auto named = partial.give_name(); !named.ok()) return named.error();
    return copied;
  } catch (SqliteError const& failure) {
    return Failure{"the store " + from + " cannot be copied to " + to + ": " + failure.what()};
  }
}

}  // namespace putright::store
