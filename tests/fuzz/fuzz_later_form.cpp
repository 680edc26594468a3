// Stage 2 requests, answers and withdrawals: any text is read or refused; what is read is within
// its limits.
#include <cstdint>
#include <string_view>

#include "shared/base/require.hpp"
#include "shared/submission/later_forms.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  for (LaterForm const form :
       {LaterForm::stage_2_request, LaterForm::answer, LaterForm::withdrawal}) {
    auto const read = read_later_form(form, text);
    if (read.ok()) PUTRIGHT_REQUIRE(read.value().size() <= rules_of(form).size());
  }
  return 0;
}
