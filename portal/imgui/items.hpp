// What is on the canvas, by name: a canvas has no document to ask, so tests and the invisible copy
// for assistive technology ask this list. Filled from Dear ImGui's test hooks; it changes nothing
// itself.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace putright::canvas {

enum class ItemKind { text, heading, button, link, choice, tick, field };

/// One named thing on the canvas. Corners in canvas units (CSS pixels).
struct Item {
  std::uint32_t id = 0;
  ItemKind kind = ItemKind::text;
  std::string label;
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  bool chosen = false;
  /// Inside its window's visible part.
  bool visible = false;
};

/// The items of the frame drawn last, in drawing order.
class ItemCatalogue {
 public:
  void begin_frame();
  /// Where an item lies; its name follows in `name`.
  void place(Item const& item);
  void name(std::uint32_t id, ItemKind kind, std::string_view label, bool chosen);
  /// While silent, nothing is entered.
  void silence() { is_silent_ = true; }
  void hear() { is_silent_ = false; }
  std::vector<Item> const& items() const { return items_; }
  /// The first item with exactly this label and a kind that can be pressed or filled, or null.
  Item const* control(std::string_view label) const;
  /// The first item of any kind whose label contains `part`, or null.
  Item const* mentioning(std::string_view part) const;

 private:
  struct Place {
    std::uint32_t id;
    Item where;
  };
  std::vector<Item> items_;
  std::vector<Place> places_;
  bool is_silent_ = false;
};

/// Names the item that was just added.
void name_last_item(ItemKind kind, std::string_view label, bool chosen = false);

/// Enters words that are drawn but are no control.
void name_words(ItemKind kind, std::string_view words, float left, float top, float right,
                float bottom);

/// While it lives, what is drawn is not entered: a picture of controls is no control.
class Silence {
 public:
  Silence();
  ~Silence();
  Silence(Silence const&) = delete;
  Silence& operator=(Silence const&) = delete;
};

}  // namespace putright::canvas
