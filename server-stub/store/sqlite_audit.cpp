#include "server-stub/store/sqlite_audit.hpp"

#include <filesystem>
#include <system_error>

#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_tables.hpp"

namespace putright::store {
namespace {

Done read_rows(sqlite::Database const& database, std::function<Done(AuditRow const&)> const& each) {
  sqlite::Statement rows{database, "SELECT entry, digest FROM audit ORDER BY position"};
  while (rows.step()) {
    if (auto taken = each({rows.text(0), rows.text(1)}); !taken.ok()) return taken;
  }
  return std::monostate{};
}

}  // namespace

Done read_audit_log(std::string const& path, std::function<Done(AuditRow const&)> const& each) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return Failure{"there is no store at " + path};
  try {
    sqlite::Database const database{path, sqlite::Access::read};
    set_up(database);
    if (std::string const wrong = stranger(database); !wrong.empty())
      return Failure{"the store " + path + " cannot be used: " + wrong};
    return read_rows(database, each);
  } catch (sqlite::SqliteError const& failure) {
    return Failure{"the store " + path + " cannot be read: " + failure.what()};
  }
}

}  // namespace putright::store
