#include "server-stub/store/postgres_store.hpp"

#include "server-stub/limits.hpp"
#include "server-stub/store/postgres.hpp"
#include "server-stub/store/postgres_tables.hpp"
#include "server-stub/store/sql_store.hpp"

namespace putright::store {
namespace {

using postgres::Database;
using postgres::Patience;

// The writing thread may wait; the reading thread serves everybody.
constexpr Patience kWriting{limits::kDatabaseConnectTime, 2 * limits::kStoreTurnTime};
constexpr Patience kReading{limits::kDatabaseReadConnectTime, limits::kStoreBusyTime};

Failure unusable(std::string const& why) {
  return {"the store in PUTRIGHT_STORE cannot be used: " + why};
}

}  // namespace

Outcome<bool, Failure> has_postgres_store(std::string const& address) {
  try {
    Database database{address, kWriting};
    return has_tables(database);
  } catch (sql::SqlError const& error) {
    return unusable(error.what());
  }
}

Outcome<std::unique_ptr<Store>, Failure> open_postgres_store(std::string const& address) {
  try {
    auto writing = std::make_unique<Database>(address, kWriting);
    if (std::string const wrong = migrate(*writing); !wrong.empty()) return unusable(wrong);
    return make_sql_store(std::move(writing), std::make_unique<Database>(address, kReading));
  } catch (sql::SqlError const& error) {
    return unusable(error.what());
  }
}

Done read_postgres_audit_log(std::string const& address, EachAuditRow const& each) {
  try {
    Database database{address, kWriting};
    return read_audit_rows(database, each);
  } catch (sql::SqlError const& error) {
    return unusable(error.what());
  }
}

}  // namespace putright::store
