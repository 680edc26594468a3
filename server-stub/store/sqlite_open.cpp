#include "server-stub/store/sqlite_open.hpp"

#include <sqlite3.h>

#include "server-stub/limits.hpp"
#include "server-stub/store/sql_store.hpp"
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_tables.hpp"

namespace putright::store {
namespace {

using sqlite::Access;
using sqlite::Database;
using sqlite::SqliteError;

std::unique_ptr<Database> open_writing(std::string const& path) {
  auto writing = std::make_unique<Database>(path, Access::write);
  set_up(*writing);
  writing->wait_for_others(limits::kStoreTurnTime);
  writing->run("PRAGMA synchronous = FULL");
  writing->run(("PRAGMA cache_size = -" + std::to_string(limits::kStoreCacheKilobytes)).c_str());
  writing->run(("PRAGMA wal_autocheckpoint = " + std::to_string(limits::kLogPages)).c_str());
  return writing;
}

std::unique_ptr<Database> open_reading(std::string const& path) {
  auto reading = std::make_unique<Database>(path, Access::read);
  set_up(*reading);
  reading->run("PRAGMA query_only = ON");
  return reading;
}

// A file too damaged to be asked what is wrong with it.
std::string words_for(SqliteError const& error) {
  int const primary = error.code() & 0xFF;
  bool const damaged = primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
  return damaged ? std::string{kDamaged} : error.what();
}

}  // namespace

Outcome<std::unique_ptr<Store>, Failure> open_sqlite_store(std::string const& path) {
  try {
    {
      Database database{path, Access::write};
      set_up(database);
      database.run("PRAGMA journal_mode = WAL");
      std::string wrong = stranger(database);
      if (wrong.empty()) wrong = damage(database, Checking::quick);
      if (!wrong.empty()) return Failure{"the store " + path + " cannot be used: " + wrong};
      migrate(database);
    }
    return make_sql_store(open_writing(path), open_reading(path));
  } catch (SqliteError const& error) {
    return Failure{"the store " + path + " cannot be used: " + words_for(error)};
  }
}

}  // namespace putright::store
