#include "portal/imgui/look.hpp"

#include <cmath>
#include <cstddef>

#include "shared/policy/policy_book.hpp"

namespace putright::canvas {
namespace {

constexpr float kWashPart = 0.12F;

std::uint32_t hexadecimal_digit(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<std::uint32_t>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<std::uint32_t>(letter - 'a' + 10);
  if (letter >= 'A' && letter <= 'F') return static_cast<std::uint32_t>(letter - 'A' + 10);
  return 0;
}

}  // namespace

Paint paint_of(std::string_view written) {
  constexpr std::size_t kLength = 7;
  if (written.size() != kLength || written.front() != '#') return paint(0);
  std::uint32_t rgb = 0;
  for (char const letter : written.substr(1)) {
    rgb = rgb * 16U + hexadecimal_digit(letter);
  }
  return paint(rgb);
}

Paint mix(Paint under, Paint over, float part) {
  Paint mixed = 0;
  for (std::uint32_t shift = 0; shift < 32; shift += 8) {
    auto const low = static_cast<float>((under >> shift) & 0xFFU);
    auto const high = static_cast<float>((over >> shift) & 0xFFU);
    mixed |= static_cast<Paint>(std::lround(low + (high - low) * part)) << shift;
  }
  return mixed;
}

BrandPaint brand_paint(BrandColour const& colour) {
  Paint const main = paint_of(colour.main);
  return {.main = main,
          .hover = paint_of(colour.hover),
          .on_dark = paint_of(colour.on_dark),
          .wash = mix(kWhite, main, kWashPart)};
}

}  // namespace putright::canvas
