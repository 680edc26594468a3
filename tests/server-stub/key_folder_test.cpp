#include "server-stub/keys/key_folder.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright {
namespace {

using support::TemporaryFolder;

Instant const kMadeAt = parse_instant("2026-03-26T09:00:00Z").value();
Instant const kLater = parse_instant("2027-03-26T09:00:00Z").value();

std::vector<std::string> key_files(TemporaryFolder const& folder) {
  std::vector<std::string> paths;
  for (auto const& entry : std::filesystem::directory_iterator{folder / "keys/receipts"}) {
    paths.push_back(entry.path().string());
  }
  return paths;
}

TEST_CASE("keys are made once, for their owner only, and are the same the next time") {
  REQUIRE(start_sodium());
  TemporaryFolder const folder;
  auto const first = open_keys(folder / "keys", kMadeAt, MissingKeys::are_made);
  REQUIRE(first.ok());
  auto const second = open_keys(folder / "keys", kLater, MissingKeys::are_made);
  REQUIRE(second.ok());
  CHECK(second.value().signing.public_key().id == first.value().signing.public_key().id);
  CHECK(second.value().tracking_secret == first.value().tracking_secret);
  REQUIRE(key_files(folder).size() == 1);
  for (auto const& [path, mode] :
       {std::pair{folder / "keys", 0700}, std::pair{folder / "keys/receipts", 0700},
        std::pair{key_files(folder)[0], 0600},
        std::pair{folder / "keys/tracking/secret.key", 0600}}) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == static_cast<mode_t>(mode));
  }
}

TEST_CASE("two folders have different keys and secrets") {
  REQUIRE(start_sodium());
  TemporaryFolder const folder;
  auto const one = open_keys(folder / "one", kMadeAt, MissingKeys::are_made);
  auto const other = open_keys(folder / "other", kMadeAt, MissingKeys::are_made);
  REQUIRE((one.ok() && other.ok()));
  CHECK(one.value().signing.public_key().id != other.value().signing.public_key().id);
  CHECK(one.value().tracking_secret != other.value().tracking_secret);
}

TEST_CASE("the newest key signs, the older ones still check, also without their secret half") {
  REQUIRE(start_sodium());
  TemporaryFolder const folder;
  auto const old_id =
      open_keys(folder / "keys", kMadeAt, MissingKeys::are_made).value().signing.public_key().id;
  std::string const old_file = key_files(folder)[0];
  auto const newer_id =
      open_keys(folder / "newer", kLater, MissingKeys::are_made).value().signing.public_key().id;
  for (auto const& entry : std::filesystem::directory_iterator{folder / "newer/receipts"}) {
    std::filesystem::rename(entry.path(),
                            (folder / "keys/receipts/") + entry.path().filename().string());
  }
  auto const both = open_keys(folder / "keys", kLater, MissingKeys::are_made);
  REQUIRE(both.ok());
  CHECK(both.value().signing.public_key().id == newer_id);
  REQUIRE(both.value().checking.size() == 2);
  CHECK(both.value().checking[0].id == old_id);

  std::string text = read_file(old_file, limits::kKeyFileBytes).value();
  text = text.substr(0, text.find(",\"d\"")) + "}\n";
  REQUIRE(write_file(old_file, text, Readers::owner).ok());
  auto const retired = open_keys(folder / "keys", kLater, MissingKeys::are_made);
  REQUIRE(retired.ok());
  CHECK(retired.value().signing.public_key().id == newer_id);
  CHECK(retired.value().checking.size() == 2);
  CHECK(read_public_keys(folder / "keys").value().size() == 2);
}

TEST_CASE("keys that others may read, or that are damaged, stop the start") {
  REQUIRE(start_sodium());
  TemporaryFolder const folder;
  REQUIRE(open_keys(folder / "keys", kMadeAt, MissingKeys::are_made).ok());
  std::string const file = key_files(folder)[0];
  std::string const secret = folder / "keys/tracking/secret.key";
  for (auto const& path : {file, secret, folder / "keys"}) {
    auto const before = std::filesystem::status(path).permissions();
    ::chmod(path.c_str(), 0740);
    auto const refused = open_keys(folder / "keys", kMadeAt, MissingKeys::are_made);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().why.find(path + " holds secrets") == 0);
    std::filesystem::permissions(path, before);
  }
  std::string const text = read_file(file, limits::kKeyFileBytes).value();
  for (std::string const& damaged : {std::string{}, std::string{"{}"}, text.substr(0, 40),
                                     text.substr(0, text.find("\"d\"")) + R"("d":"AA"})"}) {
    REQUIRE(write_file(file, damaged, Readers::owner).ok());
    auto const refused = open_keys(folder / "keys", kMadeAt, MissingKeys::are_made);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().why.find(file) == 0);
  }
  REQUIRE(write_file(file, text, Readers::owner).ok());
  REQUIRE(write_file(secret, "AAAA", Readers::owner).ok());
  CHECK_FALSE(open_keys(folder / "keys", kMadeAt, MissingKeys::are_made).ok());
}

}  // namespace
}  // namespace putright
