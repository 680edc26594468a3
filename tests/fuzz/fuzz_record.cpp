// Complaint records: whatever is read is assessed too.
#include <cstdint>
#include <string_view>

#include "shared/complaint/alternatives.hpp"
#include "shared/wire/assessment_json.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const record = parse_record({reinterpret_cast<char const*>(data), size});
  if (!record.ok()) return 0;
  PolicyBook const& book = support::shipped_policy();
  auto const assessment = assess(record.value(), book, *parse_instant("2030-01-01T00:00:00Z"));
  if (assessment.ok()) {
    explained_assessment_json(assessment.value(),
                              alternatives_to(assessment.value(), record.value(), book));
  }
  return 0;
}
