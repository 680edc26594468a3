// The canvas's fonts as TrueType bytes, made by a build step (cmake/fonts.cmake).
#pragma once
#include <span>

namespace putright {

/// Weight 400. The bytes live as long as the program.
std::span<unsigned char const> font_regular();
/// Weight 600.
std::span<unsigned char const> font_semibold();
/// Weight 700.
std::span<unsigned char const> font_bold();

}  // namespace putright
