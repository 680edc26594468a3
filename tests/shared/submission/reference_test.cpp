#include "shared/submission/reference.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace putright;

static std::string sample(unsigned char seed) {
  std::array<unsigned char, kReferenceBytes> random{};
  for (std::size_t at = 0; at < random.size(); ++at)
    random[at] = static_cast<unsigned char>(std::size_t{seed} * 31 + at * 97);
  return make_reference("HP", random);
}

TEST_CASE("reference: easy to say, whatever way it is typed") {
  std::string const reference = sample(7);
  CHECK(reference.size() == 12);
  for (char const c : {'I', 'O', 'Q', 'S', 'Z', '0', '1', 'A', 'E', 'U'})
    CHECK(reference.find(c) == std::string::npos);
  std::string typed = " ";
  for (char const c : reference)
    typed += c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  CHECK(normalise_reference(typed) == reference);
}

TEST_CASE("reference: any one wrong character and any two swapped neighbours are noticed") {
  for (unsigned char seed = 0; seed < 50; ++seed) {
    std::string const reference = sample(seed);
    for (std::size_t at = 3; at < reference.size(); ++at) {
      if (reference[at] == '-') continue;
      for (char const other : kSpokenAlphabet) {
        std::string wrong = reference;
        wrong[at] = other;
        if (other != reference[at]) REQUIRE_FALSE(normalise_reference(wrong).has_value());
      }
      std::size_t const next =
          at + 1 < reference.size() && reference[at + 1] == '-' ? at + 2 : at + 1;
      if (next >= reference.size() || reference[at] == reference[next]) continue;
      std::string swapped = reference;
      std::swap(swapped[at], swapped[next]);
      REQUIRE_FALSE(normalise_reference(swapped).has_value());
    }
  }
}

TEST_CASE("tracking key: 86 bits in five groups, checked like a reference") {
  std::array<unsigned char, kTrackingKeyBytes> random{};
  for (std::size_t at = 0; at < random.size(); ++at)
    random[at] = static_cast<unsigned char>(at * 53U);
  std::string const key = make_tracking_key(random);
  CHECK(key.size() == 24);
  CHECK(normalise_tracking_key(key) == key);
  CHECK_FALSE(normalise_tracking_key(key.substr(1)).has_value());
  CHECK_FALSE(normalise_tracking_key("").has_value());
}
