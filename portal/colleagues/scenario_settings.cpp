// A scenario's settings as one form. Whatever was typed stays as it was typed until it can be used.
#include <algorithm>

#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/screens/screens.hpp"
#include "portal/workbench/happenings.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/tidy.hpp"

namespace putright::colleagues {
namespace {

using workbench::kMaxInventedHolidays;
using workbench::Scenario;

constexpr std::size_t kTimeCharacters = 5;

// `17:45`, also `9:30`; the whole of what the policy files call a time.
std::optional<std::chrono::minutes> typed_time(std::string text) {
  if (text.size() + 1 == kTimeCharacters) text.insert(text.begin(), '0');
  if (text.size() != kTimeCharacters) return std::nullopt;
  auto const instant = parse_instant("2000-01-01T" + text + ":00Z");
  if (!instant) return std::nullopt;
  return std::chrono::floor<std::chrono::minutes>(*instant -
                                                  std::chrono::floor<std::chrono::days>(*instant));
}

bool is_received(Scenario const& scenario) {
  return !scenario.events.empty() && scenario.events.front().type == EventType::submitted;
}

struct Settings {
  Fields const& given;
  std::vector<Problem> const& problems;

  std::string at(std::string_view name) const { return given_as(given, name); }
  std::string problem(std::string const& name) const { return words_at(problems, "/" + name); }
};

view::Choices choices_of(Settings const& settings, std::string const& name, words::Words question,
                         std::vector<view::Choice> all) {
  std::string const chosen = settings.at(name);
  for (view::Choice& choice : all)
    choice.chosen = choice.value == chosen;
  view::Choices choices{.name = name,
                        .question = std::string{question},
                        .hint = "",
                        .choices = std::move(all),
                        .problem = settings.problem(name)};
  return choices;
}

std::vector<view::Choice> labelled(std::vector<LabelledId> const& rows) {
  std::vector<view::Choice> all{{"", std::string{words::kNotSaid}, ""}};
  for (LabelledId const& row : rows)
    all.push_back({row.id, row.label, ""});
  return all;
}

template <class Table, std::size_t N>
std::vector<view::Choice> named(Table const& table, words::Words const (&names)[N]) {
  std::vector<view::Choice> all;
  for (std::size_t at = 0; at < table.size() && at < N; ++at)
    all.push_back({std::string{table[at].name}, std::string{names[at]}, ""});
  return all;
}

view::TextField field_of(Settings const& settings, std::string const& name, words::Words label,
                         std::string_view hint) {
  auto field = line_field(name, label, hint, settings.at(name), settings.problem(name));
  field.size = view::TextField::Size::short_line;
  return field;
}

std::vector<view::Choice> brands(PolicyBook const& book) {
  std::vector<view::Choice> all;
  for (Brand const& brand : book.brands)
    all.push_back({brand.id, brand.name, ""});
  return all;
}

std::vector<view::Choice> editions(PolicyBook const& book) {
  std::vector<view::Choice> all{{"", std::string{words::kEditionInForce}, ""}};
  for (Edition const& edition : book.editions)
    all.push_back({edition.id, edition.title, ""});
  return all;
}

void add_about(view::Form& form, Settings const& settings, PolicyBook const& book) {
  form.body.push_back({choices_of(settings, "brand", words::kRowBrand, brands(book))});
  form.body.push_back(
      {choices_of(settings, "kind", words::kSettingsKind, named(kFeedbackKinds, words::kKinds))});
  form.body.push_back({choices_of(settings, "matter", words::kRowMatter, labelled(book.matters))});
  form.body.push_back({choices_of(settings, "relationship", words::kRowRelationship,
                                  labelled(book.relationships))});
  form.body.push_back({choices_of(settings, "speaker", words::kRowSpeaker,
                                  named(workbench::kSpeakers, words::kSpeakerNames))});
}

void add_policy(view::Form& form, Settings const& settings, PolicyBook const& book) {
  form.body.push_back({choices_of(settings, "edition", words::kRowEdition, editions(book))});
  auto receipts = named(kReceiptRules, words::kReceiptNames);
  receipts.insert(receipts.begin(), {"", std::string{words::kReceiptAsEdition}, ""});
  form.body.push_back({choices_of(settings, "receipt", words::kRowReceipt, std::move(receipts))});
}

void add_days(view::Form& form, Settings const& settings) {
  form.body.push_back({field_of(settings, "received_on", words::kReceivedOn, words::kDateHint)});
  form.body.push_back(
      {field_of(settings, "received_at", words::kReceivedAt, words::kReceivedAtHint)});
  form.body.push_back({field_of(settings, "today", words::kTodayLabel, words::kDateHint)});
  auto holidays =
      field_of(settings, "holidays", words::kRowInvented,
               fill(words::kInventedHint, {{"count", std::to_string(kMaxInventedHolidays)}}));
  holidays.size = view::TextField::Size::paragraphs;
  form.body.push_back({std::move(holidays)});
}

// The form's answers, made into a scenario one after the other.
class SettingsReader {
 public:
  SettingsReader(Tried const& tried, Fields const& given, Scenario& scenario)
      : tried_(tried), given_(given), scenario_(scenario) {}

