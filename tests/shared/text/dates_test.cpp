#include "shared/text/dates.hpp"

#include <doctest/doctest.h>

namespace putright {

TEST_CASE("a time of day: hours as they are said, minutes with two digits") {
  using std::chrono::hours;
  using std::chrono::minutes;
  CHECK(say_time(minutes{0}) == "0:00");
  CHECK(say_time(hours{9} + minutes{5}) == "9:05");
  CHECK(say_time(hours{23} + minutes{59}) == "23:59");
}

}  // namespace putright
