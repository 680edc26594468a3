// Numbers as zip and OLE files write them: lowest byte first.
#pragma once
#include <cstdint>
#include <string_view>

namespace putright::attachments {

/// The number of `count` bytes (up to 4) at `offset`; 0 where the bytes end before it.
inline std::uint32_t number_at(std::string_view bytes, std::size_t offset, std::size_t count) {
  if (offset > bytes.size() || bytes.size() - offset < count) return 0;
  std::uint32_t number = 0;
  for (std::size_t at = count; at > 0; --at)
    number = number << 8U | static_cast<unsigned char>(bytes[offset + at - 1]);
  return number;
}

}  // namespace putright::attachments
