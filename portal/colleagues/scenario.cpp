#include "portal/colleagues/scenario.hpp"

#include <algorithm>
#include <charconv>

#include "portal/colleagues/scenario_file.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/made_up.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/tidy.hpp"

namespace putright::colleagues {
namespace {

using workbench::Compared;
using workbench::Contrast;
using workbench::Scenario;

ScenarioShown page(view::Screen screen) {
  return {std::move(screen)};
}

std::string one_line(Fields const& fields, std::string_view name) {
  return tidy_text(given_as(fields, name), Lines::one);
}

std::vector<Problem> problem_at(std::string pointer, words::Words words) {
  return {{ProblemCode::answer_missing, std::move(pointer), std::string{words}}};
}

ScenarioShown shown(Scenario scenario, PolicyBook const& published, std::string done) {
  return page(scenario_screen(tried(std::move(scenario), published), {.done = std::move(done)}));
}

ScenarioShown opened_example(Fields const& fields, ScenarioBooks const& books) {
  std::string const chosen = given_as(fields, "example");
  for (workbench::Example const& example : books.examples) {
    if (example.name == chosen)
      return shown(example.scenario, books.published,
                   fill(words::kScenarioOpened, {{"name", example.name}}));
  }
  return page(scenario_start(books, "", problem_at("/example", words::kExampleMissing)));
}

// A file's text where one was chosen, else what was pasted. What cannot be opened stands in the
// field for text, so nothing is lost and it can be mended there.
ScenarioShown opened_file(Fields const& fields, ScenarioBooks const& books) {
  auto const is_file = [](auto const& field) { return field.first == "file"; };
  auto const files = std::count_if(fields.begin(), fields.end(), is_file);
  std::string const pasted = given_as(fields, "text");
  if (files > 1)
    return page(scenario_start(books, pasted, problem_at("/file", words::kFileSeveral)));
  std::string const text = files == 1 ? given_as(fields, "file") : pasted;
  if (tidy_text(text, Lines::many).empty())
    return page(scenario_start(books, pasted, problem_at("/file", words::kFileMissing)));
  auto opened = open_scenario(text);
  if (opened.ok()) return shown(std::move(opened).value(), books.published, "");
  auto problems = opened.error();
  for (Problem& problem : problems)
    problem.pointer = "/text";
  // What is too long to carry is not carried: the file is still where it was.
  return page(scenario_start(books, text.size() > kMaxScenarioBytes ? "" : text, problems));
}

// One press on a page of a scenario.
class ScenarioPress {
 public:
  ScenarioPress(Fields const& fields, Scenario scenario, PolicyBook const& published)
      : fields_(fields), published_(published), tried_(tried(std::move(scenario), published)) {}

  ScenarioShown answer(std::string_view go) {
    if (go.starts_with(kChange)) return change(go.substr(kChange.size()));
    if (go == "settings") return settings(settings_of(tried_.scenario), {});
    if (go == "save-settings") return save_settings();
    if (go == "today") return go_to_day();
    if (go == "next") return go_to_next(std::chrono::days{0});
    if (go == "after") return go_to_next(std::chrono::days{1});
    if (go == "add") return add();
    if (go == "keep-event") return keep_event();
    if (go == "remove-event") return remove();
    if (go == "what-if") return what_if();
    if (go == "keep-holiday") return keep_holiday();
    if (go == "compare") return compared();
    if (go == "customer") return customer();
    return show({});
  }

 private:
  static constexpr std::string_view kChange = "change:";

  ScenarioShown show(ScenarioNews const& news) { return page(scenario_screen(tried_, news)); }
  ScenarioShown show_problem(Problem problem) {
    return show({.typed = fields_, .problems = {std::move(problem)}});
  }
  ScenarioShown show_changed(Scenario scenario, std::string done) {
    return shown(std::move(scenario), published_, std::move(done));
  }

