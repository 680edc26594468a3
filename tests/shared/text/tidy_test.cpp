#include "shared/text/tidy.hpp"

#include <doctest/doctest.h>

namespace putright {

TEST_CASE("a count is said with a comma before its last three digits") {
  CHECK(say_count(0) == "0");
  CHECK(say_count(999) == "999");
  CHECK(say_count(1000) == "1,000");
  CHECK(say_count(10'050) == "10,050");
}

}  // namespace putright
