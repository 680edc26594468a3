#include "server-stub/store/open_store.hpp"

#include <unistd.h>

#include "server-stub/store/postgres_store.hpp"
#include "server-stub/store/sqlite_audit.hpp"
#include "server-stub/store/sqlite_open.hpp"

namespace putright::store {

std::string sqlite_path(Config const& config) {
  return config.data + "/complaints.sqlite";
}

Outcome<bool, Failure> store_is_there(Config const& config) {
  if (!config.store.empty()) return has_postgres_store(config.store);
  return ::access(sqlite_path(config).c_str(), F_OK) == 0;
}

Failure no_store_at(Config const& config) {
  return {"there is no store " +
          (config.store.empty() ? "at " + sqlite_path(config) : "in PUTRIGHT_STORE")};
}

Outcome<std::unique_ptr<Store>, Failure> open_store(Config const& config) {
  return config.store.empty() ? open_sqlite_store(sqlite_path(config))
                              : open_postgres_store(config.store);
}

Done read_audit_log(Config const& config, EachAuditRow const& each) {
  return config.store.empty() ? read_sqlite_audit_log(sqlite_path(config), each)
                              : read_postgres_audit_log(config.store, each);
}

}  // namespace putright::store
