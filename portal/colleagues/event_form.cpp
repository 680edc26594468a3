// The form of one event, field by field (shared/complaint/event_forms.hpp).
#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

std::string given_in(EventAnswers const& answers, EventField field) {
  for (auto const& [given, text] : answers.given)
    if (given == field) return text;
  return {};
}

view::Node finding_choices(EventAnswers const& answers, std::vector<Problem> const& problems) {
  std::string const chosen = given_in(answers, EventField::finding);
  view::Choices choices{
      .name = std::string{name_in(kEventFields, EventField::finding)},
      .question = std::string{words::kFieldLabels[static_cast<std::size_t>(EventField::finding)]},
      .hint = "",
      .choices = {},
      .problem = words_at(problems, "/finding")};
  for (auto const& [finding, name] : kFindings)
    choices.choices.push_back({std::string{name},
                               std::string{words::kFindings[static_cast<std::size_t>(finding)]}, "",
                               chosen == name});
  return {std::move(choices)};
}

view::Node field_node(EventFieldRule const& rule, EventAnswers const& answers,
                      std::vector<Problem> const& problems) {
  if (rule.holds == EventFieldRule::Holds::finding) return finding_choices(answers, problems);
  auto const which = static_cast<std::size_t>(rule.field);
  view::TextField field;
  field.name = name_in(kEventFields, rule.field);
  field.label = words::kFieldLabels[which];
  if (rule.needed == EventFieldRule::Needed::no)
    field.label = fill(putright::words::kOptional, {{"label", words::kFieldLabels[which]}});
  field.hint = words::kFieldHints[which];
  field.value = given_in(answers, rule.field);
  field.problem = words_at(problems, "/" + field.name);
  bool const is_date =
      rule.holds == EventFieldRule::Holds::date || rule.holds == EventFieldRule::Holds::moment;
  field.size = rule.holds == EventFieldRule::Holds::paragraphs ? view::TextField::Size::paragraphs
               : is_date                                       ? view::TextField::Size::short_line
                                                               : view::TextField::Size::line;
  field.purpose = rule.field == EventField::officer_name ? view::TextField::Purpose::other_name
                                                         : view::TextField::Purpose::words;
  return {std::move(field)};
}

}  // namespace

view::Screen event_form(EventAnswers const& answers, std::vector<Problem> const& problems) {
  std::string const title{words::kHappened[static_cast<std::size_t>(answers.type)]};
  auto screen = colleagues_screen("event-" + std::string{name_in(kEventTypes, answers.type)},
                                  complaint_path(answers.reference) + "/record",
                                  title + ": " + answers.reference);
  screen.problems = summary_of(problems);
  screen.body.push_back(screens::heading(1, screen.title));
  view::Form form{screen.path,
                  {{"viewing_reason", answers.reason},
                   {"press", answers.press},
                   {"type", std::string{name_in(kEventTypes, answers.type)}}},
                  {}};
  for (auto const& rule : fields_of(answers.type))
    form.body.push_back(field_node(rule, answers, problems));
  form.body.push_back({view::Action{std::string{words::kRecordIt}, "record"}});
  form.body.push_back(
      {view::Action{std::string{words::kBack}, "back", view::Action::Weight::quiet}});
  screen.body.push_back({std::move(form)});
  return screen;
}

}  // namespace putright::colleagues
