// An address as a QR code: an inline drawing, so that neither a server nor a referrer sees it.
#include <array>
#include <optional>
#include <string>

#include <qrcodegen.h>

#include "portal/html/presenter.hpp"

namespace putright::html {
namespace {

/// Light squares around the code (ISO/IEC 18004 asks for four).
constexpr int kQuietSquares = 4;

/// Addresses that are longer have no code. Version 12 holds about 280 characters.
constexpr int kLargestVersion = 12;

using Squares = std::array<std::uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(kLargestVersion)>;

std::optional<Squares> squares_of(std::string const& target) {
  Squares squares{};
  Squares work{};
  bool const fits =
      qrcodegen_encodeText(target.c_str(), work.data(), squares.data(), qrcodegen_Ecc_MEDIUM,
                           qrcodegen_VERSION_MIN, kLargestVersion, qrcodegen_Mask_AUTO, true);
  if (!fits) return std::nullopt;
  return squares;
}

// The dark squares, row by row, as one path: `M x y h run v1 h-run z`.
std::string path_of(Squares const& squares) {
  std::string path;
  int const size = qrcodegen_getSize(squares.data());
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      int run = 0;
      while (qrcodegen_getModule(squares.data(), x + run, y))
        ++run;
      if (run == 0) continue;
      std::string const width = std::to_string(run);
      path.append("M").append(std::to_string(x + kQuietSquares));
      path.append(" ").append(std::to_string(y + kQuietSquares));
      path.append("h").append(width).append("v1h-").append(width).append("z");
      x += run;
    }
  }
  return path;
}

}  // namespace

void Presenter::operator()(view::ScanCode const& node) {
  auto const squares = squares_of(node.target);
  if (!squares) return;
  std::string const size = std::to_string(qrcodegen_getSize(squares->data()) + 2 * kQuietSquares);
  out_.open("figure", {{"class", "putright-qr"}})
      .open("svg", {{"viewbox", "0 0 " + size + " " + size},
                    {"class", "putright-qr__code"},
                    {"aria-hidden", "true"},
                    {"focusable", "false"},
                    {"shape-rendering", "crispEdges"}})
      .open("path", {{"d", path_of(*squares)}})
      .close("path")
      .close("svg")
      .element("figcaption", {{"class", "putright-qr__caption"}}, node.label)
      .close("figure");
}

}  // namespace putright::html