  ScenarioShown settings(Fields const& given, std::vector<Problem> const& problems) {
    return page(scenario_settings(tried_, given, problems));
  }
  ScenarioShown save_settings() {
    auto changed = with_settings(tried_, fields_);
    if (!changed.ok()) return settings(fields_, changed.error());
    return show_changed(std::move(changed).value(), std::string{words::kSettingsSaved});
  }

  // The day that was typed as `name`, from `from` to the calendar's last.
  Outcome<Date, Problem> day_typed(std::string const& name, Date from) const {
    return typed_day(one_line(fields_, name), from, published_.calendar.covered_to(), "/" + name);
  }

  ScenarioShown go_to_day() {
    auto const day = day_typed("today", begun_on(tried_.scenario));
    if (!day.ok()) return show_problem(day.error());
    return travel(day.value());
  }
  ScenarioShown travel(Date day) {
    Scenario scenario = tried_.scenario;
    set_today(scenario, day, published_);
    std::string const words = fill(words::kNowToday, {{"date", say_date(scenario.today)}});
    return show_changed(std::move(scenario), words);
  }
  ScenarioShown go_to_next(std::chrono::days after) {
    Date const today = tried_.scenario.today;
    std::optional<Date> next;
    auto const outcome = assessed(tried_);
    if (outcome.ok()) {
      for (Deadline const& deadline : outcome.value().deadlines) {
        bool const comes = !deadline.met_on && deadline.promised_on > today;
        if (comes && (!next || deadline.promised_on < *next)) next = deadline.promised_on;
      }
    }
    if (next) return travel(*next + after);
    return show({.done = fill(words::kNoNext, {{"date", say_date(today)}})});
  }

  ScenarioShown add() {
    auto const type = value_in(kEventTypes, given_as(fields_, "type"));
    if (!type || fields_of(*type).empty())
      return show_problem({ProblemCode::event_unknown, "/type", std::string{words::kChooseEvent}});
    EventEdit const edit = new_edit(tried_, *type);
    return page(scenario_event(tried_, edit, given_with(edit.event), {}));
  }
  // How it was received stands in the settings: no colleague records it.
  ScenarioShown change(std::string_view index) {
    auto const edit = edit_at(index);
    if (!edit) return show({});
    bool const is_received = edit->at == 0U && edit->event.type == EventType::submitted;
    if (is_received) return settings(settings_of(tried_.scenario), {});
    auto given = given_with(edit->event);
    given.emplace_back(EventField::at, say_date(edit->event.when.on));
    return page(scenario_event(tried_, *edit, given, {}));
  }
  std::optional<EventEdit> edit_at(std::string_view index) const {
    std::size_t at = kMaxEvents;
    std::from_chars(index.data(), index.data() + index.size(), at);
    if (at >= tried_.scenario.events.size()) return std::nullopt;
    return EventEdit{tried_.scenario.events[at], at};
  }
  std::optional<EventEdit> edit_pressed() const {
    std::string const index = given_as(fields_, "at_event");
    if (!index.empty()) return edit_at(index);
    auto const type = value_in(kEventTypes, given_as(fields_, "type"));
    if (!type || fields_of(*type).empty()) return std::nullopt;
    return new_edit(tried_, *type);
  }
  ScenarioShown keep_event() {
    auto const edit = edit_pressed();
    if (!edit) return show({});
    auto changed = with_event(tried_, *edit, fields_);
    if (!changed.ok())
      return page(scenario_event(tried_, *edit, typed_event(edit->event.type), changed.error()));
    return show_changed(std::move(changed).value(),
                        said(edit->at ? words::kChanged : words::kAdded, edit->event));
  }
  std::vector<std::pair<EventField, std::string>> typed_event(EventType type) const {
    std::vector<std::pair<EventField, std::string>> typed;
    for (EventFieldRule const& rule : fields_of(type))
      typed.emplace_back(rule.field, given_as(fields_, name_in(kEventFields, rule.field)));
    return typed;
  }
  ScenarioShown remove() {
    auto const edit = edit_pressed();
    if (!edit || !edit->at) return show({});
    Scenario scenario = tried_.scenario;
    remove_event(scenario, *edit->at);
    return show_changed(std::move(scenario), said(words::kRemoved, edit->event));
  }
  static std::string said(words::Words words, Event const& event) {
    return fill(words, {{"event", words::kHappened[static_cast<std::size_t>(event.type)]}});
  }

