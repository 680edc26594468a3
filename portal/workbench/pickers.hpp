// Controls of the workbench's panels that open in place: a list to choose from and a month of days.
// They open below themselves instead of over others: nothing is hidden, and the reading order
// stays.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "portal/imgui/controls.hpp"
#include "shared/calendar/working_days.hpp"

namespace putright::workbench {

/// Which of the pickers is open; one at most.
struct Picker {
  std::string open;
  /// First day of the month shown.
  Date month{};

  void toggle(std::string_view what) { open = open == what ? std::string() : std::string(what); }
};

/// One line to choose. `note` stands below it, as trouble.
struct Option {
  std::string label;
  std::string note{};
};

/// Shows what is chosen; pressed, it opens the list. Returns what was pressed in it.
std::optional<std::size_t> chooser(std::string_view what, std::string_view shown,
                                   std::span<Option const> options, Picker& picker,
                                   canvas::Look const& look);

/// A date between two arrows; pressed, it opens the month, where weekends and bank holidays show.
/// Returns the date it was changed to.
std::optional<Date> day_picker(std::string_view what, Date day, WorkingCalendar const& calendar,
                               Picker& picker, canvas::Look const& look);

/// A small heading above a control.
void caption(std::string_view words, canvas::Look const& look);
void section_gap(canvas::Look const& look);

/// Small buttons side by side, each as wide as the others; returns the one pressed, or -1.
int button_row(std::span<std::string_view const> labels, canvas::Look const& look);

/// One line of text to edit; returns whether it changed.
bool line_field(std::string_view what, std::string& value, canvas::Look const& look);

}  // namespace putright::workbench
