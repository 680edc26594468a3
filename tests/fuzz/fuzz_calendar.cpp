// Published bank holidays: any text is merged or refused, and what is merged loads.
#include <cstdint>
#include <string>

#include "shared/base/require.hpp"
#include "shared/policy/bank_holidays.hpp"
#include "shared/policy/merge_bank_holidays.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static std::string const known = support::read_file("public/policy/bank-holidays.json");
  auto const merged = merge_bank_holidays(
      {"known", known}, {"published", {reinterpret_cast<char const*>(data), size}});
  if (merged.ok()) PUTRIGHT_REQUIRE(load_bank_holidays({"merged", merged.value().json}).ok());
  return 0;
}
