// Numbers as pictures write them: highest byte first.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace putright::attachments {

/// The number of `count` bytes (up to 8) at `offset`; 0 where the bytes end before it.
inline std::uint64_t big_number_at(std::string_view bytes, std::size_t offset, std::size_t count) {
  if (offset > bytes.size() || bytes.size() - offset < count) return 0;
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < count; ++at)
    number = number << 8U | static_cast<unsigned char>(bytes[offset + at]);
  return number;
}

/// The number as four bytes.
inline std::string big_bytes(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 32; shift > 0; shift -= 8)
    bytes += static_cast<char>(number >> (shift - 8) & 0xFFU);
  return bytes;
}

}  // namespace putright::attachments
