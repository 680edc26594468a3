// A prepared statement of PostgreSQL, prepared again when its connection is a new one.
#pragma once
#include <memory>
#include <string_view>

#include "server-stub/store/postgres.hpp"

namespace putright::postgres {

/// `sql` has its parameters as `sql::Connection::prepare` says.
std::unique_ptr<sql::Prepared> make_prepared(Database& database, std::string_view sql);

/// The same statement with PostgreSQL's parameters: `?` and `?3` become `$1` and `$3`.
std::string with_dollars(std::string_view sql);

}  // namespace putright::postgres
