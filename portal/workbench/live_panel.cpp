// Real complaints: colleagues' own screens from the same view tree, and what stands beside one that
// is open.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/imgui/words.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/panels.hpp"
#include "shared/complaint/event_forms.hpp"
#include "shared/text/fill.hpp"

namespace putright::workbench {
namespace {

namespace words = colleagues::words;
using canvas::Look;

constexpr float kWidestForm = 640;
constexpr float kWidestTable = 1100;

// What a column in the middle, no wider than is good to read, leaves free at each side.
float free_at_each_side(float widest, Look const& look) {
  return std::max(0.0F, canvas::width_left() - look.px(widest)) / 2;
}

void draw_refusal(Live const& live, Look const& look) {
  if (live.refusal.empty()) return;
  canvas::write(live.refusal, look.strong(15, canvas::kProblem));
  canvas::gap(look.px(14));
}

void draw_sign_in(Live& live, Look const& look) {
  canvas::write(words::kSignInTitle, look.strong(26), canvas::ItemKind::heading);
  canvas::gap(look.px(12));
  canvas::write(words::kSignInLead, look.ink(16));
  canvas::gap(look.px(8));
  canvas::write(
      "Your token stays in the memory of this tab: signing out, going to another page or closing "
      "the tab forgets it, and every complaint that was open.",
      look.ink(16, canvas::kMutedInk));
  canvas::gap(look.px(18));
  draw_refusal(live, look);
  canvas::write(words::kTokenLabel, look.strong(17));
  canvas::gap(look.px(6));
  canvas::text_field({.id = "token",
                      .label = words::kTokenLabel,
                      .width = look.px(420),
                      .has_problem = !live.refusal.empty(),
                      .secrecy = canvas::Secrecy::secret},
                     live.typed_token, look);
  canvas::gap(look.px(18));
  if (canvas::button("sign-in", words::kSignIn, canvas::ButtonWeight::main, look) &&
      live.waits_for == 0)
    sign_in(live);
}

// Where there is nobody to ask: said before anybody types a token.
void draw_nobody(Live& live, Look const& look) {
  bool const is_static = live.step == LiveStep::no_stub;
  canvas::write(is_static ? "No complaints are kept here" : "Nobody could be reached",
                look.strong(26), canvas::ItemKind::heading);
  canvas::gap(look.px(12));
  canvas::write(is_static
                    ? "This website shows the pages and the workbench, but the service that keeps "
                      "complaints does not run behind it. Open the workbench on the website where "
                      "it does."
                    : "The service that keeps complaints does not answer just now.",
                look.ink(16));
  canvas::gap(look.px(18));
  if (canvas::button("again", "Try again", canvas::ButtonWeight::second, look)) ask_for_stub(live);
}

void draw_colleagues_screen(Bench& bench, PolicyBook const& book, Look const& look) {
  Live& live = bench.live;
  // A list that is still asked for is not an empty one.
  if (live.asked == Asked::work && live.waits_for != 0 && live.work.lines.empty()) return;
  // A form's own answer to what was wrong stands in its summary.
  if (live.problems.empty()) draw_refusal(live, look);
  view::Screen const screen = live_screen(live, book, bench.real_today);
  follow_live_press(live, canvas::present(screen, live.answers, look));
  if (live.step == LiveStep::reason && live.waits_for == 0 &&
      canvas::button("back", "Back", canvas::ButtonWeight::quiet, look))
    leave_complaint(live);
}

void draw_facts(LiveComplaint const& complaint, PolicyBook const& book, Look const& look) {
  Scenario const& scenario = complaint.scenario;
  caption("As a scenario", look);
  Brand const* const brand = book.brand(scenario.brand);
  std::string about{words::kKinds[static_cast<std::size_t>(scenario.kind)]};
  if (brand != nullptr) about += ", " + brand->name;
  if (!scenario.matter.empty()) about += ": " + colleagues::label_in(book.matters, scenario.matter);
  canvas::write(about, look.ink(14.5F));
  for (Event const& event : scenario.events) {
    canvas::gap(look.px(6));
    canvas::write(
        short_date(event.when.on) + "  " +
            std::string(words::kHappened[static_cast<std::size_t>(event.type)]),
        look.ink(14.5F, event.when.on > scenario.today ? canvas::kControlLine : canvas::kInk));
  }
  section_gap(look);
}

void draw_recording(Bench& bench, Shown const& shown, Look const& look) {
  Live& live = bench.live;
  if (live.role != LiveRole::record || shown.assessment == nullptr) return;
  Scenario const& scenario = live.complaint->scenario;
  Assessment const& assessment = *shown.assessment;
  auto const possible =
      events_possible(record_of(scenario),
                      {*assessment.course, *assessment.edition, assessment.receipt,
                       shown.book.calendar, Explanation::none},
                      as_of(scenario));
  caption(words::kRecordHeading, look);
  if (possible.empty()) {
    canvas::write(words::kRecordNothing, look.ink(14.5F));
    section_gap(look);
    return;
  }
  std::vector<Option> options;
  options.reserve(possible.size());
  for (EventType const type : possible)
    options.push_back({std::string{words::kHappened[static_cast<std::size_t>(type)]}});
  if (auto const pressed = chooser("Record", words::kRecordQuestion, options, bench.picker, look))
    start_recording(live, possible[*pressed]);
  section_gap(look);
}

void draw_ways_out(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 2> kLabels{"Close it", "Sign out"};
  int const pressed = button_row(kLabels, look);
  // Not in the middle of a frame that shows the complaint.
  if (pressed == 0) bench.leaving = Leaving::complaint;
  if (pressed == 1) bench.leaving = Leaving::colleague;
}

// Playing with the days of a real complaint is done on a made-up one.
void draw_copy(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 1> kLabels{"Try its days as a scenario"};
  canvas::write("A made-up complaint on the same days, without a word or a name of this one.",
                look.ink(13.5F, canvas::kMutedInk));
  canvas::gap(look.px(6));
  if (button_row(kLabels, look) < 0) return;
  bench.scenario = days_only(bench.live.complaint->scenario);
  bench.example.clear();
  bench.event.reset();
  bench.preview.pressed.reset();
  bench.message = "Its days are the scenario now.";
}

}  // namespace

bool is_live(Bench const& bench) {
  return bench.view == View::live && bench.live.complaint.has_value();
}

Scenario& looked_at(Bench& bench) {
  return is_live(bench) ? bench.live.complaint->scenario : bench.scenario;
}

Scenario const& looked_at(Bench const& bench) {
  return is_live(bench) ? bench.live.complaint->scenario : bench.scenario;
}

void draw_live_screen(Bench& bench, Shown const& shown, Look const& look) {
  Live& live = bench.live;
  bool const is_list = live.step == LiveStep::work && live.role == LiveRole::record;
  canvas::Inside const column(free_at_each_side(is_list ? kWidestTable : kWidestForm, look));
  switch (live.step) {
    case LiveStep::unasked:
      break;
    case LiveStep::no_stub:
    case LiveStep::unreachable:
      draw_nobody(live, look);
      break;
    case LiveStep::signed_out:
      draw_sign_in(live, look);
      break;
    case LiveStep::work:
    case LiveStep::reason:
    case LiveStep::complaint:
    case LiveStep::form:
      draw_colleagues_screen(bench, shown.book, look);
      break;
  }
}

void draw_live_panel(Bench& bench, Shown const& shown, Look const& look) {
  Live const& live = bench.live;
  LiveComplaint const& complaint = *live.complaint;
  canvas::write(complaint.reference, look.strong(18), canvas::ItemKind::heading);
  canvas::gap(look.px(4));
  canvas::write("A real complaint. You are " + live.name + ", and you look because: " + live.reason,
                look.ink(14, canvas::kMutedInk));
  section_gap(look);
  draw_refusal(live, look);
  draw_facts(complaint, shown.book, look);
  draw_recording(bench, shown, look);
  draw_copy(bench, look);
  section_gap(look);
  draw_ways_out(bench, look);
}

}  // namespace putright::workbench
