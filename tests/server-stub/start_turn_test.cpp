#include "server-stub/start_turn.hpp"

#include <future>

#include <doctest/doctest.h>

#include "tests/server-stub/temporary_folder.hpp"

namespace putright {
namespace {

using namespace std::chrono_literals;
using support::TemporaryFolder;

TEST_CASE("one starts on a data folder at a time: the next waits until the first is done") {
  TemporaryFolder const folder;
  auto first = take_start_turn(folder / "data", 0ms);
  REQUIRE(first.ok());
  auto next =
      std::async(std::launch::async, [&] { return take_start_turn(folder / "data", 1h).ok(); });
  CHECK(next.wait_for(50ms) == std::future_status::timeout);
  std::move(first).value().reset();
  CHECK(next.get());
}

TEST_CASE("who waits for the turn longer than its patience is refused with the folder's name") {
  TemporaryFolder const folder;
  auto const first = take_start_turn(folder / "data", 0ms);
  auto const next = take_start_turn(folder / "data", 20ms);
  REQUIRE_FALSE(next.ok());
  CHECK(next.error().why == "another putright has been starting on the data folder " +
                                (folder / "data") + " for too long: end it");
}

TEST_CASE("stubs that share nothing do not wait for each other") {
  TemporaryFolder const folder;
  auto const one = take_start_turn(folder / "one", 0ms);
  CHECK(take_start_turn(folder / "other", 0ms).ok());
}

}  // namespace
}  // namespace putright
