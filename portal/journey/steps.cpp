#include "portal/journey/steps.hpp"

#include <algorithm>

namespace putright {
namespace {

constexpr std::array kComplaintSteps{Step::about, Step::what_happened, Step::put_right,
                                     Step::your_details, Step::check};
constexpr std::array kOtherSteps{Step::what_happened, Step::your_details, Step::check};

constexpr std::array kAboutFields{Field::matter, Field::relationship};
constexpr std::array kWhatHappenedFields{Field::what_happened, Field::when_it_happened,
                                         Field::person_to_thank};
constexpr std::array kPutRightFields{Field::what_would_put_it_right};
constexpr std::array kDetailsFields{Field::name,  Field::reply_by, Field::email,
                                    Field::phone, Field::address,  Field::adjustments};

}  // namespace

std::span<Step const> steps_of(FeedbackKind kind) {
  if (kind == FeedbackKind::complaint) return kComplaintSteps;
  return kOtherSteps;
}

std::span<Field const> fields_of(Step step) {
  switch (step) {
    case Step::about:
      return kAboutFields;
    case Step::what_happened:
      return kWhatHappenedFields;
    case Step::put_right:
      return kPutRightFields;
    case Step::your_details:
      return kDetailsFields;
    case Step::check:
      return {};
  }
  return {};
}

std::optional<Step> step_with(FeedbackKind kind, Field field) {
  for (Step const step : steps_of(kind)) {
    auto const fields = fields_of(step);
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) return step;
  }
  return std::nullopt;
}

std::string step_path(std::string_view brand, FeedbackKind kind, Step step) {
  return "/" + std::string{brand} + "/" + std::string{name_in(kFeedbackKinds, kind)} + "/" +
         std::string{name_in(kSteps, step)};
}

std::optional<Step> step_after(FeedbackKind kind, Step step) {
  auto const steps = steps_of(kind);
  auto const found = std::find(steps.begin(), steps.end(), step);
  if (found == steps.end() || found + 1 == steps.end()) return std::nullopt;
  return *(found + 1);
}

std::optional<Step> step_before(FeedbackKind kind, Step step) {
  auto const steps = steps_of(kind);
  auto const found = std::find(steps.begin(), steps.end(), step);
  if (found == steps.end() || found == steps.begin()) return std::nullopt;
  return *(found - 1);
}

}  // namespace putright
