// The order of the screens of each journey, and which answers each screen takes.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portal/journey/draft.hpp"
#include "portal/view/tree.hpp"

namespace putright {

/// The screens that take answers, and the check screen that ends each journey.
enum class Step {
  who_for,
  on_behalf,
  about,
  what_happened,
  when_and_who,
  put_right,
  files,
  your_details,
  adjustments,
  check
};

inline constexpr std::array<Named<Step>, 10> kSteps{{
    {Step::who_for, "who-for"},
    {Step::on_behalf, "on-behalf"},
    {Step::about, "about"},
    {Step::what_happened, "what-happened"},
    {Step::when_and_who, "when-and-who"},
    {Step::put_right, "put-right"},
    {Step::files, "files"},
    {Step::your_details, "your-details"},
    {Step::adjustments, "adjustments"},
    {Step::check, "check"},
}};

/// All screens of a journey, in order, also those that only some customers see.
std::span<Step const> steps_of(FeedbackKind kind);

/// Whether this draft's journey has the screen: `on_behalf` only for somebody else.
bool is_asked(Step step, Draft const& draft);

/// The fields that a screen takes, in screen order.
std::span<Field const> fields_of(Step step);

/// The screen of a journey that takes this field; empty when none does.
std::optional<Step> step_with(FeedbackKind kind, Field field);

/// `/homes-plus/complaint/about`.
std::string step_path(std::string_view brand, FeedbackKind kind, Step step);

/// The step that is asked after or before this one; empty at the ends of the journey.
std::optional<Step> step_after(FeedbackKind kind, Step step, Draft const& draft);
std::optional<Step> step_before(FeedbackKind kind, Step step, Draft const& draft);

}  // namespace putright