  std::vector<Problem> read() {
    read_about();
    read_policy();
    read_received();
    read_holidays();
    read_today();
    return std::move(problems_);
  }

 private:
  std::string at(std::string_view name) const {
    return tidy_text(given_as(given_, name), name == "holidays" ? Lines::many : Lines::one);
  }
  void add(ProblemCode code, std::string pointer, std::string_view detail = {}) {
    problems_.push_back(make_problem(code, std::move(pointer), detail));
  }
  WorkingCalendar const& calendar() const { return tried_.published.calendar; }

  void read_about() {
    PolicyBook const& book = tried_.published;
    scenario_.brand = at("brand");
    if (scenario_.brand.empty()) add(ProblemCode::brand_missing, "/brand");
    if (!scenario_.brand.empty() && book.brand(scenario_.brand) == nullptr)
      add(ProblemCode::brand_unknown, "/brand", scenario_.brand);
    auto const kind = value_in(kFeedbackKinds, at("kind"));
    if (!kind) add(ProblemCode::kind_missing, "/kind");
    scenario_.kind = kind.value_or(scenario_.kind);
    scenario_.matter = at("matter");
    if (!scenario_.matter.empty() && book.matter(scenario_.matter) == nullptr)
      add(ProblemCode::matter_unknown, "/matter");
    scenario_.relationship = at("relationship");
    if (!scenario_.relationship.empty() && book.relationship(scenario_.relationship) == nullptr)
      add(ProblemCode::relationship_unknown, "/relationship");
    scenario_.speaker =
        value_in(workbench::kSpeakers, at("speaker")).value_or(workbench::Speaker::customer);
  }

  void read_policy() {
    std::string const edition = at("edition");
    scenario_.edition.reset();
    if (!edition.empty()) scenario_.edition.emplace(edition);
    if (!edition.empty() && tried_.published.edition(edition) == nullptr)
      add(ProblemCode::edition_unknown, "/edition", edition);
    scenario_.receipt = value_in(kReceiptRules, at("receipt"));
  }

  // Typed, and inside the calendar.
  std::optional<Date> read_day(std::string const& text, std::string const& pointer, Date from) {
    auto const day = typed_day(text, from, calendar().covered_to(), pointer);
    if (day.ok()) return day.value();
    problems_.push_back(day.error());
    return std::nullopt;
  }

  void read_received() {
    auto const on = read_day(at("received_on"), "/received_on", calendar().covered_from());
    std::string const text = at("received_at");
    auto const time = typed_time(text);
    if (!text.empty() && !time)
      problems_.push_back(
          {ProblemCode::event_time_malformed, "/received_at", std::string{words::kTimeMalformed}});
    if (!on) return;
    if (!is_received(scenario_))
      scenario_.events.insert(scenario_.events.begin(), Event{EventType::submitted, {*on, {}}});
    Event& received = scenario_.events.front();
    // A file may know the seconds: what was not changed stays whole.
    if (received.when.on == *on && time_in_words(received) == text) return;
    received.when.on = *on;
    workbench::set_event_time(received, time);
  }

