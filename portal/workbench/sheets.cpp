#include "portal/workbench/sheets.hpp"

#include <algorithm>
#include <array>

#include "portal/workbench/happenings.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/text/words.hpp"

namespace putright::workbench {
namespace {

using std::chrono::days;
using enum EventType;

// Days between the events of a course made up to show every status.
constexpr days kBetweenEvents{7};

// Answers that are there but cannot be right, each with a problem of its own.
struct WrongAnswer {
  Step step;
  Field field;
  std::string value;
  /// How they say they want to hear, where that decides what is missing.
  std::string_view reply_by{};
};

std::vector<WrongAnswer> wrong_answers() {
  std::size_t const too_many = rule_of(Field::what_happened).max_characters + 1;
  return {{Step::on_behalf, Field::on_behalf_of_consent, ""},
          {Step::what_happened, Field::what_happened, std::string(too_many, 'x')},
          {Step::your_details, Field::email, "grace at example", "email"},
          {Step::your_details, Field::email, "", "email"},
          {Step::your_details, Field::phone, "12", "phone"},
          {Step::your_details, Field::phone, "", "phone"},
          {Step::your_details, Field::address, "", "letter"}};
}

class Sheets {
 public:
  explicit Sheets(PolicyBook const& book) : book_(book) {}

  // Without a title of its own a sheet is called after its screen, and one that was to show
  // problems but has none is left out.
  void add(std::string title, Scenario scenario, Preview const& preview) {
    view::Screen screen = screen_of(preview, scenario, book_);
    bool const lacks_problems = preview.problems == ProblemView::shown && screen.problems.empty();
    if (lacks_problems && title.empty()) return;
    if (title.empty()) title = screen.title;
    found_.push_back({std::move(title), std::move(screen), std::move(scenario), preview});
  }

  void add_steps(Scenario const& scenario, ProblemView problems) {
    for (std::size_t step = 0; step < step_count(scenario); ++step)
      add({}, scenario, {Page::journey, step, problems, {}});
  }

  // Titled by what is wrong: the screens are the same ones again.
  void add_wrong_answers(Scenario const& scenario) {
    auto const steps = steps_of(scenario.kind);
    for (WrongAnswer const& wrong : wrong_answers()) {
      auto const step = std::find(steps.begin(), steps.end(), wrong.step);
      if (step == steps.end()) continue;
      Preview preview{Page::journey, static_cast<std::size_t>(step - steps.begin()),
                      ProblemView::hidden, std::nullopt};
      canvas::Answers answers;
      answers.words.put(rule_of(wrong.field).name, wrong.value);
      if (!wrong.reply_by.empty())
        answers.chosen.put(rule_of(Field::reply_by).name, {}).put(wrong.reply_by);
      preview.pressed = press_with(screen_of(preview, scenario, book_), answers);
      view::Screen const screen = screen_of(preview, scenario, book_);
      if (!screen.problems.empty()) add(screen.problems.front().words, scenario, preview);
    }
  }

  void add_brands(Scenario scenario, Preview const& preview) {
    for (Brand const& brand : book_.brands) {
      scenario.brand = brand.id;
      add(brand.name, scenario, {preview.page, preview.step, preview.problems, {}});
    }
  }

  // As far as the rules let the course go for this brand and kind.
  void add_statuses(Scenario scenario) {
    constexpr std::array kCourse{acknowledged,         stage_1_responded, stage_2_requested,
                                 stage_2_acknowledged, stage_2_responded, closed};
    scenario.events.resize(std::min<std::size_t>(scenario.events.size(), 1));
    scenario.today = begun_on(scenario);
    add_status(scenario);
    Scenario taken_back = scenario;
    for (EventType const type : kCourse)
      add_after(scenario, type);
    add_after(taken_back, withdrawn);
  }

  std::vector<Sheet> take() { return std::move(found_); }

 private:
  void add_after(Scenario& scenario, EventType type) {
    scenario.today += kBetweenEvents;
    Event event = new_event(scenario, type, nullptr);
    if (!refusals_of_adding(scenario, event, book_).empty()) return;
    add_event(scenario, std::move(event));
    add_status(scenario);
  }

  void add_status(Scenario const& scenario) {
    auto const assessment = assess(record_of(scenario), book_, as_of(scenario));
    if (!assessment.ok()) return;
    auto const status = static_cast<std::size_t>(assessment.value().status);
    add(std::string(words::kStatusNames[status]), scenario,
        {Page::track, 0, ProblemView::hidden, {}});
  }

  PolicyBook const& book_;
  std::vector<Sheet> found_;
};

}  // namespace

std::vector<Sheet> sheets_of(SheetSet set, Scenario const& scenario, Preview const& preview,
                             PolicyBook const& book) {
  Sheets sheets(book);
  switch (set) {
    case SheetSet::steps:
      sheets.add_steps(scenario, ProblemView::hidden);
      break;
    case SheetSet::problems:
      sheets.add_steps(scenario, ProblemView::shown);
      sheets.add_wrong_answers(scenario);
      sheets.add({}, scenario, {Page::track, 0, ProblemView::shown, {}});
      break;
    case SheetSet::brands:
      sheets.add_brands(scenario, preview);
      break;
    case SheetSet::statuses:
      sheets.add_statuses(scenario);
      break;
  }
  return sheets.take();
}

}  // namespace putright::workbench
