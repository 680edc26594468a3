#include "server-stub/wrong_keys.hpp"

#include <string>

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"

namespace putright {
namespace {

using namespace std::chrono_literals;

constexpr WrongKeys::Clock::time_point kStart{1h};

void count_all(WrongKeys& keys, std::string_view reference, std::string_view client) {
  for (int wrong = 0; wrong < limits::kWrongKeys; ++wrong)
    keys.count(reference, client, kStart);
}

TEST_CASE("as many wrong keys as the limit may be tried, and then none until the time is over") {
  REQUIRE(start_sodium());
  WrongKeys keys;
  for (int wrong = 0; wrong < limits::kWrongKeys; ++wrong) {
    CHECK(keys.wait("HP-1", "192.0.2.1", kStart) == 0s);
    keys.count("HP-1", "192.0.2.1", kStart);
  }
  CHECK(keys.wait("HP-1", "192.0.2.1", kStart) == limits::kWrongKeysTime);
  CHECK(keys.wait("HP-1", "192.0.2.1", kStart + limits::kWrongKeysTime - 1ms) == 1s);
  CHECK(keys.wait("HP-1", "192.0.2.1", kStart + limits::kWrongKeysTime) == 0s);
}

TEST_CASE("another client and another reference are not kept waiting") {
  REQUIRE(start_sodium());
  WrongKeys keys;
  count_all(keys, "HP-1", "192.0.2.1");
  CHECK(keys.wait("HP-1", "192.0.2.2", kStart) == 0s);
  CHECK(keys.wait("HP-2", "192.0.2.1", kStart) == 0s);
}

TEST_CASE("the counting begins anew when its time is over") {
  REQUIRE(start_sodium());
  WrongKeys keys;
  count_all(keys, "HP-1", "192.0.2.1");
  auto const later = kStart + limits::kWrongKeysTime;
  keys.count("HP-1", "192.0.2.1", later);
  CHECK(keys.wait("HP-1", "192.0.2.1", later) == 0s);
}

TEST_CASE("past the table's limit the oldest count is forgotten, and no other") {
  REQUIRE(start_sodium());
  WrongKeys keys;
  count_all(keys, "first", "192.0.2.1");
  count_all(keys, "second", "192.0.2.1");
  for (std::size_t number = 2; number <= limits::kWrongKeysCounted; ++number)
    keys.count(std::to_string(number), "192.0.2.1", kStart);
  keys.count("second", "192.0.2.1", kStart);
  CHECK(keys.wait("first", "192.0.2.1", kStart) == 0s);
  CHECK(keys.wait("second", "192.0.2.1", kStart) > 0s);
}

}  // namespace
}  // namespace putright
