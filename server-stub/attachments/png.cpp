#include "server-stub/attachments/png.hpp"

#include <algorithm>
#include <array>

#include "server-stub/attachments/big_endian.hpp"

namespace putright::attachments {
namespace {

constexpr std::uint64_t kSignatureBytes = 8;
constexpr std::uint64_t kHeaderBytes = 13;
/// Length, type and checksum of each chunk.
constexpr std::uint64_t kAroundBytes = 12;
/// Far more than any program writes for a picture of 10 MB.
constexpr int kMostChunks = 65536;

// All that says how the picture looks (PNG, 4.7 and 11), and nothing that says where it is from.
bool is_needed(std::string_view type) {
  constexpr std::array<std::string_view, 17> kNeeded{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM",
                                                     "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD",
                                                     "hIST", "pHYs", "acTL", "fcTL", "fdAT"};
  return std::find(kNeeded.begin(), kNeeded.end(), type) != kNeeded.end();
}

}  // namespace

std::optional<Pieces> png_without_metadata(Content const& content) {
  Pieces pieces;
  pieces.keep(0, kSignatureBytes);
  bool has_picture = false;
  std::uint64_t at = kSignatureBytes;
  for (int count = 0; count < kMostChunks && at < content.bytes; ++count) {
    std::string const head = content.read(at, 8);
    std::string_view const type =
        std::string_view{head}.substr(std::min<std::size_t>(4, head.size()));
    std::uint64_t const length = big_number_at(head, 0, 4);
    if (count == 0 && (type != "IHDR" || length != kHeaderBytes)) return std::nullopt;
    bool const is_whole = head.size() == 8 && length + kAroundBytes <= content.bytes - at;
    // A picture that was cut off is still one.
    if (!is_whole && has_picture) return pieces;
    if (!is_whole) return std::nullopt;
    has_picture = has_picture || type == "IDAT";
    if (is_needed(type)) pieces.keep(at, length + kAroundBytes);
    at += length + kAroundBytes;
    if (type == "IEND") break;
  }
  if (!has_picture) return std::nullopt;
  return pieces;
}

}  // namespace putright::attachments
