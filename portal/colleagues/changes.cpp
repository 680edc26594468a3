// What was changed because customers told us: what was learnt, wording it for everybody, and what
// customers read now.
#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using screens::paragraph;
using view::plain;

std::string brand_name(PolicyBook const& book, std::string const& id) {
  Brand const* const brand = book.brand(id);
  return brand == nullptr ? id : brand->name;
}

void add_learnt(std::vector<view::Node>& body, PolicyBook const& book,
                std::vector<LearntLine> const& learnt) {
  body.push_back(heading(2, words::kLearntHeading));
  if (learnt.empty()) {
    body.push_back(paragraph(words::kLearntNone));
    return;
  }
  view::BulletList list;
  for (auto const& line : learnt)
    list.items.push_back(plain(fill(words::kLearntLine, {{"brand", brand_name(book, line.brand)},
                                                         {"date", say_date(line.on)},
                                                         {"words", line.words}})));
  body.push_back({std::move(list)});
}

view::Choices brand_choices(PolicyBook const& book, Changes const& changes) {
  view::Choices choices{.name = "brand",
                        .question = std::string{words::kPublishBrand},
                        .hint = "",
                        .choices = {},
                        .problem = words_at(changes.problems, "/brand")};
  for (auto const& brand : book.brands)
    choices.choices.push_back({brand.id, brand.name, "", changes.answers.brand == brand.id});
  return choices;
}

view::TextField sentence_field(std::string name, words::Words label, words::Words hint,
                               std::string value, std::vector<Problem> const& problems) {
  view::TextField field;
  field.problem = words_at(problems, "/" + name);
  field.name = std::move(name);
  field.label = label;
  field.hint = hint;
  field.value = std::move(value);
  field.size = view::TextField::Size::paragraphs;
  return field;
}

view::Form publish_form(PolicyBook const& book, Changes const& changes) {
  view::Form form{std::string{kChangesPath} + "/publish", {{"press", changes.answers.press}}, {}};
  form.body.push_back({brand_choices(book, changes)});
  form.body.push_back({sentence_field("told", words::kPublishTold, words::kPublishToldHint,
                                      changes.answers.told, changes.problems)});
  form.body.push_back({sentence_field("changed", words::kPublishChanged, words::kPublishChangedHint,
                                      changes.answers.changed, changes.problems)});
  form.body.push_back({view::Action{std::string{words::kPublishGo}, "publish"}});
  return form;
}

void add_published(std::vector<view::Node>& body, PolicyBook const& book,
                   std::vector<ChangeLine> const& published) {
  body.push_back(heading(2, words::kPublishedHeading));
  if (published.empty()) body.push_back(paragraph(words::kPublishedNone));
  for (auto const& line : published) {
    body.push_back(heading(3, line.told));
    body.push_back(paragraph(line.changed));
    body.push_back({view::Paragraph{plain(brand_name(book, line.brand) + ", " + say_date(line.on)),
                                    view::Paragraph::Role::note}});
    view::Form form{std::string{kChangesPath} + "/take-back", {{"id", line.id}}, {}};
    form.body.push_back(
        {view::Action{std::string{words::kTakeBackGo}, "take-back", view::Action::Weight::second}});
    body.push_back({std::move(form)});
  }
}

}  // namespace

view::Screen changes(PolicyBook const& book, Changes const& changes) {
  auto screen =
      colleagues_screen("changes", std::string{kChangesPath}, std::string{words::kChangesTitle});
  screen.problems = summary_of(changes.problems);
  auto& body = screen.body;
  if (changes.done == Changes::Done::yes)
    body.push_back(
        {view::Notice{std::string{words::kPublishedNotice}, view::Notice::Tone::good, {}}});
  body.push_back(heading(1, screen.title));
  body.push_back(paragraph(words::kChangesLead));
  add_learnt(body, book, changes.learnt);
  body.push_back(heading(2, words::kPublishHeading));
  body.push_back({publish_form(book, changes)});
  add_published(body, book, changes.published);
  return screen;
}

}  // namespace putright::colleagues
