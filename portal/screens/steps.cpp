// The screens that take answers, one thing each.
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

using view::Choices;
using view::Node;
using view::TextField;

std::string optional(words::Words label) {
  return fill(words::kOptional, {{"label", label}});
}

TextField text_field(StepContext const& context, Field field, std::string label,
                     words::Words hint) {
  TextField node;
  node.name = rule_of(field).name;
  node.label = std::move(label);
  node.hint = hint;
  node.value = context.draft.answers[field];
  node.problem = problem_of(context.problems, field);
  if (rule_of(field).lines == Lines::many) node.size = TextField::Size::paragraphs;
  return node;
}

Choices choices(StepContext const& context, Field field, words::Words question, words::Words hint) {
  Choices node;
  node.name = rule_of(field).name;
  node.question = question;
  node.hint = hint;
  node.problem = problem_of(context.problems, field);
  return node;
}

void offer(Choices& node, std::vector<LabelledId> const& rows, std::string const& chosen) {
  for (auto const& row : rows)
    node.choices.push_back({row.id, row.label, "", row.id == chosen});
}

// Only where the route to an ombudsman depends on how the customer knows the group.
bool asks_relationship(PolicyBook const& book, Brand const& brand) {
  for (auto const& route : book.routes) {
    if (route.brand == brand.id && !route.relationships.empty()) return true;
  }
  return false;
}

std::vector<Node> about(StepContext const& context) {
  std::vector<Node> nodes;
  auto matter = choices(context, Field::matter, words::kAboutTitle, words::kAboutHint);
  matter.is_heading = true;
  offer(matter, context.book.matters, context.draft.answers[Field::matter]);
  nodes.push_back({std::move(matter)});
  if (!asks_relationship(context.book, context.brand)) return nodes;
  auto relationship =
      choices(context, Field::relationship, words::kRelationshipTitle, words::kRelationshipHint);
  offer(relationship, context.book.relationships, context.draft.answers[Field::relationship]);
  nodes.push_back({std::move(relationship)});
  return nodes;
}

std::vector<Node> what_happened(StepContext const& context) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{1, for_kind(words::kWhatHappenedTitle, context.kind)}});
  nodes.push_back(
      {text_field(context, Field::what_happened, for_kind(words::kWhatHappenedLabel, context.kind),
                  words::kWhatHappenedHint[static_cast<std::size_t>(context.kind)])});
  if (context.kind == FeedbackKind::compliment) {
    auto thank = text_field(context, Field::person_to_thank, optional(words::kThankLabel),
                            words::kThankHint);
    thank.purpose = TextField::Purpose::other_name;
    nodes.push_back({std::move(thank)});
  }
  return nodes;
}

std::vector<Node> when_and_who(StepContext const& context) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{1, std::string{words::kWhenAndWhoTitle}}});
  auto affected = text_field(context, Field::who_was_affected, optional(words::kAffectedLabel),
                             words::kAffectedHint);
  affected.size = TextField::Size::line;
  nodes.push_back({text_field(context, Field::when_it_happened, optional(words::kWhenLabel),
                              words::kWhenHint)});
  nodes.push_back({std::move(affected)});
  nodes.push_back(
      {text_field(context, Field::effect, optional(words::kEffectLabel), words::kEffectHint)});
  auto earlier = text_field(context, Field::earlier_reference, optional(words::kEarlierLabel),
                            words::kEarlierHint);
  earlier.size = TextField::Size::short_line;
  earlier.purpose = TextField::Purpose::code;
  nodes.push_back({std::move(earlier)});
  return nodes;
}

std::vector<Node> who_for(StepContext const& context) {
  Choices node;
  node.name = kWhoForField;
  node.question = words::kWhoForTitle;
  node.hint = words::kWhoForHint;
  node.is_heading = true;
  auto const offered = [&](Draft::For value, words::Words label) {
    node.choices.push_back({std::string{name_in(kDraftsFor, value)}, std::string{label}, "",
                            context.draft.is_for == value});
  };
  offered(Draft::For::self, words::kWhoForMyself);
  offered(Draft::For::somebody_else, words::kWhoForSomebodyElse);
  return {Node{std::move(node)}};
}

std::vector<Node> on_behalf(StepContext const& context) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{1, std::string{words::kBehalfHeading}}});
  auto name = text_field(context, Field::on_behalf_of_name, std::string{words::kBehalfName}, "");
  name.purpose = TextField::Purpose::other_name;
  nodes.push_back({std::move(name)});
  nodes.push_back(
      {text_field(context, Field::on_behalf_of_relationship, optional(words::kBehalfRelationship),
                  words::kBehalfRelationshipHint)});
  nodes.push_back({text_field(context, Field::on_behalf_of_consent,
                              std::string{words::kBehalfConsent}, words::kBehalfConsentHint)});
  return nodes;
}

// Each file with a button that takes it away again.
view::SummaryList added_files(std::vector<Attachment> const& files) {
  view::SummaryList list;
  for (std::size_t index = 0; index < files.size(); ++index) {
    std::string const number = std::to_string(index + 1);
    list.rows.push_back({fill(words::kFileNumber, {{"number", number}}),
                         std::string{files[index].name}, "remove-" + number,
                         std::string{words::kFilesRemove}});
  }
  return list;
}

