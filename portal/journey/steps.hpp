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
enum class Step { about, what_happened, put_right, your_details, check };

inline constexpr std::array<Named<Step>, 5> kSteps{{
    {Step::about, "about"},
    {Step::what_happened, "what-happened"},
    {Step::put_right, "put-right"},
    {Step::your_details, "your-details"},
    {Step::check, "check"},
}};

/// The screens of a journey, in order.
std::span<Step const> steps_of(FeedbackKind kind);

/// The fields that a screen takes, in screen order.
std::span<Field const> fields_of(Step step);

/// The screen of a journey that takes this field; empty when none does.
std::optional<Step> step_with(FeedbackKind kind, Field field);

/// `/homes-plus/complaint/about`.
std::string step_path(std::string_view brand, FeedbackKind kind, Step step);

/// The step after or before this one in the journey; empty at its ends.
std::optional<Step> step_after(FeedbackKind kind, Step step);
std::optional<Step> step_before(FeedbackKind kind, Step step);

}  // namespace putright
