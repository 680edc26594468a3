#include "server-stub/store/sqlite_audit.hpp"

#include <filesystem>
#include <system_error>

#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_tables.hpp"

namespace putright::store {
Done read_sqlite_audit_log(std::string const& path, EachAuditRow const& each) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return Failure{"there is no store at " + path};
  try {
    sqlite::Database database{path, sqlite::Access::read};
    set_up(database);
    if (std::string const wrong = stranger(database); !wrong.empty())
      return Failure{"the store " + path + " cannot be used: " + wrong};
    return read_audit_rows(database, each);
  } catch (sqlite::SqliteError const& failure) {
    return Failure{"the store " + path + " cannot be read: " + failure.what()};
  }
}

}  // namespace putright::store
