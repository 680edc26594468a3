#include "tests/server-stub/store/places.hpp"

#include <doctest/doctest.h>

#include "server-stub/store/postgres.hpp"
#include "server-stub/store/postgres_store.hpp"
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/sqlite_open.hpp"
#include "tests/server-stub/store/postgres_cluster.hpp"

namespace putright::store {
namespace {

using namespace std::chrono_literals;

void run(sql::Connection& connection, char const* sql) {
  connection.prepare(sql)->step();
}

}  // namespace

std::unique_ptr<Store> SqlitePlace::open() const {
  auto opened = open_sqlite_store(file());
  REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().why));
  return std::move(opened).value();
}

std::unique_ptr<sql::Connection> SqlitePlace::connect() const {
  return std::make_unique<sqlite::Database>(file(), sqlite::Access::write);
}

void SqlitePlace::refuse_second_events() const {
  run(*connect(),
      "CREATE TRIGGER refuse BEFORE INSERT ON events WHEN NEW.position = 1 BEGIN SELECT "
      "RAISE(ABORT, 'no'); END");
}

void SqlitePlace::allow_second_events() const {
  run(*connect(), "DROP TRIGGER refuse");
}

PostgresPlace::PostgresPlace() : address_(support::PostgresCluster::only().new_store()) {}

std::unique_ptr<Store> PostgresPlace::open() const {
  auto opened = open_postgres_store(address_);
  REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().why));
  return std::move(opened).value();
}

std::unique_ptr<sql::Connection> PostgresPlace::connect() const {
  return std::make_unique<postgres::Database>(address_, postgres::Patience{10s, 10s});
}

void PostgresPlace::refuse_second_events() const {
  run(*connect(), "ALTER TABLE events ADD CONSTRAINT refuse CHECK (position <> 1)");
}

void PostgresPlace::allow_second_events() const {
  run(*connect(), "ALTER TABLE events DROP CONSTRAINT refuse");
}

}  // namespace putright::store
