// Sizes, colours and letters of the canvas. Sizes are written for scale 1 and grow with it; a
// brand's colours come from the policy book.
#pragma once
#include <cstdint>
#include <string_view>

struct ImFont;

namespace putright {
struct BrandColour;
}

namespace putright::canvas {

/// A colour as Dear ImGui packs it (ABGR).
using Paint = std::uint32_t;

/// From `0xRRGGBB`, opaque.
constexpr Paint paint(std::uint32_t rgb) {
  return 0xFF000000U | ((rgb & 0xFFU) << 16U) | (rgb & 0xFF00U) | (rgb >> 16U);
}

/// From `#rrggbb`, as the policy book writes colours; black when it is not that.
Paint paint_of(std::string_view written);

/// `part` of `over` on top of `under`: 0 is `under`, 1 is `over`.
Paint mix(Paint under, Paint over, float part);

inline constexpr Paint kWhite = paint(0xFFFFFF);
inline constexpr Paint kInk = paint(0x1B1F24);
inline constexpr Paint kMutedInk = paint(0x566070);
inline constexpr Paint kDesk = paint(0xF2F4F7);
inline constexpr Paint kLine = paint(0xDDE1E7);
inline constexpr Paint kControlLine = paint(0x808A97);
inline constexpr Paint kWell = paint(0xECEFF3);
inline constexpr Paint kBar = paint(0x161A22);
inline constexpr Paint kProblem = paint(0xC42D18);
inline constexpr Paint kGood = paint(0x0E7A4A);
inline constexpr Paint kFocus = paint(0xFFDD00);
inline constexpr Paint kHoliday = paint(0xE58A7C);
inline constexpr Paint kHolidayWash = paint(0xFBE9E6);
inline constexpr Paint kWeekend = paint(0xE9EDF2);
inline constexpr Paint kComing = paint(0x4A5A78);

/// Two weights of one family.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
};

/// One brand's colours, ready to draw with.
struct BrandPaint {
  Paint main = kInk;
  Paint hover = kBar;
  Paint on_dark = kWhite;
  /// A wash of the main colour on white.
  Paint wash = kDesk;
};
BrandPaint brand_paint(BrandColour const& colour);

/// Letters of one kind. `size` is the height of a line of glyphs, in canvas units, already scaled.
struct Ink {
  ImFont* font;
  float size;
  Paint colour;
};

/// Everything drawing needs to know about looks.
struct Look {
  Fonts fonts;
  BrandPaint brand;
  float scale = 1;

  /// A size written for scale 1, in canvas units.
  float px(float size) const { return size * scale; }
  Ink ink(float size, Paint colour = kInk) const { return {fonts.regular, px(size), colour}; }
  Ink strong(float size, Paint colour = kInk) const { return {fonts.semibold, px(size), colour}; }
};

}  // namespace putright::canvas
