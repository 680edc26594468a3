// A scenario's first page and its main page: settings, dates and why, the customer's view, what
// happens, time, what would change, and the file.
#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using screens::paragraph;
using view::Action;
using view::Node;
using view::plain;
using workbench::Scenario;

Node action(words::Words label, std::string go, Action::Weight weight = Action::Weight::main) {
  return {Action{std::string{label}, std::move(go), weight}};
}

std::string scenario_title(Tried const& tried) {
  Brand const* const brand = tried.book.brand(tried.scenario.brand);
  return fill(words::kScenarioOf[static_cast<std::size_t>(tried.scenario.kind)],
              {{"brand", brand == nullptr ? tried.scenario.brand : brand->name}});
}

std::string invented_in_words(Scenario const& scenario) {
  std::string text;
  for (Date const day : scenario.invented_holidays)
    text += (text.empty() ? "" : "\n") + say_date(day);
  return text.empty() ? std::string{words::kInventedNone} : text;
}

void add_settings(std::vector<Node>& body, Tried const& tried, Assessment const& assessment) {
  Scenario const& scenario = tried.scenario;
  auto list = facts(tried.book, record_of(scenario), assessment);
  list.rows.insert(list.rows.begin(), row(words::kRowToday, say_date(scenario.today)));
  list.rows.push_back(
      row(words::kRowSpeaker,
          std::string{words::kSpeakerNames[static_cast<std::size_t>(scenario.speaker)]}));
  list.rows.push_back(
      row(words::kRowReceipt,
          std::string{words::kReceiptNames[static_cast<std::size_t>(assessment.receipt)]}));
  list.rows.push_back(row(words::kRowInvented, invented_in_words(scenario)));
  body.push_back({std::move(list)});
}

// The whole is refused: no event stands there to say it.
void add_refusals(std::vector<Node>& body, std::vector<Problem> const& problems) {
  body.push_back(heading(2, words::kRefusedHeading));
  body.push_back(paragraph(words::kRefusedAbout));
  view::BulletList list;
  for (Problem const& problem : problems)
    list.items.push_back(
        plain(fill(words::kRefusedLine, {{"words", problem.words}, {"code", name(problem.code)}})));
  body.push_back({std::move(list)});
}

void add_customer(std::vector<Node>& body, Tried const& tried) {
  body.push_back(heading(2, words::kCustomerHeading));
  body.push_back(paragraph(words::kCustomerAbout));
  view::Form form = scenario_form(tried.scenario);
  form.body.push_back(action(words::kCustomerGo, "customer", Action::Weight::second));
  body.push_back({std::move(form)});
}

view::TextField day_field(std::string const& name, words::Words label, ScenarioNews const& news,
                          std::string const& value) {
  std::string const problem = words_at(news.problems, "/" + name);
  auto field = line_field(name, label, words::kDateHint,
                          problem.empty() ? value : given_as(news.typed, name), problem);
  field.size = view::TextField::Size::short_line;
  return field;
}

void add_time(std::vector<Node>& body, Tried const& tried, ScenarioNews const& news) {
  body.push_back(heading(2, words::kTimeHeading));
  view::Form form = scenario_form(tried.scenario);
  form.body.push_back(
      {day_field("today", words::kTodayLabel, news, say_date(tried.scenario.today))});
  form.body.push_back(action(words::kTodayGo, "today", Action::Weight::second));
  form.body.push_back(action(words::kNextGo, "next", Action::Weight::second));
  form.body.push_back(action(words::kAfterGo, "after", Action::Weight::second));
  body.push_back({std::move(form)});
}

void add_what_if(std::vector<Node>& body, Tried const& tried, ScenarioNews const& news) {
  body.push_back(heading(2, words::kWhatIfHeading));
  view::Form day = scenario_form(tried.scenario);
  day.body.push_back({day_field("holiday", words::kHolidayLabel, news, "")});
  day.body.push_back(action(words::kHolidayGo, "what-if", Action::Weight::second));
  body.push_back({std::move(day)});
  view::Form readings = scenario_form(tried.scenario);
  readings.body.push_back({view::Choices{.name = "compare",
                                         .question = std::string{words::kCompareQuestion},
                                         .hint = "",
                                         .choices = comparisons(tried),
                                         .problem = words_at(news.problems, "/compare")}});
  readings.body.push_back(action(words::kCompareGo, "compare", Action::Weight::second));
  body.push_back({std::move(readings)});
}

