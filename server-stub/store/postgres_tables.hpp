// The tables in PostgreSQL: the same as in SQLite (sqlite_tables.cpp), in its types.
#pragma once
#include <string>

#include "server-stub/store/postgres.hpp"

namespace putright::store {

/// Whether a store of ours is there already.
bool has_tables(postgres::Database& database);

/// Brings the tables up to date, while others who start wait. Gives the reason when the database is
/// not one that this program may use; empty: it is.
std::string migrate(postgres::Database& database);

}  // namespace putright::store
