#include "portal/workbench/made_up.hpp"

#include <array>

#include "shared/submission/reference.hpp"

namespace putright::workbench {
namespace {

// Zeros, as in the reference: they pass their own check and can be nobody's.
std::string made_up_key() {
  return make_tracking_key(std::array<std::uint8_t, kTrackingKeyBytes>{});
}

}  // namespace

std::string made_up_reference(Brand const& brand) {
  return make_reference(brand.reference_prefix, std::array<std::uint8_t, kReferenceBytes>{});
}

Draft made_up_draft(Scenario const& scenario) {
  Draft draft;
  draft.id = kMadeUpEntropy;
  auto const answer = [&draft](Field field, std::string_view words) {
    draft.answers.set(field, words);
  };
  answer(Field::brand, scenario.brand);
  answer(Field::kind, name_in(kFeedbackKinds, scenario.kind));
  answer(Field::matter, scenario.matter);
  answer(Field::relationship, scenario.relationship);
  draft.is_for = Draft::For::self;
  if (scenario.speaker == Speaker::representative) {
    draft.is_for = Draft::For::somebody_else;
    answer(Field::on_behalf_of_name, "Ngozi Okafor");
    answer(Field::on_behalf_of_relationship, "My mother");
    answer(Field::on_behalf_of_consent, "She asked me to write for her.");
  }
  answer(Field::what_happened,
         "The boiler has not worked since Monday. I have called twice and nobody has come.");
  answer(Field::when_it_happened, "Since Monday");
  answer(Field::who_was_affected, "My mother and I");
  answer(Field::effect, "It is cold at night, and she is ill.");
  answer(Field::what_would_put_it_right, "Mend the boiler, and tell me when you will come.");
  answer(Field::name, "Grace Okafor");
  answer(Field::reply_by, "email");
  answer(Field::email, "grace@example.org");
  return draft;
}

view::Screen tracked_screen(Scenario const& scenario, PolicyBook const& book, Brand const& brand) {
  screens::Tracked const tracked{.reference = made_up_reference(brand),
                                 .record = record_of(scenario),
                                 .submission = made_up_draft(scenario).answers,
                                 .tracking_key = made_up_key()};
  return screens::tracked(book, brand, tracked, as_of(scenario));
}

}  // namespace putright::workbench
