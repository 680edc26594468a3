// Controls drawn by hand: pressable areas, buttons, radios, ticks, fields, switches. Each names
// itself in the item catalogue and shows the focus ring. They hold no state of their own and decide
// nothing.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include <imgui.h>

#include "portal/imgui/items.hpp"
#include "portal/imgui/look.hpp"

namespace putright::canvas {

/// What a pointer or key did to an area in this frame.
struct Touch {
  bool pressed = false;
  bool hovered = false;
  bool held = false;
  bool focused = false;
};

/// A rectangle on the canvas, in canvas units.
struct Area {
  ImVec2 from;
  ImVec2 to;
  float width() const { return to.x - from.x; }
  float height() const { return to.y - from.y; }
};

/// What a control is called and what kind it is. `id` tells two of the same label apart.
struct ControlName {
  std::string_view id;
  std::string_view label;
  ItemKind kind = ItemKind::button;
  bool chosen = false;
  ItemDetail detail{};
};

/// Makes an area pressable by pointer and keyboard. Draws nothing.
Touch touch(Area area, ControlName const& named);

/// The keyboard goes to this item, because what it stands on is about to go away. Its place on the
/// canvas is where the arrows go on from.
void stand_on(std::uint32_t item, Area area);

/// How far the left and right arrows went in this frame: -1, 0 or 1. Asked right after `touch` of
/// an item that has the focus; the arrows are then this item's and do not leave it.
int arrows_of_last_item();

/// The focus ring around a control of this corner radius (canvas units).
void draw_focus(Area area, float radius, Look const& look);

/// While it lives, fields are written in this look's size instead of the whole canvas's.
class Scaled {
 public:
  explicit Scaled(Look const& look);
  ~Scaled();
  Scaled(Scaled const&) = delete;
  Scaled& operator=(Scaled const&) = delete;

 private:
  float before_;
};

/// While it lives, controls are drawn in this look's size, but they are a picture: nothing in it
/// can be pressed, focused or found by name.
class Unpressable {
 public:
  explicit Unpressable(Look const& look);
  ~Unpressable();
  Unpressable(Unpressable const&) = delete;
  Unpressable& operator=(Unpressable const&) = delete;

 private:
  Silence silence_;
  Scaled scaled_;
};

enum class ButtonWeight { main, second, quiet };

/// A button at the layout cursor; returns whether it was pressed.
bool button(std::string_view id, std::string_view label, ButtonWeight weight, Look const& look);

/// A button filling an area, of the workbench's own panels.
bool panel_button(Area area, ControlName const& named, Look const& look);

/// A choice filling an area, with a dot of its own colour.
bool dotted_choice(Area area, ControlName const& named, Paint dot, Look const& look);

enum class Mark { radio, tick };

/// A radio or tick box with its label and hint at the layout cursor; returns whether it was
/// pressed.
struct MarkedChoice {
  std::string_view id;
  std::string_view label;
  std::string_view hint;
  Mark mark = Mark::radio;
  bool chosen = false;
  /// The question that it is an answer to.
  std::string_view group{};
};
bool marked_choice(MarkedChoice const& choice, Look const& look);

enum class FieldHeight { line, paragraphs };

/// Whether what is typed can be read on the canvas and copied from it.
enum class Secrecy { open, secret };

/// A text field at the layout cursor; edits `value` in place; returns whether it changed.
struct FieldShape {
  std::string_view id;
  std::string_view label;
  float width;
  FieldHeight height = FieldHeight::line;
  bool has_problem = false;
  Secrecy secrecy = Secrecy::open;
};
bool text_field(FieldShape const& shape, std::string& value, Look const& look);

/// What a row of alternatives is for: an answer, or which panel is shown.
enum class Segments { answers, panels };

/// One row of alternatives, called `what`; returns the index pressed, or -1. Full width of the
/// column.
int segmented(std::string_view what, std::span<std::string_view const> labels, int chosen,
              Look const& look, Segments segments = Segments::answers);

/// A label with a switch at the right; returns whether it was pressed.
bool toggle(std::string_view label, bool on, Look const& look);

/// What the two arrows of a stepper are called: "Today: earlier".
struct StepNames {
  std::string_view back = "earlier";
  std::string_view on = "later";
};

/// A value between a back and a forward arrow; returns -1, 0 or 1.
int stepper(std::string_view what, std::string_view value, Look const& look, StepNames names = {});

/// A slider over whole numbers that stands at `value` in words; returns the number it stands at
/// now.
int slider(std::string_view what, std::string_view value, SliderRange range, Look const& look);

/// A rounded white sheet with a thin edge.
void draw_card(Area area, float radius, Paint fill, Paint edge);

}  // namespace putright::canvas
