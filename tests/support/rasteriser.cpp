#include "tests/support/rasteriser.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include <imgui.h>

namespace putright::support {
namespace {

// Places in sixteenths of a pixel, places in a texture in 65,536ths of a texel.
constexpr std::int64_t kPixel = 16;
constexpr std::int64_t kTexel = 65536;
constexpr std::uint32_t kGround = 0xFFFFFFFF;

struct Corner {
  std::int64_t x, y;
  std::int64_t u, v;
  std::array<std::int64_t, 4> colour;
};

struct Box {
  int left, top, right, bottom;
};

std::array<std::int64_t, 4> parts_of(std::uint32_t colour) {
  return {colour & 0xFFU, (colour >> 8U) & 0xFFU, (colour >> 16U) & 0xFFU, colour >> 24U};
}

// Twice the area of a triangle, signed; also the weight of the third corner opposite `a` to `b`.
std::int64_t area(Corner const& a, Corner const& b, std::int64_t x, std::int64_t y) {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// An edge's own pixels belong to one of the two triangles beside it: the one below or right of it.
bool is_upper_left(Corner const& a, Corner const& b) {
  return a.y == b.y ? b.x > a.x : b.y < a.y;
}

class Sheet {
 public:
  Sheet(int width, int height) : pixels_{width, height, {}} {
    pixels_.colours.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                           kGround);
  }

  void triangle(Corner const& a, Corner const& b, Corner const& c, Box const& clip,
                ImTextureData const& texture) {
    std::int64_t const whole = area(a, b, c.x, c.y);
    if (whole == 0) return;
    if (whole < 0) return triangle(a, c, b, clip, texture);
    auto const pixel_of = [](std::int64_t place) { return static_cast<int>(place / kPixel); };
    int const left = std::max(clip.left, pixel_of(std::min({a.x, b.x, c.x})));
    int const right = std::min(clip.right, pixel_of(std::max({a.x, b.x, c.x})) + 1);
    int const top = std::max(clip.top, pixel_of(std::min({a.y, b.y, c.y})));
    int const bottom = std::min(clip.bottom, pixel_of(std::max({a.y, b.y, c.y})) + 1);
    std::array const edges{std::pair{&b, &c}, std::pair{&c, &a}, std::pair{&a, &b}};
    std::array const corners{&a, &b, &c};
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        std::array<std::int64_t, 3> weights{};
        bool is_inside = true;
        for (std::size_t edge = 0; edge < 3; ++edge) {
          auto const& [from, to] = edges[edge];
          weights[edge] = area(*from, *to, x * kPixel + kPixel / 2, y * kPixel + kPixel / 2);
          is_inside =
              is_inside && (weights[edge] > 0 || (weights[edge] == 0 && is_upper_left(*from, *to)));
        }
        if (is_inside) blend(x, y, mixed(corners, weights, whole, texture));
      }
    }
  }

  Pixels take() { return std::move(pixels_); }

 private:
  using Parts = std::array<std::int64_t, 4>;

  static Parts mixed(std::array<Corner const*, 3> const& corners,
                     std::array<std::int64_t, 3> const& weights, std::int64_t whole,
                     ImTextureData const& texture) {
    std::int64_t u = 0;
    std::int64_t v = 0;
    Parts colour{};
    for (std::size_t at = 0; at < 3; ++at) {
      u += corners[at]->u * weights[at];
      v += corners[at]->v * weights[at];
      for (std::size_t part = 0; part < 4; ++part)
        colour[part] += corners[at]->colour[part] * weights[at];
    }
    auto const texel = [](std::int64_t place, std::int64_t of, int size) {
      return static_cast<int>(std::clamp<std::int64_t>(place / of / kTexel, 0, size - 1));
    };
    auto const* const bytes =
        static_cast<unsigned char const*>(const_cast<ImTextureData&>(texture).GetPixelsAt(
            texel(u, whole, texture.Width), texel(v, whole, texture.Height)));
    for (std::size_t part = 0; part < 4; ++part)
      colour[part] = colour[part] / whole * bytes[part] / 255;
    return colour;
  }

  void blend(int x, int y, Parts const& over) {
    std::uint32_t& pixel =
        pixels_.colours[static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels_.width) +
                        static_cast<std::size_t>(x)];
    Parts const under = parts_of(pixel);
    std::uint32_t result = 0xFF;
    for (std::size_t part = 3; part-- > 0;) {
      std::int64_t const made = (over[part] * over[3] + under[part] * (255 - over[3]) + 127) / 255;
      result = (result << 8U) | static_cast<std::uint32_t>(made);
    }
    pixel = result;
  }

  Pixels pixels_;
};

Corner corner_of(ImDrawVert const& vertex, ImTextureData const& texture) {
  auto const scaled = [](float number, std::int64_t by) {
    return static_cast<std::int64_t>(std::lround(number * static_cast<float>(by)));
  };
  return {scaled(vertex.pos.x, kPixel), scaled(vertex.pos.y, kPixel),
          scaled(vertex.uv.x, kTexel * texture.Width), scaled(vertex.uv.y, kTexel * texture.Height),
          parts_of(vertex.col)};
}

}  // namespace

Pixels rasterise(ImDrawData const& frame) {
  auto const width = static_cast<int>(frame.DisplaySize.x);
  auto const height = static_cast<int>(frame.DisplaySize.y);
  Sheet sheet(width, height);
  // Letters and edges alike are in the fonts' sheet; nothing else is drawn with.
  ImTextureData const* const texture = ImGui::GetIO().Fonts->TexData;
  for (ImDrawList const* list : frame.CmdLists) {
    for (ImDrawCmd const& command : list->CmdBuffer) {
      Box const clip{std::max(0, static_cast<int>(command.ClipRect.x)),
                     std::max(0, static_cast<int>(command.ClipRect.y)),
                     std::min(width, static_cast<int>(command.ClipRect.z)),
                     std::min(height, static_cast<int>(command.ClipRect.w))};
      auto const vertex = [&](unsigned at) {
        int const index = list->IdxBuffer[static_cast<int>(command.IdxOffset + at)];
        return corner_of(list->VtxBuffer[index + static_cast<int>(command.VtxOffset)], *texture);
      };
      for (unsigned at = 0; at + 2 < command.ElemCount; at += 3)
        sheet.triangle(vertex(at), vertex(at + 1), vertex(at + 2), clip, *texture);
    }
  }
  return sheet.take();
}

std::string digest_of(Pixels const& pixels) {
  constexpr std::uint64_t kStart = 14695981039346656037U;
  constexpr std::uint64_t kPrime = 1099511628211U;
  std::uint64_t digest = kStart;
  auto const add = [&digest](std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8)
      digest = (digest ^ ((number >> shift) & 0xFFU)) * kPrime;
  };
  add(static_cast<std::uint32_t>(pixels.width));
  add(static_cast<std::uint32_t>(pixels.height));
  for (std::uint32_t const colour : pixels.colours)
    add(colour);
  std::string written;
  for (int shift = 60; shift >= 0; shift -= 4)
    written += "0123456789abcdef"[(digest >> static_cast<unsigned>(shift)) & 0xFU];
  return written;
}

void write_pixmap(Pixels const& pixels, std::string const& path) {
  std::ofstream file{path, std::ios::binary};
  file << "P6\n" << pixels.width << ' ' << pixels.height << "\n255\n";
  for (std::uint32_t const colour : pixels.colours)
    for (unsigned shift = 0; shift < 24; shift += 8)
      file.put(static_cast<char>((colour >> shift) & 0xFFU));
}

}  // namespace putright::support