  Outcome<Date, Problem> holiday_typed() const {
    return day_typed("holiday", published_.calendar.covered_from());
  }
  Scenario with_holiday(Date day) const {
    Scenario scenario = tried_.scenario;
    auto& days = scenario.invented_holidays;
    auto const place = std::lower_bound(days.begin(), days.end(), day);
    if (place == days.end() || *place != day) days.insert(place, day);
    return scenario;
  }
  // The scenario as it is, beside itself with one bank holiday more.
  ScenarioShown what_if() {
    auto const day = holiday_typed();
    if (!day.ok()) return show_problem(day.error());
    PolicyBook const more = with_invented_holidays(published_, with_holiday(day.value()));
    Compared both = compare(tried_.scenario, workbench::Comparison{Contrast::holidays, {}, {}},
                            {.published = tried_.book, .invented = more});
    both.one.words = words::kAsItIs;
    both.other.words = fill(words::kWithHoliday, {{"date", say_date(day.value())}});
    return page(scenario_comparison(tried_, both, day.value()));
  }
  ScenarioShown keep_holiday() {
    auto const day = holiday_typed();
    if (!day.ok()) return show_problem(day.error());
    Scenario scenario = with_holiday(day.value());
    if (scenario.invented_holidays.size() > workbench::kMaxInventedHolidays)
      return show_problem({ProblemCode::json_too_large, "/holiday",
                           fill(words::kTooManyHolidays,
                                {{"count", std::to_string(workbench::kMaxInventedHolidays)}})});
    return show_changed(std::move(scenario),
                        fill(words::kHolidayKept, {{"date", say_date(day.value())}}));
  }
  ScenarioShown compared() {
    constexpr std::string_view kEdition = "edition:";
    std::string const asked = given_as(fields_, "compare");
    workbench::Comparison comparison;
    if (asked == "holidays") comparison.contrast = Contrast::holidays;
    if (asked.starts_with(kEdition)) {
      comparison = {.contrast = Contrast::editions,
                    .one = tried_.scenario.edition,
                    .other = asked.substr(kEdition.size())};
    } else if (asked != "holidays" && asked != "receipts") {
      return show_problem(
          {ProblemCode::answer_missing, "/compare", std::string{words::kCompareMissing}});
    }
    return page(scenario_comparison(
        tried_, compare(tried_.scenario, comparison, {published_, tried_.book}), std::nullopt));
  }

  // As the scenario reads arrivals, and not only as the edition does.
  ScenarioShown customer() {
    Brand const* const brand = tried_.book.brand(tried_.scenario.brand);
    if (brand == nullptr || !assessed(tried_).ok()) return show({});
    PolicyBook book = tried_.book;
    for (Edition& edition : book.editions)
      edition.receipt = tried_.scenario.receipt.value_or(edition.receipt);
    return {tracked_screen(tried_.scenario, book, *brand), ScenarioShown::Face::customer};
  }

  Fields const& fields_;
  PolicyBook const& published_;
  Tried tried_;
};

}  // namespace

std::string given_as(Fields const& fields, std::string_view name) {
  for (auto const& [given, value] : fields)
    if (given == name) return value;
  return {};
}

ScenarioShown answer_scenario(Fields const& fields, ScenarioBooks const& books) {
  std::string const go = given_as(fields, "go");
  if (go == "example") return opened_example(fields, books);
  if (go == "new") return shown(workbench::first_scenario(books.published), books.published, "");
  if (go == "open") return opened_file(fields, books);
  std::string const text = given_as(fields, "scenario");
  if (text.empty()) return page(scenario_start(books, "", {}));
  auto scenario = workbench::read_scenario(text);
  if (!scenario.ok()) return opened_file({{"text", text}}, books);
  return ScenarioPress{fields, std::move(scenario).value(), books.published}.answer(go);
}

}  // namespace putright::colleagues
