// Signing in, what is to do, and why somebody looks.
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
using view::Text;

view::SummaryList counts(Work const& work) {
  auto const row = [](std::string label, std::int64_t count) {
    return view::SummaryRow{std::move(label), std::to_string(count), "", ""};
  };
  return {
      {row(std::string{words::kCountOpen}, work.open),
       row(std::string{words::kCountLate}, work.late),
       row(fill(words::kCountSoon, {{"days", std::to_string(work.soon_working_days)}}), work.soon),
       row(std::string{words::kCountWaits}, work.waits)}};
}

view::Paragraph brand_links(PolicyBook const& book, std::string const& chosen) {
  Text text = plain(std::string{words::kBrands});
  auto const add = [&](std::string const& id, std::string label, std::string path) {
    if (id == chosen) {
      text.push_back(view::strong(std::move(label)));
    } else {
      text.push_back(view::link(std::move(label), std::move(path)));
    }
  };
  add("", std::string{words::kAllBrands}, "/staff/");
  for (auto const& brand : book.brands) {
    text.push_back({view::Span::Kind::plain, ", ", ""});
    add(brand.id, brand.name, "/staff/?brand=" + brand.id);
  }
  return {std::move(text)};
}

view::Paragraph letters_link(Work const& work) {
  Text text;
  text.push_back(view::link(std::string{words::kLettersLink} + std::to_string(work.letters),
                            std::string{kLettersPath}));
  return {std::move(text)};
}

std::string about(PolicyBook const& book, WorkLine const& line) {
  Brand const* const brand = book.brand(line.brand);
  std::string text = std::string{words::kKinds[static_cast<std::size_t>(line.kind)]};
  if (!line.matter.empty()) text += ": " + label_in(book.matters, line.matter);
  return text + " (" + (brand == nullptr ? line.brand : brand->name) + ")";
}

words::Words owed(EventType next) {
  if (next == EventType::acknowledged) return words::kOwedAcknowledgement;
  if (next == EventType::stage_1_responded) return words::kOwedStage1Response;
  if (next == EventType::stage_2_acknowledged) return words::kOwedStage2Acknowledgement;
  if (next == EventType::stage_2_responded) return words::kOwedStage2Response;
  return words::kHappened[static_cast<std::size_t>(next)];
}

std::string next_of(WorkLine const& line) {
  std::string next{line.next_event ? owed(*line.next_event) : words::kNothingOwed};
  if (line.waits_for_customer == WorkLine::Waits::no) return next;
  next.append(". ").append(words::kWorkWaits);
  return next;
}

Text by_when(WorkLine const& line, Date today) {
  if (!line.next_by) return plain("");
  std::string const date = say_date(*line.next_by);
  if (*line.next_by >= today) return plain(date);
  return {view::strong(fill(words::kWorkLate, {{"date", date}}))};
}

view::Table table_of(PolicyBook const& book, Work const& work, Date today) {
  view::Table table{std::string{words::kWorkCaption},
                    {{std::string{words::kWorkReference}},
                     {std::string{words::kWorkAbout}},
                     {std::string{words::kWorkNext}},
                     {std::string{words::kWorkBy}},
                     {std::string{words::kWorkWho}}},
                    {}};
  for (auto const& line : work.lines) {
    table.rows.push_back(
        {{view::link(line.reference, complaint_path(line.reference))},
         plain(about(book, line)),
         plain(next_of(line)),
         by_when(line, today),
         plain(line.officer.empty() ? std::string{words::kNobody} : line.officer)});
  }
  return table;
}

view::Form find_form() {
  view::Form form{"/staff/find", {}, {}};
  auto field = line_field("reference", words::kFindLabel, words::kFindHint, "", "");
  field.size = view::TextField::Size::short_line;
  field.purpose = view::TextField::Purpose::code;
  form.body.push_back({std::move(field)});
  form.body.push_back(
      {view::Action{std::string{words::kFind}, "find", view::Action::Weight::second}});
  return form;
}

