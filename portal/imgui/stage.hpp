// One Dear ImGui context and what its host tells it: sizes, pointers, keys, words. Frames are drawn
// only when there is a cause. It knows no browser: native tests are a host like any other.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "portal/imgui/items.hpp"
#include "portal/imgui/look.hpp"

struct ImDrawData;
struct ImGuiContext;

namespace putright::canvas {

enum class PointerSource { mouse, touch, pen };
enum class KeyMove { down, up };

/// Modifier keys as bits.
inline constexpr int kShift = 1;
inline constexpr int kControl = 2;
inline constexpr int kAlt = 4;
inline constexpr int kMeta = 8;

/// What the pointer should look like.
enum class PointerShape { arrow, hand, text, move_sideways };

/// Where words are being typed: the host puts its own text input there, for the keyboard and the
/// IME.
struct TypingPlace {
  bool wanted = false;
  float x = 0;
  float y = 0;
  float height = 0;
};

/// The wait that means "until something happens".
inline constexpr double kSleep = -1;

/// Owns the context. Only one may be alive at a time.
class Stage {
 public:
  Stage();
  ~Stage();
  Stage(Stage const&) = delete;
  Stage& operator=(Stage const&) = delete;

  /// Canvas size in CSS pixels, and device pixels for each of them.
  void resize(float width, float height, float ratio);
  void pointer_moved(float x, float y, PointerSource source);
  void pointer_left();
  /// `number`: 0 main, 1 second, 2 middle.
  void pointer_button(int number, KeyMove move);
  /// In notches, right and down positive.
  void wheel(float across, float down);
  /// `name` is the browser's name of a key (`Tab`, `ArrowLeft`, `a`); an unknown one does nothing.
  void key(std::string_view name, KeyMove move, int modifiers);
  /// Words typed or inserted, UTF-8.
  void typed(std::string_view text);
  void focused(bool is_focused);
  void set_clipboard(std::string_view text) { clipboard_ = text; }
  /// Presses an item, as assistive technology does.
  void press(std::uint32_t item);
  /// Sets a slider, as assistive technology does.
  void set(std::uint32_t item, int number);

  /// Draws one frame at `now_ms`, any steady clock. Returns 0 when another frame is due at once,
  /// else `kSleep`.
  double frame(double now_ms, std::function<void(Look const&)> const& draw);
  /// Asks for frames without an event from the host.
  void wake();
  bool is_asleep() const;
  std::uint64_t frames() const { return frames_; }

  ImDrawData* drawn() const;
  /// Every texture is made anew with the next frame: the graphics context was lost.
  void forget_textures();
  ItemCatalogue const& items() const { return items_; }
  TypingPlace const& typing() const { return typing_; }
  PointerShape pointer_shape() const;
  /// The item that is being held or typed into; 0: none.
  std::uint32_t active_item() const;
  /// The item that the keyboard stands on, while it is shown; 0: none.
  std::uint32_t focused_item() const;
  /// The text copied since the last call, or empty.
  std::string take_copied();
  /// Puts a text on the clipboard, as Ctrl+C would.
  void copy(std::string_view text);
  void set_scale(float scale);
  float scale() const { return scale_; }
  void set_brand(BrandPaint const& brand) { brand_ = brand; }

 private:
  void set_style();

  ImGuiContext* context_;
  Fonts fonts_;
  BrandPaint brand_;
  ItemCatalogue items_;
  TypingPlace typing_;
  std::string clipboard_;
  std::string copied_;
  float scale_ = 1;
  double last_ms_ = 0;
  int wanted_ = 0;
  std::uint64_t frames_ = 0;
};

}  // namespace putright::canvas
