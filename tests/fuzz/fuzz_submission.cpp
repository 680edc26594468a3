// Submissions: what is read is checked, and its canonical form reads back as the same.
#include <cstdint>
#include <string_view>

#include "shared/base/require.hpp"
#include "shared/submission/submission.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const submission = parse_submission({reinterpret_cast<char const*>(data), size});
  if (!submission.ok()) return 0;
  check_submission(submission.value(), support::shipped_policy());
  auto const again = parse_submission(canonical_json(submission.value()));
  PUTRIGHT_REQUIRE(again.ok() && again.value() == submission.value());
  return 0;
}
