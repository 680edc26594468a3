// Policy books: any text is a book or a refusal with its place.
#include <cstdint>
#include <string_view>

#include "shared/policy/load_policy_book.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const book = load_joined_policy_book({reinterpret_cast<char const*>(data), size});
  if (!book.ok()) describe(book.error());
  return 0;
}
