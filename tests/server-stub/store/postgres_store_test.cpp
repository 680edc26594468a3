#include "server-stub/store/postgres_store.hpp"

#include <doctest/doctest.h>

#include "server-stub/store/postgres.hpp"
#include "server-stub/store/postgres_statement.hpp"
#include "tests/server-stub/store/places.hpp"
#include "tests/server-stub/store/postgres_cluster.hpp"
#include "tests/server-stub/store/samples.hpp"

namespace putright::store {
namespace {

using namespace std::chrono_literals;

TEST_CASE("a store is there once it was opened") {
  PostgresPlace const place;
  CHECK_FALSE(has_postgres_store(place.address()).value());
  place.open();
  CHECK(has_postgres_store(place.address()).value());
}

TEST_CASE("the server restarts: what comes meanwhile is unavailable, then all works again") {
  PostgresPlace const place;
  auto const store = place.open();
  CHECK(keep(*store, sample("1")).keeping == Keeping::kept);
  CHECK(store->reachable());
  support::PostgresCluster::only().restart();
  // The connections of before are gone: each side notices at its next use.
  CHECK(keep(*store, sample("2")).keeping == Keeping::unavailable);
  CHECK_FALSE(store->last_failure().empty());
  CHECK_FALSE(store->reachable());
  CHECK(keep(*store, sample("2")).keeping == Keeping::kept);
  CHECK(store->last_failure().empty());
  CHECK(store->find("HP-1").value().has_value());
  CHECK(store->find("HP-2").value().has_value());
}

TEST_CASE(
    "a database that is another program's, or of a newer version, is refused with the reason") {
  PostgresPlace const strange;
  strange.connect()->prepare("CREATE TABLE complaints(a TEXT)")->step();
  CHECK(open_postgres_store(strange.address()).error().why ==
        "the store in PUTRIGHT_STORE cannot be used: it belongs to another program");
  PostgresPlace const newer;
  newer.open();
  newer.connect()->prepare("INSERT INTO putright_version VALUES (1000)")->step();
  CHECK(open_postgres_store(newer.address()).error().why ==
        "the store in PUTRIGHT_STORE cannot be used: a newer version of Putright wrote it");
}

TEST_CASE("a database that is not there is refused without the address and its password") {
  auto const refused = open_postgres_store("postgresql://me:secret@127.0.0.1:1/none");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().why.find("secret") == std::string::npos);
  CHECK(refused.error().why.find("PUTRIGHT_STORE") != std::string::npos);
}

TEST_CASE("only a connection URI is an address") {
  CHECK(postgres::is_address("postgresql://putright@db.example.org/complaints"));
  CHECK(postgres::is_address("postgres:///complaints"));
  CHECK_FALSE(postgres::is_address("host=db.example.org"));
  CHECK_FALSE(postgres::is_address("postgresql://db.example.org/?nonsense=1"));
  CHECK_FALSE(postgres::is_address("https://db.example.org"));
}

TEST_CASE("question marks become PostgreSQL's parameters, numbered or in their order") {
  CHECK(postgres::with_dollars("a = ? AND b = ?") == "a = $1 AND b = $2");
  CHECK(postgres::with_dollars("a > ?2 OR b = ?1") == "a > $2 OR b = $1");
}

TEST_CASE("texts, numbers and bytes come back as they were") {
  PostgresPlace const place;
  auto const connection = place.connect();
  sql::Statement echo{*connection, "SELECT ?, ?, ?"};
  Digest digest{};
  for (std::size_t at = 0; at < digest.size(); ++at)
    digest[at] = static_cast<std::uint8_t>(at * 37);
  for (std::int64_t const number : {std::int64_t{0}, std::int64_t{-1}, INT64_MAX, INT64_MIN}) {
    sql::Use const use{echo};
    use->bind(std::string_view{}).bind(number).bind(std::span{digest});
    REQUIRE(use->step());
    CHECK(use->text(0).empty());
    CHECK(use->number(1) == number);
    Digest back{};
    use->bytes(2, back);
    CHECK(back == digest);
    CHECK_FALSE(use->step());
  }
}

}  // namespace
}  // namespace putright::store
