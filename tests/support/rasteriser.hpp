// Draws a canvas's frame without a graphics card: whole numbers only, so that the native program
// and the WebAssembly one make the same pixels.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

struct ImDrawData;

namespace putright::support {

/// Rows from the top, `0xAABBGGRR` as Dear ImGui packs colours.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> colours;
};

/// The frame as pixels. Its textures are taken from Dear ImGui as they are; nothing is uploaded.
Pixels rasterise(ImDrawData const& frame);

/// 16 hexadecimal digits (FNV-1a) over size and pixels.
std::string digest_of(Pixels const& pixels);

/// Writes them as a portable pixmap, for looking at.
void write_pixmap(Pixels const& pixels, std::string const& path);

}  // namespace putright::support