  void read_holidays() {
    scenario_.invented_holidays.clear();
    std::string const text = at("holidays");
    std::string_view rest = text;
    while (!rest.empty()) {
      std::string_view const line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (tidy_text(line, Lines::one).empty()) continue;
      auto const day = read_day(std::string{line}, "/holidays", calendar().covered_from());
      if (day) scenario_.invented_holidays.push_back(*day);
    }
    auto& days = scenario_.invented_holidays;
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() > kMaxInventedHolidays)
      problems_.push_back(
          {ProblemCode::json_too_large, "/holidays",
           fill(words::kTooManyHolidays, {{"count", std::to_string(kMaxInventedHolidays)}})});
  }

  void read_today() {
    auto const today = read_day(at("today"), "/today", begun_on(scenario_));
    if (today) scenario_.today = *today;
  }

  Tried const& tried_;
  Fields const& given_;
  Scenario& scenario_;
  std::vector<Problem> problems_;
};

}  // namespace

Outcome<Date, Problem> typed_day(std::string const& text, Date from, Date to, std::string pointer) {
  auto const day = read_typed_date(text);
  if (day && *day >= from && *day <= to) return *day;
  return Problem{ProblemCode::event_time_malformed, std::move(pointer),
                 day ? fill(words::kTodayOutside, {{"from", say_date(from)}, {"to", say_date(to)}})
                     : fill(words::kNotADate, {{"text", text}})};
}

std::string time_in_words(Event const& event) {
  auto const time = workbench::event_time_of_day(event);
  if (!time) return {};
  std::chrono::hh_mm_ss const parts{*time};
  auto const two = [](long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(parts.hours().count()) + ":" + two(parts.minutes().count());
}

Fields settings_of(Scenario const& scenario) {
  Fields settings{{"brand", scenario.brand},
                  {"kind", std::string{name_in(kFeedbackKinds, scenario.kind)}},
                  {"matter", scenario.matter},
                  {"relationship", scenario.relationship},
                  {"speaker", std::string{name_in(workbench::kSpeakers, scenario.speaker)}},
                  {"edition", scenario.edition.value_or("")},
                  {"today", say_date(scenario.today)}};
  if (scenario.receipt) settings.emplace_back("receipt", name_in(kReceiptRules, *scenario.receipt));
  if (is_received(scenario)) {
    settings.emplace_back("received_on", say_date(scenario.events.front().when.on));
    settings.emplace_back("received_at", time_in_words(scenario.events.front()));
  }
  std::string holidays;
  for (Date const day : scenario.invented_holidays)
    holidays += (holidays.empty() ? "" : "\n") + say_date(day);
  settings.emplace_back("holidays", std::move(holidays));
  return settings;
}

view::Screen scenario_settings(Tried const& tried, Fields const& settings,
                               std::vector<Problem> const& problems) {
  auto screen = colleagues_screen("scenario-settings", std::string{kScenarioPath},
                                  std::string{words::kScenarioSettingsTitle});
  screen.problems = summary_of(problems);
  screen.body.push_back(screens::heading(1, screen.title));
  view::Form form = scenario_form(tried.scenario);
  Settings const shown{settings, problems};
  add_days(form, shown);
  add_about(form, shown, tried.published);
  add_policy(form, shown, tried.published);
  form.body.push_back({view::Action{std::string{words::kSettingsSave}, "save-settings"}});
  form.body.push_back(
      {view::Action{std::string{words::kScenarioBack}, "show", view::Action::Weight::quiet}});
  screen.body.push_back({std::move(form)});
  return screen;
}

Outcome<Scenario, std::vector<Problem>> with_settings(Tried const& tried, Fields const& settings) {
  Scenario changed = tried.scenario;
  auto problems = SettingsReader{tried, settings, changed}.read();
  if (!problems.empty()) return problems;
  return changed;
}

}  // namespace putright::colleagues
