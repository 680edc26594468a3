// The store over any engine that speaks SQL (sql.hpp): what is kept, and how, is the same whatever
// is underneath. The engine's own file brings the tables up to date before.
#pragma once
#include <memory>

#include "server-stub/store/sql.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

/// `writing` is used by the writing thread alone, `reading` by the reading thread.
std::unique_ptr<Store> make_sql_store(std::unique_ptr<sql::Connection> writing,
                                      std::unique_ptr<sql::Connection> reading);

}  // namespace putright::store
