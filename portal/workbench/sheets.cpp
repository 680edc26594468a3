#include "portal/workbench/sheets.hpp"

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
