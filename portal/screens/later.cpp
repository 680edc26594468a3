// What a customer sends later: a stage 2 request, an answer to a question, a withdrawal.
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

words::Words label_of(std::string_view name) {
  if (name == "why_not_satisfied") return words::kLaterWhyNot;
  if (name == "what_would_put_it_right") return words::kPutRightTitle;
  if (name == "reason") return words::kLaterReason;
  return words::kLaterAnswer;
}

view::TextField field_of(TextRule const& rule, LaterAnswers const& answers,
                         std::vector<Problem> const& problems) {
  view::TextField field;
  field.name = rule.name;
  field.label = rule.need == Need::required
                    ? std::string{label_of(rule.name)}
                    : fill(words::kOptional, {{"label", label_of(rule.name)}});
  field.size = view::TextField::Size::paragraphs;
  for (auto const& [name, text] : answers.texts) {
    if (name == rule.name) field.value = text;
  }
  for (auto const& problem : problems) {
    if (problem.pointer == "/" + field.name) field.problem = problem.words;
  }
  return field;
}

}  // namespace

view::Screen later_form(Brand const& brand, LaterForm form, LaterAnswers const& answers,
                        std::vector<Problem> const& problems) {
  auto const which = static_cast<std::size_t>(form);
  std::string const name{name_in(kLaterForms, form)};
  auto screen = brand_screen(brand, "later-" + name, "/" + brand.id + "/track/" + name,
                             std::string{words::kLaterTitles[which]});
  screen.problems = summary_of(problems);
  screen.last_resort = last_resort(brand);
  screen.body.push_back(heading(1, screen.title));
  if (!words::kLaterLeads[which].empty())
    screen.body.push_back(paragraph(words::kLaterLeads[which]));
  if (!answers.question.empty()) screen.body.push_back({view::Quotation{answers.question}});
  view::Form fields{screen.path,
                    {{"reference", answers.known_by.reference},
                     {"tracking_key", answers.known_by.tracking_key},
                     {"press", answers.press},
                     {"question", answers.question}},
                    {}};
  for (auto const& rule : rules_of(form))
    fields.body.push_back({field_of(rule, answers, problems)});
  fields.body.push_back({view::Action{std::string{words::kLaterSends[which]}, "send"}});
  fields.body.push_back(
      {view::Action{std::string{words::kLaterBack}, "back", view::Action::Weight::quiet}});
  screen.body.push_back({std::move(fields)});
  return screen;
}

}  // namespace putright::screens
