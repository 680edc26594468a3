#include "portal/journey/steps.hpp"

#include <algorithm>

namespace putright {
namespace {

using enum Step;

constexpr std::array kComplaintSteps{who_for,      on_behalf, about, what_happened,
                                     when_and_who, put_right, files, your_details,
                                     adjustments,  check};
constexpr std::array kCommentSteps{who_for,      on_behalf,   what_happened, files,
                                   your_details, adjustments, check};
constexpr std::array kComplimentSteps{who_for,      on_behalf,   what_happened,
                                      your_details, adjustments, check};

constexpr std::array kBehalfFields{Field::on_behalf_of_name, Field::on_behalf_of_relationship,
                                   Field::on_behalf_of_consent};
constexpr std::array kAboutFields{Field::matter, Field::relationship};
constexpr std::array kWhatHappenedFields{Field::what_happened, Field::person_to_thank};
constexpr std::array kWhenAndWhoFields{Field::when_it_happened, Field::who_was_affected,
                                       Field::effect, Field::earlier_reference};
constexpr std::array kPutRightFields{Field::what_would_put_it_right};
constexpr std::array kFilesFields{Field::attachments};
constexpr std::array kDetailsFields{Field::name, Field::reply_by, Field::email, Field::phone,
                                    Field::address};
constexpr std::array kAdjustmentsFields{Field::reply_format, Field::adjustments};

}  // namespace

std::span<Step const> steps_of(FeedbackKind kind) {
  switch (kind) {
    case FeedbackKind::complaint:
      return kComplaintSteps;
    case FeedbackKind::comment:
      return kCommentSteps;
    case FeedbackKind::compliment:
      return kComplimentSteps;
  }
  return {};
}

bool is_asked(Step step, Draft const& draft) {
  return step != on_behalf || draft.is_for == Draft::For::somebody_else;
}

std::span<Field const> fields_of(Step step) {
  switch (step) {
    case on_behalf:
      return kBehalfFields;
    case about:
      return kAboutFields;
    case what_happened:
      return kWhatHappenedFields;
    case when_and_who:
      return kWhenAndWhoFields;
    case put_right:
      return kPutRightFields;
    case files:
      return kFilesFields;
    case your_details:
      return kDetailsFields;
    case adjustments:
      return kAdjustmentsFields;
    case who_for:
    case check:
      break;
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

std::optional<Step> step_after(FeedbackKind kind, Step step, Draft const& draft) {
  auto const steps = steps_of(kind);
  auto found = std::find(steps.begin(), steps.end(), step);
  do {
    if (found == steps.end() || ++found == steps.end()) return std::nullopt;
  } while (!is_asked(*found, draft));
  return *found;
}

std::optional<Step> step_before(FeedbackKind kind, Step step, Draft const& draft) {
  auto const steps = steps_of(kind);
  auto found = std::find(steps.begin(), steps.end(), step);
  do {
    if (found == steps.end() || found == steps.begin()) return std::nullopt;
    --found;
  } while (!is_asked(*found, draft));
  return *found;
}

}  // namespace putright
