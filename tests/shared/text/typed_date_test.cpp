#include <doctest/doctest.h>

#include "shared/text/dates.hpp"

namespace putright {

TEST_CASE("a typed date: every sensible way is read, day before month") {
  Date const day = parse_date("2026-03-27").value();
  for (char const* typed : {"2026-03-27", "27 March 2026", "27 mar 2026", "Fri 27 Mar 2026",
                            "Friday, 27th of March 2026", "27/3/2026", "27.03.2026", "27-3-2026",
                            " 27  MARCH  2026 "}) {
    CAPTURE(typed);
    auto const read = read_typed_date(typed);
    REQUIRE(read.has_value());
    CHECK(*read == day);
  }
}

TEST_CASE("a typed date: what could mean two days, or none, is not guessed") {
  for (char const* typed :
       {"", "soon", "27 March", "27/3/26", "3/27/2026", "30 February 2026", "2026", "27 ma 2026",
        "27 March 20261", "27 March April 2026", "1 2 3 2026", "27 March 2026 at noon"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_typed_date(typed).has_value());
  }
}

}  // namespace putright
