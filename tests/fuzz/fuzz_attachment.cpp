// Files of any kind: any bytes are recognised or not.
#include <cstdint>
#include <string_view>

#include "server-stub/attachments/media_type.hpp"
#include "shared/base/require.hpp"

using namespace putright;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes{reinterpret_cast<char const*>(data), size};
  attachments::Content const content{
      size, [bytes](std::uint64_t offset, std::size_t count) {
        return offset < bytes.size()
                   ? std::string{bytes.substr(static_cast<std::size_t>(offset), count)}
                   : std::string{};
      }};
  auto const media_type = attachments::recognise(content);
  PUTRIGHT_REQUIRE(!media_type || !media_type->empty());
  return 0;
}
