// What is on the canvas, by name: a canvas has no document to ask, so tests and the invisible copy
// for assistive technology ask this list. Filled from Dear ImGui's test hooks; it changes nothing
// itself.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace putright::canvas {

/// `choice` is one of several, `tab` one of several panels, `tick` stands alone; `opener` shows or
/// hides what stands below it.
enum class ItemKind { text, heading, button, link, choice, tab, tick, opener, field, slider };

/// Whole numbers that a slider goes over, and where it stands.
struct SliderRange {
  int from = 0;
  int to = 0;
  int at = 0;
};

/// What an item has besides its name: said to assistive technology.
struct ItemDetail {
  /// What the alternatives that it belongs to are called; empty: it stands alone.
  std::string_view group{};
  /// Of a field, what stands in it; never of a secret one. Of a slider, where it stands in words.
  /// Of a choice, its hint.
  std::string_view value{};
  SliderRange range{};
};

/// One named thing on the canvas. Corners in canvas units (CSS pixels).
struct Item {
  std::uint32_t id = 0;
  ItemKind kind = ItemKind::text;
  std::string label;
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  /// Of a field: whether it has several lines.
  bool chosen = false;
  /// Inside its window's visible part.
  bool visible = false;
  std::string group{};
  std::string value{};
  SliderRange range{};
};

/// The items of the frame drawn last, in drawing order.
class ItemCatalogue {
 public:
  void begin_frame();
  /// Where an item lies; its name follows in `name`.
  void place(Item const& item);
  void name(std::uint32_t id, ItemKind kind, std::string_view label, bool chosen,
            ItemDetail const& detail = {});
  /// Assistive technology sets a slider: told to it when it is drawn next.
  void set(std::uint32_t id, int number) { wanted_ = {id, number}; }
  /// What this slider was set to since it was drawn last.
  std::optional<int> take_set(std::uint32_t id);
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
  struct Wanted {
    std::uint32_t id = 0;
    int number = 0;
  };
  std::vector<Place> places_;
  Wanted wanted_;
  bool is_silent_ = false;
};

/// Names the item that was just added.
void name_last_item(ItemKind kind, std::string_view label, bool chosen = false,
                    ItemDetail const& detail = {});

/// What assistive technology set the item to that was just added, a slider.
std::optional<int> set_of_last_item();

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
