// Lays words out in lines and draws them. Breaks only at spaces and line ends: a telephone number
// keeps together. It knows nothing of screens.
#pragma once
#include <string_view>
#include <vector>

#include <imgui.h>

#include "portal/imgui/items.hpp"
#include "portal/imgui/look.hpp"
#include "portal/view/tree.hpp"

namespace putright::canvas {

/// A run of one span on one line. `text` points into the span; `offset` is from the block's corner.
struct Fragment {
  ImVec2 offset;
  float width;
  std::string_view text;
  std::size_t span;
};

/// Words broken into lines. Valid while the spans are.
struct WordBlock {
  std::vector<Fragment> fragments;
  ImVec2 size;
};

/// How one paragraph is written: plain words and strong ones.
struct Hand {
  Ink plain;
  ImFont* strong_font;
  Paint link = kInk;
};
/// The usual hand: links in the brand's colour, strong words semibold.
Hand hand(Look const& look, Ink ink);

/// Breaks `spans` into lines at most `width` wide (canvas units). A single word wider than that is
/// cut.
WordBlock lay_out(view::Text const& spans, Hand const& style, float width);

/// Width of a text on one line, in canvas units.
float width_of(std::string_view text, Ink const& ink);

/// Draws one line of words with its upper left corner at `at`; returns its width.
float draw_line(ImVec2 at, std::string_view text, Ink const& ink);
/// The same, shortened with an ellipsis to fit `width`.
void draw_line_within(ImVec2 at, std::string_view text, Ink const& ink, float width);

/// Draws a plain text at the layout cursor, wrapped to the width that is left, and moves on.
void write(std::string_view text, Ink const& ink, ItemKind kind = ItemKind::text);

/// Draws a plain text in a given place, wrapped to `width`; returns its height. The cursor stays.
float write_at(ImVec2 at, std::string_view text, Ink const& ink, float width);

/// Leaves a space, in canvas units, below what was drawn last.
void gap(float height);

/// Takes a rectangle of this size at the layout cursor and moves on below it; returns its upper
/// left corner.
ImVec2 take(ImVec2 size);

/// While it lives, the column is narrower by `pad` (canvas units) at both sides.
class Inside {
 public:
  explicit Inside(float pad);
  ~Inside();
  Inside(Inside const&) = delete;
  Inside& operator=(Inside const&) = delete;

 private:
  float pad_;
};

/// While it lives, the column ends `less` canvas units earlier.
class Narrowed {
 public:
  explicit Narrowed(float less);
  ~Narrowed();
  Narrowed(Narrowed const&) = delete;
  Narrowed& operator=(Narrowed const&) = delete;

 private:
  float less_;
};

/// Width that is left from the layout cursor to the column's right edge.
float width_left();

}  // namespace putright::canvas
