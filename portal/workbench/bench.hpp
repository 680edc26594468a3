// Everything a colleague can change in the workbench, as plain state, and what they asked of the
// page around it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "portal/workbench/comparison.hpp"
#include "portal/workbench/edits.hpp"
#include "portal/workbench/live.hpp"
#include "portal/workbench/pickers.hpp"
#include "portal/workbench/policy_files.hpp"
#include "portal/workbench/preview.hpp"
#include "portal/workbench/scenario.hpp"
#include "portal/workbench/scenario_json.hpp"
#include "portal/workbench/sheets.hpp"

namespace putright::workbench {

/// What stands beside the scenario.
enum class View { screen, compare, sheets, book, live };

/// How the customer's screen is shown: their real page, or drawn here from the same view tree.
enum class Face { page, drawn };

/// How wide the customer's screen is: as wide as there is room, or as one of their devices.
enum class PageWidth { fit, phone, tablet, desktop };

/// In CSS pixels; 0 for `fit`.
float page_pixels(PageWidth width);

/// Which panel shows where there is no room for three side by side.
enum class Panel { scenario, screen, deadlines };

/// What the panel at the left shows.
enum class Tab { about, events, what_if };

/// What only the page around the canvas can do.
enum class Wish { nothing, open_scenario, paste_scenario, open_editions };

/// What the policy book's viewer shows.
enum class BookPart { editions, clauses, contacts, calendar };

/// A file to give to the colleague. Empty name: none.
struct SavedFile {
  std::string name{};
  std::string type{};
  std::string text{};
};

enum class Turn { nothing, undo, redo };

/// How somebody leaves a real complaint.
enum class Leaving { nothing, complaint, colleague };

struct Bench {
  Scenario scenario;
  Preview preview{};
  View view = View::screen;
  Face face = Face::page;
  PageWidth page_width = PageWidth::fit;
  Panel panel = Panel::scenario;
  Tab tab = Tab::about;
  std::optional<DeadlineId> explained{};
  /// The day that the keyboard is at on a timeline.
  std::optional<Date> read_day{};
  Comparison comparison{};
  SheetSet sheet_set = SheetSet::steps;
  Live live{};
  BookPart part = BookPart::editions;
  std::vector<SourcedContact> contacts{};
  /// The day on which the workbench is used, as its page says; for how old things are.
  Date real_today{};
  /// Whether a draft of the editions is looked at instead of the published ones.
  bool has_draft = false;
  bool drops_draft = false;
  /// Where the draft opened last is wrong.
  std::optional<PolicyRefusal> refusal{};
  /// The event whose details are open.
  std::optional<std::size_t> event{};
  Picker picker{};
  float scale = 1;
  std::vector<Example> examples{};
  /// The name of the example that was opened last.
  std::string example{};
  Edits edits{};
  /// Done at the end of the frame.
  Turn turn = Turn::nothing;
  Leaving leaving = Leaving::nothing;
  /// What the invented bank holidays change, a line for each date that moves.
  std::vector<std::string> changes{};
  /// What was done, or why nothing was: shown and read out until something else happens.
  std::string message{};
  /// Goes to the clipboard at the end of the frame.
  std::string to_copy{};
  SavedFile saved{};
  Wish wish = Wish::nothing;
};

/// Whether a real complaint is looked at, not the made-up one.
bool is_live(Bench const& bench);

/// The complaint that is looked at: the made-up one, or a real one.
Scenario& looked_at(Bench& bench);
Scenario const& looked_at(Bench const& bench);

/// Makes an example the scenario.
void show_example(Bench& bench, std::size_t index, PolicyBook const& book);

}  // namespace putright::workbench
