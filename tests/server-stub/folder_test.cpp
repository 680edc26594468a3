#include "server-stub/attachments/folder.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/server-stub/temporary_folder.hpp"

namespace putright::attachments {
namespace {

using support::TemporaryFolder;

std::string const kPicture{"\xFF\xD8\xFF\xDA\0\2 picture\xFF\xD9", 16};
std::string const kBehind = " and where it was taken";

std::string digest_of(std::string const& bytes) {
  return hexadecimal(sha256(bytes));
}

struct Place {
  Place() { REQUIRE(start_sodium()); }
  std::string keep(std::string const& bytes) {
    auto const upload = folder.begin();
    REQUIRE(upload);
    upload->take(bytes);
    Stored const stored = upload->keep();
    REQUIRE(stored.storing == Storing::kept);
    return stored.sha256;
  }
  int sweep_all() {
    return folder
        .sweep(Folder::Clock::now() + std::chrono::hours{1},
               [](std::string const&) -> Outcome<bool, Failure> { return false; })
        .value();
  }
  std::size_t entries() const {
    auto const all = std::filesystem::directory_iterator{home.path()};
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

  TemporaryFolder home;
  Folder folder = Folder::open(home.path()).value();
};

TEST_CASE("a kept file is opened by the digest that the submission names") {
  Place place;
  CHECK(place.keep("It rained in.") == digest_of("It rained in."));
  auto const kept = place.folder.open_kept(digest_of("It rained in."));
  REQUIRE(kept);
  CHECK(kept->bytes == 13);
  CHECK(kept->media_type == "text/plain");
  CHECK(kept->sha256 == digest_of("It rained in."));
  CHECK(kept->read(0, 100) == "It rained in.");
  CHECK(kept->read(3, 6) == "rained");
  CHECK(kept->read(13, 1).empty());
}

TEST_CASE("of a picture that was cleaned, the digest of what is kept stands beside it") {
  Place place;
  CHECK(place.keep(kPicture + kBehind) == digest_of(kPicture + kBehind));
  auto const kept = place.folder.open_kept(digest_of(kPicture + kBehind));
  REQUIRE(kept);
  CHECK(kept->read(0, 100) == kPicture);
  CHECK(kept->sha256 == digest_of(kPicture));
  CHECK(kept->media_type == "image/jpeg");
  CHECK_FALSE(place.folder.open_kept(digest_of(kPicture)));
}

TEST_CASE("what is no digest, or is not kept, is not opened") {
  Place place;
  std::string const sha256 = place.keep("It rained in.");
  for (std::string const& name : {digest_of("Other"), std::string{}, std::string{"."},
                                  "../" + sha256, sha256 + ".kept", sha256.substr(1)})
    CHECK_FALSE(place.folder.open_kept(name));
}

TEST_CASE("a sweep takes the note of a cleaned picture along with it") {
  Place place;
  place.keep(kPicture + kBehind);
  place.keep("It rained in.");
  CHECK(place.entries() == 4);
  CHECK(place.sweep_all() == 2);
  CHECK(place.entries() == 1);
}

}  // namespace
}  // namespace putright::attachments
