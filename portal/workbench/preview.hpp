// The customer's screen that the workbench shows: the same view tree that the portal makes, for the
// scenario's made-up complaint. Presses go through the portal's own function; nothing leaves the
// workbench.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "portal/imgui/present.hpp"
#include "portal/journey/portal.hpp"
#include "portal/journey/steps.hpp"
#include "portal/workbench/scenario.hpp"

namespace putright::workbench {

/// What stands in the middle.
enum class Page { home, journey, track };

/// Whether the screen is shown as it is when nothing was answered and Continue was pressed.
enum class ProblemView { hidden, shown };

/// What is shown; plain state.
struct Preview {
  Page page = Page::journey;
  /// Which of the journey's screens, from 0.
  std::size_t step = 0;
  ProblemView problems = ProblemView::hidden;
  /// What the customer pressed since; absent: nothing yet.
  std::optional<PortalRequest> pressed;
  bool operator==(Preview const&) const;
};

/// The screen for this preview of this scenario. Where the portal would call the stub, the answer
/// is made up.
view::Screen screen_of(Preview const& preview, Scenario const& scenario, PolicyBook const& book);

/// The press that goes on from this screen with these answers over its own; none where there is no
/// way on.
std::optional<PortalRequest> press_with(view::Screen const& screen, canvas::Answers const& answers);

/// Follows a press: changes what is shown. A link to outside the portal changes nothing.
void follow_press(Preview& preview, canvas::Press const& press, Scenario const& scenario,
                  PolicyBook const& book);

/// How many screens the scenario's journey has.
std::size_t step_count(Scenario const& scenario);

/// Where the screen shown is, in words: "Screen 2 of 5".
std::string step_words(Preview const& preview, Scenario const& scenario);

}  // namespace putright::workbench
