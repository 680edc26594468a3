#include "server-stub/attachments/unfinished.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "server-stub/attachments/folder.hpp"
#include "server-stub/limits.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright::attachments {
namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;

std::string const kToken(32, 'a');
std::string const kOther(32, 'b');
std::string const kDigest(64, 'c');

struct Place {
  void write(std::string const& token, std::string const& bytes) const {
    auto const going = uploads.go_on(token, uploads.standing(token).bytes);
    going->take(bytes);
    REQUIRE(going->error() == 0);
  }
  void make_older(std::string const& name, std::chrono::seconds by) const {
    fs::last_write_time(home / name, fs::file_time_type::clock::now() - by);
  }
  /// An upload of this length that takes no room on the disk.
  void make_long(std::string const& token, std::uint64_t bytes) const {
    write(token, "x");
    fs::resize_file(uploads.path_of(token), bytes);
  }
  std::size_t entries() const {
    auto const all = fs::directory_iterator{home.path()};
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

  TemporaryFolder home;
  UnfinishedUploads uploads{home.path()};
};

std::string token_of(std::size_t number) {
  std::string const digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

TEST_CASE("a token is 32 lower-case hexadecimal digits and nothing else") {
  CHECK(is_upload_token("0123456789abcdef0123456789abcdef"));
  for (std::string const& text :
       {std::string{}, std::string(31, 'a'), std::string(33, 'a'), std::string(32, 'A'),
        std::string(32, 'g'), std::string(31, 'a') + "/", std::string(31, 'a') + '\0'})
    CHECK_FALSE(is_upload_token(text));
}

TEST_CASE("an upload stands where its last byte is, in whatever pieces they came") {
  Place const place;
  CHECK(place.uploads.standing(kToken).bytes == 0);
  CHECK(place.entries() == 0);
  place.write(kToken, "It rained");
  CHECK(place.uploads.standing(kToken).bytes == 9);
  place.write(kToken, " in.");
  CHECK(place.uploads.standing(kToken).bytes == 13);
  CHECK(place.uploads.standing(kToken).sha256.empty());
  CHECK(place.uploads.standing(kOther).bytes == 0);
}

TEST_CASE("what was forgotten is not made again by who still writes to it") {
  Place const place;
  place.write(kToken, "It rained");
  auto const late = place.uploads.go_on(kToken, 9);
  place.uploads.forget(kToken);
  late->take(" in.");
  CHECK(place.uploads.standing(kToken).bytes == 0);
  auto const later = place.uploads.go_on(kToken, 13);
  later->take("x");
  CHECK(later->error() != 0);
  CHECK(place.entries() == 0);
}

TEST_CASE("what is kept is remembered in the place of its bytes, and a spoilt note is none") {
  Place const place;
  place.write(kToken, "It rained in.");
  place.uploads.remember(kToken, kDigest, 13);
  CHECK(place.uploads.standing(kToken).bytes == 13);
  CHECK(place.uploads.standing(kToken).sha256 == kDigest);
  CHECK(place.entries() == 1);
  for (std::string const& note : {std::string{}, kDigest, kDigest + " ", kDigest + " x"}) {
    std::ofstream{place.home / (kToken + ".kept")} << note;
    CHECK(place.uploads.standing(kToken).bytes == 0);
    CHECK(place.uploads.standing(kToken).sha256.empty());
  }
}

TEST_CASE(
    "there is room for so many uploads, and those that were begun go on when there is no more") {
  Place const place;
  for (std::size_t number = 1; number < limits::kUnfinishedUploads; ++number)
    place.write(token_of(number), "x");
  CHECK(place.uploads.have_room(kToken, 1));
  place.write(kToken, "x");
  CHECK_FALSE(place.uploads.have_room(kOther, 1));
  CHECK(place.uploads.have_room(kToken, 1));
  place.uploads.forget(kToken);
  CHECK(place.uploads.have_room(kOther, 1));
}

TEST_CASE("there is room for so many bytes together, to the byte, and an end always has room") {
  Place const place;
  place.make_long(kToken, limits::kUnfinishedBytes - 100);
  CHECK(place.uploads.have_room(kOther, 100));
  CHECK_FALSE(place.uploads.have_room(kOther, 101));
  place.make_long(kOther, 200);
  CHECK_FALSE(place.uploads.have_room(kToken, 1));
  CHECK(place.uploads.have_room(kToken, 0));
}

TEST_CASE("so many uploads are remembered, and past them one is only not remembered") {
  Place const place;
  for (std::size_t number = 0; number < limits::kRememberedUploads; ++number)
    std::ofstream{place.home / (token_of(number) + ".kept")} << kDigest << " 1\n";
  place.write(kToken, "x");
  place.uploads.remember(kToken, kDigest, 1);
  CHECK(place.uploads.standing(kToken).bytes == 0);
  CHECK(place.entries() == limits::kRememberedUploads);
  fs::remove(place.home / (token_of(0) + ".kept"));
  place.uploads.remember(kToken, kDigest, 1);
  CHECK(place.uploads.standing(kToken).sha256 == kDigest);
}

TEST_CASE("a sweep takes what is older than its time and nothing else") {
  using namespace std::chrono_literals;
  Place const place;
  place.write(kToken, "x");
  place.write(kOther, "x");
  std::ofstream{place.home / (kToken + ".kept")} << kDigest << " 1\n";
  std::ofstream{place.home / (kOther + ".kept")} << kDigest << " 1\n";
  std::ofstream{place.home / kToken} << "on its way in by itself";
  place.make_older(kToken + ".begun", limits::kUnfinishedTime - 1min);
  place.make_older(kOther + ".begun", limits::kUnfinishedTime + 1min);
  place.make_older(kToken + ".kept", limits::kRememberedTime - 1min);
  place.make_older(kOther + ".kept", limits::kRememberedTime + 1min);
  place.make_older(kToken, 365 * 24h);
  place.uploads.sweep();
  CHECK(fs::exists(place.home / (kToken + ".begun")));
  CHECK_FALSE(fs::exists(place.home / (kOther + ".begun")));
  CHECK(fs::exists(place.home / (kToken + ".kept")));
  CHECK_FALSE(fs::exists(place.home / (kOther + ".kept")));
  CHECK(fs::exists(place.home / kToken));
}

TEST_CASE("who writes while a file is kept does not change what is kept") {
  REQUIRE(start_sodium());
  TemporaryFolder const home;
  auto const folder = Folder::open(home.path()).value();
  auto const first = folder.unfinished().go_on(kToken, 0);
  first->take("It rained in.");
  auto const hanging = folder.unfinished().go_on(kToken, 13);
  Stored const stored = folder.keep_unfinished(kToken, {}, folder.take_place());
  REQUIRE(stored.storing == Storing::kept);
  hanging->take(" Other words");
  auto const kept = folder.open_kept(stored.sha256);
  REQUIRE(kept);
  CHECK(kept->read(0, 100) == "It rained in.");
  CHECK(folder.unfinished().standing(kToken).sha256 == stored.sha256);
}

}  // namespace
}  // namespace putright::attachments
