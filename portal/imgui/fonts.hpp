// The canvas's fonts as TrueType bytes, made by a build step (cmake/fonts.cmake).
#pragma once
#include <span>

namespace putright {

/// Weight 400, with every accent people type. The bytes live as long as the program.
std::span<unsigned char const> font_regular();
/// Weight 600, for our own words: English and Welsh.
std::span<unsigned char const> font_semibold();

}  // namespace putright
