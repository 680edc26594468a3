// What happened, event by event: add, change, move, take away. Each refusal stands by its name
// beside the event that it refuses.
#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/panels.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

constexpr std::chrono::minutes kTimeStep{30};
constexpr std::chrono::minutes kLastTime{24 * 60 - 30};
constexpr std::chrono::minutes kUsualTime{14 * 60};

std::string when_words(Event const& event) {
  auto const time = event_time_of_day(event);
  return short_date(event.when.on) + (time ? ", " + say_time(*time) : std::string());
}

void draw_refusals(std::vector<Problem> const& problems, Look const& look) {
  for (Problem const& problem : problems) {
    canvas::gap(look.px(3));
    canvas::write(name(problem.code), look.strong(12.5F, canvas::kProblem));
    canvas::write(problem.words, look.ink(13, canvas::kProblem));
  }
}

// The state of an event as a colour: refused, still to come, or happened.
canvas::Paint dot_of(Event const& event, bool is_refused, Date today) {
  if (is_refused) return canvas::kProblem;
  return event.when.on > today ? canvas::kLine : canvas::kGood;
}

bool draw_event_row(Event const& event, bool is_open, canvas::Paint dot, Look const& look) {
  float const width = canvas::width_left();
  float const height = look.px(34);
  ImVec2 const at = canvas::take({width, height});
  std::string const words = event_words(event.type);
  std::string const when = when_words(event);
  canvas::Area const area{at, at + ImVec2(width, height)};
  canvas::Touch const touched =
      canvas::touch(area, {"row", words + ", " + when, canvas::ItemKind::opener, is_open});
  canvas::Paint const fill = is_open           ? look.brand.wash
                             : touched.hovered ? canvas::kDesk
                                               : canvas::kWhite;
  canvas::draw_card(area, look.px(8), fill, is_open ? look.brand.main : canvas::kLine);
  if (touched.focused) canvas::draw_focus(area, look.px(8), look);
  float const middle = at.y + height / 2;
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + look.px(14), middle}, look.px(5), dot);
  canvas::Ink const label = look.strong(14);
  canvas::Ink const note = look.ink(13, canvas::kMutedInk);
  float const note_width = canvas::width_of(when, note);
  float const left = at.x + look.px(26);
  canvas::draw_line_within({left, middle - label.size / 2}, words, label,
                           area.to.x - note_width - look.px(18) - left);
  canvas::draw_line({area.to.x - note_width - look.px(10), middle - note.size / 2}, when, note);
  return touched.pressed;
}

void edit_type(Event& event, Bench& bench, Look const& look) {
  std::vector<Option> options;
  options.reserve(kEventTypes.size());
  for (auto const& row : kEventTypes)
    options.push_back({event_words(row.value)});
  if (auto const pressed = chooser("Event", event_words(event.type), options, bench.picker, look))
    event.type = kEventTypes[*pressed].value;
  canvas::gap(look.px(8));
}

void edit_time(Event& event, Look const& look) {
  auto const time = event_time_of_day(event);
  if (canvas::toggle("Time known", time.has_value(), look))
    set_event_time(event, time ? std::nullopt : std::optional(kUsualTime));
  if (!time) return;
  int const by = canvas::stepper("Time", say_time(*time), look);
  auto const moved = std::clamp(*time + kTimeStep * by, std::chrono::minutes{0}, kLastTime);
  if (by != 0) set_event_time(event, moved);
  canvas::gap(look.px(8));
}

void edit_people(Event& event, Look const& look) {
  constexpr std::array<std::string_view, 3> kRoles{"Not told", "Customer", "Colleague"};
  caption("Done as", look);
  int const chosen = event.role ? 1 + static_cast<int>(*event.role) : 0;
  int const pressed = canvas::segmented("Done as", kRoles, chosen, look);
  if (pressed == 0) event.role.reset();
  if (pressed > 0) event.role = static_cast<Actor>(pressed - 1);
  canvas::gap(look.px(8));
  line_field("Done by", event.by, look);
}

