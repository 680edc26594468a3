// Case files: any text holds together or is refused.
#include <cstdint>
#include <string_view>

#include "shared/wire/case_file.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const length = [](std::string_view text) { return std::to_string(text.size()); };
  (void)check_case_file({reinterpret_cast<char const*>(data), size}, length).ok();
  return 0;
}
