// Many of the customer's screens at once: every step, every problem, all brands, all statuses.
// Which screens there are is made here; they are the portal's own.
#pragma once
#include <string>
#include <vector>

#include "portal/workbench/preview.hpp"

namespace putright::workbench {

enum class SheetSet { steps, problems, brands, statuses };

/// One screen, and what to look at to see it large.
struct Sheet {
  std::string title;
  view::Screen screen;
  Scenario scenario;
  Preview preview;
};

/// The screens of a set for this scenario; of `brands`, the screen that `preview` shows.
std::vector<Sheet> sheets_of(SheetSet set, Scenario const& scenario, Preview const& preview,
                             PolicyBook const& book);

}  // namespace putright::workbench
