// The canvas's presenter of the view tree: draws one screen as a customer sees it, keeps what is
// typed, and says what was pressed. It decides nothing: whoever calls it asks the journey what a
// press means.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "portal/imgui/answers.hpp"
#include "portal/imgui/look.hpp"
#include "portal/view/tree.hpp"

namespace putright::canvas {

/// What a person did to the screen in this frame.
struct Press {
  /// `send`: a form, to the path `target`. `follow`: a link to a path or outside address. `copy`: a
  /// text.
  enum class Kind { nothing, send, follow, copy };
  Kind kind = Kind::nothing;
  std::string target;
  /// Fields in order, the pressed button's `go` last.
  std::vector<std::pair<std::string, std::string>> form;
};

/// Draws `screen` and its help at the layout cursor, as wide as the column; returns what was
/// pressed.
Press present(view::Screen const& screen, Answers& answers, Look const& look);

/// Draws the bar at the head of every screen into a rectangle: the name, and where one can go.
struct MastheadPlace {
  float left;
  float top;
  float width;
  float height;
};
Press present_masthead(view::Screen const& screen, MastheadPlace const& place, Look const& look);

/// What sending `form` would send: what it carries, and every field, also those in closed details.
std::vector<std::pair<std::string, std::string>> fields_of(view::Form const& form,
                                                           Answers const& answers);

}  // namespace putright::canvas