void add_keeping(std::vector<Node>& body, Tried const& tried) {
  body.push_back(heading(2, words::kKeepScenarioHeading));
  body.push_back(paragraph(words::kKeepScenarioAbout));
  body.push_back({view::Download{std::string{words::kDownloadScenario}, "scenario.json",
                                 "application/json", scenario_json(tried.scenario)}});
}

// One question and its button, with nothing carried: the first page has no scenario yet.
view::Form opening_form(Node question, words::Words label, std::string go) {
  view::Form form{std::string{kScenarioPath}, {}, {}};
  form.body.push_back(std::move(question));
  form.body.push_back(action(label, std::move(go)));
  return form;
}

void add_examples(std::vector<Node>& body, ScenarioBooks const& books,
                  std::vector<Problem> const& problems) {
  view::Choices choices{.name = "example",
                        .question = std::string{words::kExampleQuestion},
                        .hint = "",
                        .choices = {},
                        .problem = words_at(problems, "/example")};
  for (workbench::Example const& example : books.examples)
    choices.choices.push_back({example.name, example.name, example.about});
  body.push_back({opening_form({std::move(choices)}, words::kExampleGo, "example")});
}

void add_file(std::vector<Node>& body, std::string const& text,
              std::vector<Problem> const& problems) {
  body.push_back(heading(2, words::kFileHeading));
  view::Form form{std::string{kScenarioPath}, {}, {}, view::Form::Sends::files};
  form.body.push_back({view::FileField{
      "file", std::string{words::kFileLabel},
      fill(words::kFileHint, {{"kilobytes", std::to_string(kMaxScenarioBytes >> 10U)}}),
      words_at(problems, "/file")}});
  auto field = line_field("text", words::kTextLabel, "", text, words_at(problems, "/text"));
  field.size = view::TextField::Size::paragraphs;
  field.purpose = view::TextField::Purpose::code;
  form.body.push_back({std::move(field)});
  form.body.push_back(action(words::kFileGo, "open", Action::Weight::second));
  body.push_back({std::move(form)});
}

}  // namespace

Tried tried(Scenario scenario, PolicyBook const& published) {
  PolicyBook book = with_invented_holidays(published, scenario);
  return {std::move(scenario), published, std::move(book)};
}

Outcome<Assessment, std::vector<Problem>> assessed(Tried const& tried) {
  return assess(record_of(tried.scenario), tried.book, as_of(tried.scenario),
                {.receipt = tried.scenario.receipt});
}

view::Form scenario_form(Scenario const& scenario) {
  return {std::string{kScenarioPath}, {{"scenario", scenario_json(scenario)}}, {}};
}

view::Screen scenario_start(ScenarioBooks const& books, std::string const& text,
                            std::vector<Problem> const& problems) {
  auto screen = colleagues_screen("scenario-start", std::string{kScenarioPath},
                                  std::string{words::kScenarioTitle});
  screen.problems = summary_of(problems);
  auto& body = screen.body;
  body.push_back(heading(1, screen.title));
  body.push_back(paragraph(words::kScenarioLead));
  add_examples(body, books, problems);
  view::Form fresh{std::string{kScenarioPath}, {}, {}};
  fresh.body.push_back(action(words::kNewGo, "new", Action::Weight::second));
  body.push_back({std::move(fresh)});
  add_file(body, text, problems);
  body.push_back(
      {view::Paragraph{{{view::Span::Kind::plain, std::string{words::kScenarioCanvas}, ""},
                        view::link(std::string{words::kScenarioCanvasLink}, "/workbench/")}}});
  return screen;
}

view::Screen scenario_screen(Tried const& tried, ScenarioNews const& news) {
  auto screen = colleagues_screen("scenario", std::string{kScenarioPath}, scenario_title(tried));
  screen.problems = summary_of(news.problems);
  auto& body = screen.body;
  if (!news.done.empty()) body.push_back({view::Notice{news.done, view::Notice::Tone::good, {}}});
  body.push_back(heading(1, screen.title));
  auto const outcome = assessed(tried);
  if (outcome.ok()) {
    add_settings(body, tried, outcome.value());
  } else {
    add_refusals(body, outcome.error());
  }
  view::Form settings = scenario_form(tried.scenario);
  settings.body.push_back(action(words::kSettingsGo, "settings", Action::Weight::second));
  body.push_back({std::move(settings)});
  if (outcome.ok()) {
    screens::append(body, scenario_dates(tried, outcome.value()));
    add_customer(body, tried);
  }
  screens::append(body, scenario_events(tried, news.problems));
  add_time(body, tried, news);
  add_what_if(body, tried, news);
  add_keeping(body, tried);
  return screen;
}

}  // namespace putright::colleagues
