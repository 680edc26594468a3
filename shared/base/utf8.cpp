#include "shared/base/utf8.hpp"

namespace putright {
namespace {

// What may follow a first byte: how many more bytes, and the range of the first of them.
struct Lead {
  int more;
  unsigned char low;
  unsigned char high;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {0, 0, 0};
  if (byte < 0xC2) return {-1, 0, 0};
  if (byte < 0xE0) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte < 0xF0) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte < 0xF4) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {-1, 0, 0};
}

}  // namespace

Utf8Sequence utf8_sequence_at(std::string_view text, std::size_t at) {
  Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.more < 0) return {1, false};
  std::size_t bytes = 1;
  for (; lead.more > 0; --lead.more, ++bytes) {
    if (at + bytes >= text.size()) return {bytes, false};
    auto const byte = static_cast<unsigned char>(text[at + bytes]);
    if (byte < lead.low || byte > lead.high) return {bytes, false};
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return {bytes, true};
}

}  // namespace putright
