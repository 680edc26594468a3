#include "server-stub/store/sqlite_open.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "server-stub/files.hpp"
#include "server-stub/store/sqlite.hpp"
#include "tests/server-stub/store/places.hpp"
#include "tests/server-stub/store/samples.hpp"

namespace putright::store {
namespace {

TEST_CASE("a store of the first version is brought up to date and keeps what it had") {
  SqlitePlace const place;
  keep(*place.open(), sample("1"));
  {
    sqlite::Database old{place.file(), sqlite::Access::write};
    old.run(
        "DROP INDEX events_with_learning; DROP TABLE notices; DROP TABLE erasures; DROP TABLE "
        "tallies; DROP TABLE acts; DROP TABLE "
        "attached; DROP TABLE audit; DROP TABLE overviews; "
        "DROP TABLE deadlines; DROP TABLE dates_told; DROP TABLE published_changes; ALTER TABLE "
        "events DROP COLUMN promised; PRAGMA user_version = 1");
  }
  auto const store = place.open();
  CHECK(store->find("HP-1").value().has_value());
  CHECK(keep(*store, withdrawal("key-a", 1)).keeping == Keeping::kept);
}

TEST_CASE(
    "a notice that was kept before calendars changed dates keeps its place and goes on waiting") {
  SqlitePlace const place;
  auto complaint = sample("1");
  complaint.notices.push_back({"receipt", "letter", "2026-03-26T09:00:00Z"});
  keep(*place.open(), complaint);
  {
    sqlite::Database old{place.file(), sqlite::Access::write};
    old.run(
        "CREATE TABLE notices_then AS SELECT reference, position, kind, way, state, made_at, "
        "tries, "
        "next_try_at, lease, leased_until, last_failure FROM notices; DROP TABLE notices; ALTER "
        "TABLE notices_then RENAME TO notices; DROP TABLE dates_told; DROP TABLE "
        "published_changes; "
        "PRAGMA user_version = 5");
  }
  auto const store = place.open();
  auto const waiting = store->notices_by_hand({"", {}, 9});
  REQUIRE(waiting.value().size() == 1);
  CHECK(waiting.value().front().notice.key == NoticeKey{"HP-1", 0, "receipt"});
  CHECK(waiting.value().front().notice.way == "letter");
  CHECK(store->find("HP-1").value()->dates_told.empty());
}

TEST_CASE("files that are not this store's are refused with the reason") {
  SqlitePlace const place;
  std::string const path = place.file();
  REQUIRE(write_file(path, std::string(5000, 'x'), Readers::owner).ok());
  CHECK_FALSE(open_sqlite_store(path).ok());
  std::filesystem::remove(path);
  {
    sqlite::Database{path, sqlite::Access::write}.run("PRAGMA user_version = 1; CREATE TABLE t(a)");
  }
  CHECK(open_sqlite_store(path).error().why.find("another program") != std::string::npos);
  std::filesystem::remove(path);
  place.open().reset();
  { sqlite::Database{path, sqlite::Access::write}.run("PRAGMA user_version = 1000"); }
  CHECK(open_sqlite_store(path).error().why.find("newer version") != std::string::npos);
}

TEST_CASE("a damaged file is refused at the start") {
  SqlitePlace const place;
  std::string const path = place.file();
  {
    auto const store = place.open();
    for (int number = 0; number < 200; ++number)
      keep(*store, sample(std::to_string(number)));
  }
  std::string bytes = read_file(path, 10U << 20U).value();
  for (std::size_t at = 4096; at < bytes.size(); ++at)
    bytes[at] = 'x';
  REQUIRE(write_file(path, bytes, Readers::owner).ok());
  std::filesystem::remove(path + "-wal");
  std::filesystem::remove(path + "-shm");
  auto const opened = open_sqlite_store(path);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().why.find("cannot be used") != std::string::npos);
}

}  // namespace
}  // namespace putright::store
