// Portal requests: any text gives an answer.
#include <cstdint>
#include <string_view>

#include "portal/journey/portal.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  answer_json({reinterpret_cast<char const*>(data), size}, support::shipped_policy());
  return 0;
}
