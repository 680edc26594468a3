// One node of each kind of the view tree, for tests of the canvas.
#pragma once
#include <string>
#include <vector>

#include "portal/view/tree.hpp"

namespace putright::support {

view::Node paragraph(std::string text);

/// A screen of no brand with these nodes.
view::Screen screen_with(std::vector<view::Node> body);

/// One node of a kind, and the words that must then be found on the canvas.
struct Sample {
  char const* name;
  view::Node node;
  std::vector<std::string> words;
  std::vector<std::string> controls;
  /// Words of one face alone. In HTML: what tells a warning or a problem to those who do not see
  /// it, headings of columns whose rows the canvas says as sentences, what is folded away there. On
  /// the canvas: an address behind a picture, a caption that is an attribute in HTML, a button that
  /// HTML's own selecting makes needless.
  std::string only_html{};
  std::string only_canvas{};
};

/// All kinds, each at least once.
std::vector<Sample> samples();

}  // namespace putright::support