void edit_extension(Event& event, Bench& bench, PolicyBook const& book, Look const& look) {
  caption("New date", look);
  Date const shown = event.new_date.value_or(event.when.on);
  if (auto const day = day_picker("New date", shown, book.calendar, bench.picker, look))
    event.new_date = day;
  canvas::gap(look.px(8));
  line_field("Reason", event.reason, look);
}

void edit_details(Event& event, Bench& bench, PolicyBook const& book, Look const& look) {
  switch (event.type) {
    case EventType::officer_assigned:
      line_field("Officer", event.officer, look);
      break;
    case EventType::extended:
      edit_extension(event, bench, book, look);
      break;
    case EventType::question_asked:
      line_field("Question", event.words, look);
      break;
    case EventType::question_answered:
      line_field("Answer", event.words, look);
      break;
    default:
      break;
  }
}

void draw_order(Bench& bench, std::size_t index, Look const& look) {
  constexpr std::array<std::string_view, 3> kLabels{"Move up", "Move down", "Remove"};
  switch (button_row(kLabels, look)) {
    case 0:
      bench.event = shift_event(bench.scenario, index, Shift::earlier);
      break;
    case 1:
      bench.event = shift_event(bench.scenario, index, Shift::later);
      break;
    case 2:
      remove_event(bench.scenario, index);
      bench.event.reset();
      break;
    default:
      break;
  }
}

void draw_editor(Bench& bench, std::size_t index, PolicyBook const& book, Look const& look) {
  canvas::gap(look.px(8));
  Event& event = bench.scenario.events[index];
  edit_type(event, bench, look);
  if (auto const day = day_picker("Day", event.when.on, book.calendar, bench.picker, look))
    set_event_day(event, *day);
  canvas::gap(look.px(8));
  edit_time(event, look);
  edit_details(event, bench, book, look);
  edit_people(event, look);
  draw_order(bench, index, look);
  canvas::gap(look.px(8));
}

void draw_event(Bench& bench, std::size_t index, Shown const& shown, Look const& look) {
  ImGui::PushID(static_cast<int>(index));
  bool const is_open = bench.event == index;
  auto const& refusals = shown.refusals[index];
  Event const& event = bench.scenario.events[index];
  canvas::Paint const dot = dot_of(event, !refusals.empty(), bench.scenario.today);
  bool const pressed = draw_event_row(event, is_open, dot, look);
  draw_refusals(refusals, look);
  if (is_open) draw_editor(bench, index, shown.book, look);
  if (pressed) {
    bench.event = is_open ? std::nullopt : std::optional(index);
    bench.picker.open.clear();
  }
  canvas::gap(look.px(6));
  ImGui::PopID();
}

// Refused ones can be added too: to see why not.
void draw_adding(Bench& bench, Shown const& shown, Look const& look) {
  caption("Add an event today", look);
  std::vector<Option> options;
  if (bench.picker.open == "Add") {
    for (auto const& row : kEventTypes) {
      Event const event = new_event(bench.scenario, row.value, shown.assessment);
      auto const refusals = refusals_of_adding(bench.scenario, event, shown.book);
      options.push_back({event_words(row.value),
                         refusals.empty() ? std::string() : std::string(name(refusals[0].code))});
    }
  }
  auto const pressed = chooser("Add", "Choose what happened", options, bench.picker, look);
  if (!pressed || bench.scenario.events.size() >= kMaxEvents) return;
  EventType const type = kEventTypes[*pressed].value;
  bench.event = add_event(bench.scenario, new_event(bench.scenario, type, shown.assessment));
}

}  // namespace

void draw_events_panel(Bench& bench, Shown const& shown, Look const& look) {
  // What was changed in this frame is assessed before the next.
  std::size_t const count = std::min(bench.scenario.events.size(), shown.refusals.size() - 1);
  for (std::size_t index = 0; index < count && index < bench.scenario.events.size(); ++index)
    draw_event(bench, index, shown, look);
  draw_refusals(shown.refusals.back(), look);
  section_gap(look);
  draw_adding(bench, shown, look);
}

}  // namespace putright::workbench
