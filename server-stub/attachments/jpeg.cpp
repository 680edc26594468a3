#include "server-stub/attachments/jpeg.hpp"

#include "server-stub/attachments/big_endian.hpp"
#include "server-stub/attachments/little_endian.hpp"

namespace putright::attachments {
namespace {

constexpr std::size_t kPartBytes = 64U << 10U;
/// Far more than any camera writes.
constexpr int kMostSegments = 4096;

constexpr std::string_view kExif{"Exif\0\0", 6};
constexpr unsigned kOrientationTag = 0x0112;
constexpr unsigned kShortType = 3;
constexpr std::size_t kEntryBytes = 12;
constexpr std::uint64_t kUpright = 1;
constexpr std::uint64_t kLastOrientation = 8;

// Markers (T.81, table B.1).
constexpr unsigned kStart = 0xD8;
constexpr unsigned kEnd = 0xD9;
constexpr unsigned kScan = 0xDA;
constexpr unsigned kApplication0 = 0xE0;
constexpr unsigned kApplication15 = 0xEF;
constexpr unsigned kComment = 0xFE;

// Numbers of Exif come in the order that its own first two bytes say.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II*")) {}
  std::uint64_t number(std::size_t offset, std::size_t count) const {
    return is_little_ ? number_at(bytes_, offset, count) : big_number_at(bytes_, offset, count);
  }

 private:
  std::string_view bytes_;
  bool is_little_;
};

// Which way up the picture is, 1 to 8 (Exif 2.32, 4.6.4 A); 1 where nothing else is said.
std::uint64_t orientation_in(std::string_view exif) {
  Tiff const tiff{exif};
  auto const table = static_cast<std::size_t>(tiff.number(4, 4));
  std::uint64_t const entries = tiff.number(table, 2);
  for (std::size_t at = 0; at < entries; ++at) {
    std::size_t const entry = table + 2 + at * kEntryBytes;
    if (tiff.number(entry, 2) != kOrientationTag) continue;
    std::uint64_t const value = tiff.number(entry + 8, 2);
    bool const known = tiff.number(entry + 2, 2) == kShortType && value >= kUpright;
    return known && value <= kLastOrientation ? value : kUpright;
  }
  return kUpright;
}

// An Exif segment that says which way up, and nothing else.
std::string orientation_segment(std::uint64_t orientation) {
  std::string segment{"\xFF\xE1\x00\x22", 4};
  segment += kExif;
  segment += std::string_view{"MM\0*\0\0\0\x08\0\x01", 10};
  segment += std::string_view{"\x01\x12\0\x03\0\0\0\x01\0", 9};
  segment += static_cast<char>(orientation);
  return segment + std::string(6, '\0');
}

// What a reader needs: JFIF's resolution, the colour profile, Adobe's word on the colours.
bool is_needed(unsigned marker, std::string_view payload) {
  if (marker == kApplication0) return payload.starts_with(std::string_view{"JFIF\0", 5});
  if (marker == 0xE2) return payload.starts_with(std::string_view{"ICC_PROFILE\0", 12});
  if (marker == 0xEE) return payload.starts_with("Adobe");
  return marker < kApplication0;
}

bool is_segment(unsigned marker) {
  return (marker >= 0xC0 && marker <= 0xCF) || (marker >= kScan && marker <= kApplication15) ||
         marker == kComment;
}

class JpegReader {
 public:
  explicit JpegReader(Content const& content) : content_(content) {}

  std::optional<Pieces> read() {
    if (next_marker() != kStart) return std::nullopt;
    pieces_.keep(0, at_);
    for (int count = 0; count < kMostSegments; ++count) {
      std::uint64_t const from = at_;
      unsigned const marker = next_marker();
      if (marker == kEnd && scans_ > 0) {
        pieces_.keep(at_ - 2, 2);
        return pieces_;
      }
      // A picture that was cut off is still one; a place that makes no sense is not.
      if (marker == 0 && scans_ > 0 && at_ >= content_.bytes) return pieces_;
      if (!is_segment(marker) || !segment(marker, from)) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  // The byte behind 0xFF (of which there may be several), which `at_` is then behind; 0: none.
  unsigned next_marker() {
    std::string byte = content_.read(at_, 1);
    if (byte != "\xFF") return 0;
    while (byte == "\xFF")
      byte = content_.read(++at_, 1);
    ++at_;
    return byte.empty() ? 0 : static_cast<unsigned char>(byte[0]);
  }

  bool segment(unsigned marker, std::uint64_t from) {
    std::uint64_t const length = big_number_at(content_.read(at_, 2), 0, 2);
    if (length < 2 || length > content_.bytes - at_) return false;
    std::string const payload = content_.read(at_ + 2, static_cast<std::size_t>(length - 2));
    at_ += length;
    if (marker == 0xE1 && payload.starts_with(kExif)) turn(payload.substr(kExif.size()));
    if (is_needed(marker, payload)) pieces_.keep(from, at_ - from);
    if (marker == kScan) scan();
    return true;
  }

  void turn(std::string_view exif) {
    std::uint64_t const orientation = orientation_in(exif);
    if (!is_turned_ && orientation != kUpright) pieces_.add(orientation_segment(orientation));
    is_turned_ = true;
  }

  // The compressed picture ends at the first marker that is not part of it: no stuffed zero, no
  // restart (T.81, B.1.1.5).
  void scan() {
    ++scans_;
    std::uint64_t const from = at_;
    at_ = end_of_scan();
    pieces_.keep(from, at_ - from);
  }

  std::uint64_t end_of_scan() {
    for (std::uint64_t at = at_; at < content_.bytes; at += kPartBytes - 1) {
      std::string const part = content_.read(at, kPartBytes);
      for (std::size_t found = part.find('\xFF'); found < part.size() - 1;
           found = part.find('\xFF', found + 1)) {
        auto const next = static_cast<unsigned char>(part[found + 1]);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at + found;
      }
    }
    return content_.bytes;
  }

  Content const& content_;
  Pieces pieces_;
  std::uint64_t at_ = 0;
  int scans_ = 0;
  bool is_turned_ = false;
};

}  // namespace

std::optional<Pieces> jpeg_without_metadata(Content const& content) {
  return JpegReader{content}.read();
}

}  // namespace putright::attachments