view::Form sign_out_form() {
  view::Form form{"/staff/sign-out", {}, {}};
  form.body.push_back(
      {view::Action{std::string{words::kSignOut}, "sign-out", view::Action::Weight::quiet}});
  return form;
}

// What stands below on the first page of everybody.
void add_end(std::vector<view::Node>& body, std::string const& signed_in_as) {
  body.push_back({find_form()});
  body.push_back({view::Paragraph{plain(fill(words::kSignedInAs, {{"name", signed_in_as}})),
                                  view::Paragraph::Role::note}});
  body.push_back({sign_out_form()});
}

}  // namespace

view::Screen colleagues_screen(std::string id, std::string path, std::string title) {
  view::Screen screen;
  screen.id = "colleagues-" + std::move(id);
  screen.readers = view::Readers::colleagues;
  screen.brand_name = words::kPlace;
  screen.path = std::move(path);
  screen.title = std::move(title);
  screen.navigation = {{std::string{words::kNavWork}, "/staff/", ""},
                       {std::string{words::kNavReport}, "/staff/report", ""},
                       {std::string{words::kNavScenarios}, "/staff/scenario", ""},
                       {std::string{words::kNavWorkbench}, "/workbench/", ""}};
  return screen;
}

view::Screen sign_in(SignIn asked) {
  auto screen = colleagues_screen("sign-in", "/staff/sign-in", std::string{words::kSignInTitle});
  screen.navigation.clear();
  std::string const problem{asked == SignIn::again ? words::kTokenWrong : words::Words{}};
  if (!problem.empty()) screen.problems.push_back({"token", problem});
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(paragraph(words::kSignInLead));
  view::Form form{screen.path, {}, {}};
  auto field = line_field("token", words::kTokenLabel, words::kTokenHint, "", problem);
  field.purpose = view::TextField::Purpose::code;
  form.body.push_back({std::move(field)});
  form.body.push_back({view::Action{std::string{words::kSignIn}, "sign-in"}});
  screen.body.push_back({std::move(form)});
  return screen;
}

view::Screen refused(std::string_view title, std::string_view words) {
  auto screen = colleagues_screen("refused", "/staff/", std::string{title});
  screen.body.push_back(heading(1, title));
  screen.body.push_back(paragraph(words));
  return screen;
}

view::Screen work(PolicyBook const& book, Work const& work, Date today) {
  auto screen = colleagues_screen("work", "/staff/", std::string{words::kWorkTitle});
  auto& body = screen.body;
  body.push_back(heading(1, screen.title));
  body.push_back({counts(work)});
  body.push_back({letters_link(work)});
  body.push_back({brand_links(book, work.brand)});
  if (work.lines.empty()) {
    body.push_back({view::Inset{plain(std::string{words::kWorkNone})}});
  } else {
    body.push_back({table_of(book, work, today)});
  }
  if (!work.more.empty()) body.push_back({view::Onward{std::string{words::kWorkMore}, work.more}});
  add_end(body, work.signed_in_as);
  return screen;
}

view::Screen find(std::string const& signed_in_as) {
  auto screen = colleagues_screen("find", "/staff/", std::string{words::kFindTitle});
  screen.body.push_back(heading(1, screen.title));
  add_end(screen.body, signed_in_as);
  return screen;
}

view::Screen ask_reason(std::string const& reference, std::string const& reason,
                        std::vector<Problem> const& problems) {
  auto screen = colleagues_screen("reason", complaint_path(reference),
                                  fill(words::kReasonTitle, {{"reference", reference}}));
  screen.problems = summary_of(problems);
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(paragraph(words::kReasonLead));
  view::Form form{screen.path, {}, {}};
  form.body.push_back({line_field("viewing_reason", words::kReasonLabel, words::kReasonHint, reason,
                                  words_at(problems, "/viewing_reason"))});
  form.body.push_back({view::Action{std::string{words::kReasonGo}, "show"}});
  screen.body.push_back({std::move(form)});
  return screen;
}

}  // namespace putright::colleagues
