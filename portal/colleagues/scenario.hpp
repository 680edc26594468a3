// Scenarios as pages: the workbench's made-up complaint, worked on without script and without the
// canvas. It travels in each form, as a draft does (ADR 7), so nothing is kept and nothing of a
// customer is read. Rules, dates and refusals are the core's.
#pragma once
#include <span>

#include "portal/colleagues/screens.hpp"
#include "portal/workbench/scenario_json.hpp"

namespace putright::colleagues {

/// Where all of these pages are.
inline constexpr std::string_view kScenarioPath = "/staff/scenario";

/// Bytes of a scenario's text: what a form can carry. A thousand events with short words fit.
inline constexpr std::size_t kMaxScenarioBytes = json::kSubmissionLimits.bytes;

struct ScenarioBooks {
  PolicyBook const& published;
  std::span<workbench::Example const> examples;
};

/// `customer`: the customer's own page, to be shown so that nothing in it works.
struct ScenarioShown {
  view::Screen screen;
  enum class Face { colleagues, customer } face = Face::colleagues;
};

/// What a press comes to. `fields` are the form's, a chosen file's content as `file`; none: the
/// first page.
ScenarioShown answer_scenario(Fields const& fields, ScenarioBooks const& books);

}  // namespace putright::colleagues
