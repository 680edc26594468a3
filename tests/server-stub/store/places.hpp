// Where a test may make a store, for every engine. A conformance test is
//   TEST_CASE_TEMPLATE("a sentence", Place, EVERY_ENGINE) { Place const place; ... }
#pragma once
#include <memory>
#include <string>

#include "server-stub/store/sql.hpp"
#include "server-stub/store/store.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright::store {

/// A file in a folder of its own.
class SqlitePlace {
 public:
  /// Opens the store, or makes it; as often as wanted, each as a stub of its own.
  std::unique_ptr<Store> open() const;
  /// Another program on the same store.
  std::unique_ptr<sql::Connection> connect() const;
  /// From now on the store itself refuses an event at position 1, as the fault of who sent it.
  void refuse_second_events() const;
  void allow_second_events() const;
  std::string file() const { return folder_ / "complaints.sqlite"; }

 private:
  support::TemporaryFolder folder_;
};

/// A schema of its own in the tests' PostgreSQL. What a member does: as above.
class PostgresPlace {
 public:
  PostgresPlace();
  std::unique_ptr<Store> open() const;
  std::unique_ptr<sql::Connection> connect() const;
  void refuse_second_events() const;
  void allow_second_events() const;
  std::string const& address() const { return address_; }

 private:
  std::string address_;
};

}  // namespace putright::store

#define EVERY_ENGINE ::putright::store::SqlitePlace, ::putright::store::PostgresPlace
