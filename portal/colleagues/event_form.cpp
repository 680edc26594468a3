// The form of one event, field by field (shared/complaint/event_forms.hpp).
#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::colleagues {
namespace {

using Given = std::vector<std::pair<EventField, std::string>>;

std::string given_in(Given const& answers, EventField field) {
  for (auto const& [given, text] : answers)
    if (given == field) return text;
  return {};
}

view::Node finding_choices(Given const& answers, std::vector<Problem> const& problems) {
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

view::Node field_node(EventFieldRule const& rule, Given const& answers,
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

// A text as it goes into the event: dates in the one written form.
std::string written(EventFieldRule const& rule, std::string const& typed) {
  bool const is_date =
      rule.holds == EventFieldRule::Holds::date || rule.holds == EventFieldRule::Holds::moment;
  auto const date = is_date ? read_typed_date(typed) : std::nullopt;
  return date ? format_date(*date) : typed;
}

}  // namespace

std::string event_form_json(EventType type, Fields const& fields) {
  json::Writer writer;
  writer.begin_object().member("type", name_in(kEventTypes, type));
  for (auto const& rule : fields_of(type)) {
    std::string_view const name = name_in(kEventFields, rule.field);
    for (auto const& [given, typed] : fields)
      if (given == name && !typed.empty()) {
        writer.member(name, written(rule, typed));
        break;
      }
  }
  return writer.end_object().take();
}

std::vector<view::Node> event_fields(EventType type, Given const& given,
                                     std::vector<Problem> const& problems) {
  std::vector<view::Node> nodes;
  for (auto const& rule : fields_of(type))
    nodes.push_back(field_node(rule, given, problems));
  return nodes;
}

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
  form.body = event_fields(answers.type, answers.given, problems);
  form.body.push_back({view::Action{std::string{words::kRecordIt}, "record"}});
  form.body.push_back(
      {view::Action{std::string{words::kBack}, "back", view::Action::Weight::quiet}});
  screen.body.push_back({std::move(form)});
  return screen;
}

}  // namespace putright::colleagues
