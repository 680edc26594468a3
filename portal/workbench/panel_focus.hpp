// The keyboard between the panels: where nothing more stands on that side, left and right go on in
// the panel beside, to where the keyboard was in it last. Up and down stay in theirs. When what it
// stands on goes away, it goes to what is nearest.
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/items.hpp"

namespace putright::workbench {

class PanelFocus {
 public:
  /// After all panels that are shown are drawn, from the left.
  void turn(std::span<canvas::Area const> panels, canvas::ItemCatalogue const& items);

 private:
  /// The item of each panel that the keyboard stood on last; 0: none.
  std::array<std::uint32_t, 3> last_{};
};

}  // namespace putright::workbench