std::vector<Node> files(StepContext const& context) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{1, std::string{words::kFilesTitle}}});
  nodes.push_back({view::Paragraph{view::plain(std::string{words::kFilesLead})}});
  auto const added = attachments_in(context.draft.answers[Field::attachments]);
  if (added && !added->empty()) {
    nodes.push_back({view::Heading{2, std::string{words::kFilesAdded}}});
    nodes.push_back({added_files(*added)});
  }
  nodes.push_back({view::FileField{
      std::string{rule_of(Field::attachments).name}, optional(words::kFilesLabel),
      fill(words::kFilesHint, {{"megabytes", std::to_string(kMaxAttachmentMegabytes)},
                               {"files", std::to_string(kMaxAttachments)}}),
      problem_of(context.problems, Field::attachments)}});
  nodes.push_back(
      {view::Action{std::string{words::kFilesAdd}, "add", view::Action::Weight::second}});
  return nodes;
}

std::vector<Node> put_right(StepContext const& context) {
  auto field = text_field(context, Field::what_would_put_it_right, optional(words::kPutRightTitle),
                          words::kPutRightHint);
  field.is_heading = true;
  return {Node{std::move(field)}};
}

TextField own(StepContext const& context, Field field, std::string label, words::Words hint,
              TextField::Purpose purpose) {
  auto node = text_field(context, field, std::move(label), hint);
  node.purpose = purpose;
  return node;
}

std::vector<Node> your_details(StepContext const& context) {
  using Purpose = TextField::Purpose;
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{1, std::string{words::kDetailsTitle}}});
  nodes.push_back({own(context, Field::name, optional(words::kNameLabel), "", Purpose::own_name)});
  auto reply = choices(context, Field::reply_by, words::kReplyQuestion, "");
  std::string const& chosen = context.draft.answers[Field::reply_by];
  for (auto const& way : kRepliesBy) {
    reply.choices.push_back({std::string{way.name},
                             std::string{words::kReplyNames[static_cast<std::size_t>(way.value)]},
                             "", chosen == way.name});
  }
  nodes.push_back({std::move(reply)});
  nodes.push_back({own(context, Field::email, std::string{words::kEmailLabel}, words::kOnlyIfChosen,
                       Purpose::own_email)});
  nodes.push_back({own(context, Field::phone, std::string{words::kPhoneLabel}, words::kOnlyIfChosen,
                       Purpose::own_phone)});
  nodes.push_back({own(context, Field::address, std::string{words::kAddressLabel},
                       words::kAddressHint, Purpose::own_address)});
  return nodes;
}

std::vector<Node> adjustments(StepContext const& context) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{1, std::string{words::kAdjustmentsTitle}}});
  auto format = choices(context, Field::reply_format, words::kFormatQuestion, "");
  std::string const& chosen = context.draft.answers[Field::reply_format];
  for (auto const& row : kReplyFormats) {
    format.choices.push_back({std::string{row.name},
                              std::string{words::kFormatNames[static_cast<std::size_t>(row.value)]},
                              "", chosen == row.name});
  }
  nodes.push_back({std::move(format)});
  nodes.push_back({text_field(context, Field::adjustments, optional(words::kAdjustmentsLabel),
                              words::kAdjustmentsHint)});
  return nodes;
}

struct StepScreen {
  std::string title;
  std::vector<Node> fields;
};

StepScreen step_screen(StepContext const& context, Step step) {
  switch (step) {
    case Step::who_for:
      return {std::string{words::kWhoForTitle}, who_for(context)};
    case Step::on_behalf:
      return {std::string{words::kBehalfHeading}, on_behalf(context)};
    case Step::about:
      return {std::string{words::kAboutTitle}, about(context)};
    case Step::what_happened:
      return {for_kind(words::kWhatHappenedTitle, context.kind), what_happened(context)};
    case Step::when_and_who:
      return {std::string{words::kWhenAndWhoTitle}, when_and_who(context)};
    case Step::put_right:
      return {std::string{words::kPutRightTitle}, put_right(context)};
    case Step::files:
      return {std::string{words::kFilesTitle}, files(context)};
    case Step::your_details:
      return {std::string{words::kDetailsTitle}, your_details(context)};
    case Step::adjustments:
      return {std::string{words::kAdjustmentsTitle}, adjustments(context)};
    case Step::check:
      break;
  }
  return {};
}

}  // namespace

std::vector<view::ScreenProblem> summary_of(std::vector<Problem> const& problems) {
  std::vector<view::ScreenProblem> summary;
  summary.reserve(problems.size());
  for (auto const& problem : problems) {
    summary.push_back({problem.pointer.empty() ? "" : problem.pointer.substr(1), problem.words});
  }
  return summary;
}

std::string problem_of(std::vector<Problem> const& problems, Field field) {
  std::string words;
  for (auto const& problem : problems) {
    bool const is_its = problem.pointer.size() > 1 &&
                        std::string_view{problem.pointer}.substr(1) == rule_of(field).name;
    if (is_its) words.append(words.empty() ? "" : ". ").append(problem.words);
  }
  return words;
}

view::Screen step(StepContext const& context, Step step) {
  auto made = step_screen(context, step);
  std::string const path = step_path(context.brand.id, context.kind, step);
  auto screen = brand_screen(
      context.brand,
      std::string{name_in(kFeedbackKinds, context.kind)} + "-" + std::string{name_in(kSteps, step)},
      path, made.title);
  screen.problems = summary_of(context.problems);
  screen.last_resort = last_resort(context.brand);
  view::Form form{path, {{"draft", draft_text(context.draft)}}, std::move(made.fields)};
  if (step == Step::files) form.sends = view::Form::Sends::files;
  form.body.push_back({view::Action{std::string{words::kContinue}, "continue"}});
  if (step_before(context.kind, step, context.draft) ||
      context.draft.then == Draft::Then::check_screen) {
    form.body.push_back(
        {view::Action{std::string{words::kBack}, "back", view::Action::Weight::quiet}});
  }
  screen.body.push_back({std::move(form)});
  return screen;
}

}  // namespace putright::screens
