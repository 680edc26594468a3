#include "portal/workbench/timeline.hpp"

#include <algorithm>

#include <imgui_internal.h>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/words.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/timeline_words.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Ink;
using canvas::Look;
using canvas::Paint;
using std::chrono::days;

constexpr int kDaysInWeek = 7;
constexpr float kHead = 42;
constexpr float kRow = 46;
constexpr float kBar = 11;
constexpr float kBarTop = 24;
constexpr float kNarrowestLetterColumn = 11;
constexpr float kLabelText = 14;

ImDrawList& sheet() {
  return *ImGui::GetWindowDrawList();
}

float label_width(std::string_view label, Look const& look) {
  return canvas::width_of(label, look.strong(kLabelText));
}

// A timeline on the sheet: the scale and its top and bottom.
struct Plot {
  DayScale scale;
  float top;
  float bottom;
  float body_top(Look const& look) const { return top + look.px(kHead); }
};

void hatch(ImVec2 from, ImVec2 to, Look const& look) {
  sheet().AddRectFilled(from, to, canvas::kHolidayWash);
  sheet().PushClipRect(from, to, true);
  float const step = look.px(6);
  float const height = to.y - from.y;
  for (float x = from.x - height; x < to.x; x += step) {
    sheet().AddLine({x, to.y}, {x + height, from.y}, canvas::kHoliday, look.px(1.2F));
  }
  sheet().PopClipRect();
}

void draw_days(Plot const& plot, WorkingCalendar const& calendar, Look const& look) {
  float const head = plot.body_top(look);
  bool const has_letters = plot.scale.day_width() >= look.px(kNarrowestLetterColumn);
  Ink const letter = look.ink(12.5F);
  for (int index = 0; index < plot.scale.day_count; ++index) {
    Date const day = plot.scale.from + days{index};
    ImVec2 const from(plot.scale.left_of(day), head);
    ImVec2 const to(from.x + plot.scale.day_width(), plot.bottom);
    bool const is_holiday = calendar.covers(day) && calendar.holiday_on(day) != nullptr;
    if (is_weekend(day)) {
      sheet().AddRectFilled(from, to, canvas::kWeekend);
    } else if (is_holiday) {
      hatch(from, to, look);
    }
    if (!has_letters) continue;
    Ink ink = letter;
    if (is_weekend(day)) ink.colour = canvas::kControlLine;
    if (is_holiday) ink.colour = canvas::kProblem;
    std::string_view const name = weekday_letter(day);
    float const x = (from.x + to.x - canvas::width_of(name, ink)) / 2;
    canvas::draw_line({x, head - look.px(19)}, name, ink);
  }
  sheet().AddLine({plot.scale.left, head}, {plot.scale.left + plot.scale.width, head},
                  canvas::kLine);
}

void draw_weeks(Plot const& plot, Look const& look) {
  Ink const ink = look.strong(12.5F, canvas::kMutedInk);
  float const room = canvas::width_of("00 Mmm", ink) + look.px(10);
  int const step = weeks_between_labels(plot.scale, room) * kDaysInWeek;
  for (int index = 0; index < plot.scale.day_count; index += kDaysInWeek) {
    Date const day = plot.scale.from + days{index};
    float const x = plot.scale.left_of(day);
    bool const is_labelled = index % step == 0;
    sheet().AddLine({x, is_labelled ? plot.top : plot.body_top(look)}, {x, plot.bottom},
                    canvas::kLine);
    if (is_labelled) {
      canvas::draw_line({x + look.px(4), plot.top + look.px(2)}, short_day_and_month(day), ink);
    }
  }
}

Paint state_paint(Deadline const& deadline, Look const& look) {
  switch (deadline.state) {
    case DeadlineState::met:
      return canvas::kGood;
    case DeadlineState::late:
      return canvas::kProblem;
    case DeadlineState::pending:
      return look.brand.main;
    case DeadlineState::projected:
      return canvas::mix(canvas::kWhite, look.brand.main, 0.55F);
  }
  return look.brand.main;
}

void draw_diamond(ImVec2 at, float reach, Paint fill, Look const& look) {
  float const out = reach + look.px(2.5F);
  ImVec2 const halo[] = {
      {at.x, at.y - out}, {at.x + out, at.y}, {at.x, at.y + out}, {at.x - out, at.y}};
  ImVec2 const body[] = {
      {at.x, at.y - reach}, {at.x + reach, at.y}, {at.x, at.y + reach}, {at.x - reach, at.y}};
  sheet().AddConvexPolyFilled(halo, 4, canvas::kWhite);
  sheet().AddConvexPolyFilled(body, 4, fill);
}

// Where the count starts, and dates that another one took the place of.
void draw_marks(Plot const& plot, Deadline const& deadline, float middle, Paint paint,
                Look const& look) {
  float const start = plot.scale.middle_of(deadline.start.on);
  sheet().AddCircleFilled({start, middle}, look.px(4.5F), canvas::kWhite);
  sheet().AddCircle({start, middle}, look.px(4), paint, 0, look.px(2));
  for (Date const date : other_dates(deadline)) {
    draw_diamond({plot.scale.middle_of(date), middle}, look.px(6), paint, look);
    draw_diamond({plot.scale.middle_of(date), middle}, look.px(3), canvas::kWhite, look);
  }
}

void draw_dots(Plot const& plot, DeadlineRow const& row, float middle, Date today, Paint paint,
               Look const& look) {
  for (CountedDay const& counted : row.deadline->counted) {
    float const x = plot.scale.middle_of(counted.on);
    if (x >= row.diamond - look.px(4)) continue;
    bool const is_past = counted.on <= today;
    sheet().AddCircleFilled({x, middle}, look.px(2.2F), is_past ? canvas::kWhite : paint);
  }
}

void draw_bar(Plot const& plot, DeadlineRow const& row, float top, Date today, Look const& look) {
  Paint const paint = state_paint(*row.deadline, look);
  Paint const pale = canvas::mix(canvas::kWhite, paint, 0.28F);
  float const middle = top + look.px(kBarTop + kBar / 2);
  float const half = look.px(kBar) / 2;
  float const right = std::max(row.bar_right, row.bar_left + half);
  sheet().AddRectFilled({row.bar_left, middle - half}, {right, middle + half}, pale, half);
  Date const reached = row.deadline->met_on ? std::min(*row.deadline->met_on, today) : today;
  float const filled =
      std::clamp(plot.scale.left_of(reached + days{1}), row.bar_left, row.bar_right);
  if (reached > row.deadline->start.on && row.deadline->state != DeadlineState::projected) {
    sheet().AddRectFilled({row.bar_left, middle - half}, {filled, middle + half}, paint, half);
    draw_dots(plot, row, middle, reached, paint, look);
  } else {
    draw_dots(plot, row, middle, plot.scale.from - days{1}, paint, look);
  }
  draw_marks(plot, *row.deadline, middle, paint, look);
  draw_diamond({row.diamond, middle}, look.px(8), paint, look);
}

bool draw_row(Plot const& plot, DeadlineRow const& row, float top, Date today, bool is_shown,
              Look const& look) {
  canvas::Area const area{{plot.scale.left, top},
                          {plot.scale.left + plot.scale.width, top + look.px(kRow)}};
  ImGui::SetNextItemAllowOverlap();
  canvas::Touch const touched = canvas::touch(
      area, {row.label, row.label, canvas::ItemKind::choice, is_shown, {.group = "Deadlines"}});
  if (touched.focused) canvas::draw_focus(area, look.px(4), look);
  draw_bar(plot, row, top, today, look);
  Ink const ink = look.strong(kLabelText, touched.hovered ? look.brand.main : canvas::kInk);
  ImVec2 const at(row.label_left, top + look.px(4));
  float const width = canvas::width_of(row.label, ink);
  // A pale ground keeps the letters readable over hatching.
  sheet().AddRectFilled(at - ImVec2(look.px(2), 0),
                        at + ImVec2(width + look.px(2), ink.size * 1.15F), 0xD8FFFFFFU, look.px(3));
  canvas::draw_line(at, row.label, ink);
  if (is_shown) {
    sheet().AddLine({at.x, at.y + ink.size * 1.15F}, {at.x + width, at.y + ink.size * 1.15F},
                    look.brand.main, look.px(2));
  }
  return touched.pressed;
}

// The line lies under the labels, but its grip goes over the rows: so they are two functions.
void draw_today(Plot const& plot, Date today, Look const& look) {
  float const x = plot.scale.middle_of(today);
  sheet().AddLine({x, plot.body_top(look)}, {x, plot.bottom}, canvas::kInk, look.px(2));
}

// Where a day stands on the scale, as a slider says it; the words are the caller's.
canvas::ItemDetail days_slider(Plot const& plot, Date day, std::string_view words) {
  return {
      .value = words,
      .range = {0, plot.scale.day_count - 1, static_cast<int>((day - plot.scale.from).count())}};
}

std::optional<Date> grip_today(Plot const& plot, Date today, Look const& look) {
  float const x = plot.scale.middle_of(today);
  float const reach = look.px(5.5F);
  float const top = plot.body_top(look) - look.px(0.5F);
  canvas::Area const grip{{x - look.px(9), plot.top}, {x + look.px(9), plot.bottom}};
  canvas::Touch const touched =
      canvas::touch(grip, {"today", "Today's line", canvas::ItemKind::slider, false,
                           days_slider(plot, today, say_date(today))});
  if (touched.hovered || touched.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  sheet().AddTriangleFilled({x - reach, top - reach}, {x + reach, top - reach},
                            {x, top + reach * 0.7F}, canvas::kInk);
  if (touched.focused) canvas::draw_focus(grip, look.px(3), look);
  if (auto const set = canvas::set_of_last_item()) return plot.scale.from + days{*set};
  if (touched.held) {
    Date const day = plot.scale.day_at(ImGui::GetIO().MousePos.x);
    if (day != today) return day;
  }
  if (touched.focused) {
    int const step = canvas::arrows_of_last_item();
    if (step != 0) return today + days{step};
  }
  return std::nullopt;
}

struct LegendEntry {
  std::string_view words;
  Paint paint;
};

void draw_legend(Look const& look) {
  LegendEntry const entries[] = {{"Weekend", canvas::kWeekend},
                                 {"Bank holiday", canvas::kHolidayWash},
                                 {"Done", canvas::kGood},
                                 {"Late", canvas::kProblem},
                                 {"To come", look.brand.main}};
  Ink const ink = look.ink(13, canvas::kMutedInk);
  float const box = look.px(12);
  ImVec2 at = canvas::take({canvas::width_left(), look.px(20)});
  for (LegendEntry const& entry : entries) {
    ImVec2 const to = at + ImVec2(box, box);
    if (entry.paint == canvas::kHolidayWash) {
      hatch(at, to, look);
    } else {
      sheet().AddRectFilled(at, to, entry.paint, look.px(3));
    }
    at.x += box + look.px(6);
    at.x += canvas::draw_line({at.x, at.y - look.px(1)}, entry.words, ink) + look.px(16);
  }
}

// A note below a day: what it is for each deadline.
void draw_note(Plot const& plot, Date day, std::string_view words, Look const& look) {
  Ink const ink = look.ink(14, canvas::kWhite);
  ImVec2 const pad(look.px(9), look.px(6));
  float const width = std::min(plot.scale.width, canvas::width_of(words, ink) + 2 * pad.x);
  view::Text const text{{view::Span::Kind::plain, std::string(words), {}}};
  canvas::WordBlock const block = canvas::lay_out(text, canvas::hand(look, ink), width - 2 * pad.x);
  ImVec2 const size = ImVec2(width, block.size.y) + pad * 2;
  float const x =
      std::clamp(plot.scale.middle_of(day) - size.x / 2, plot.scale.left,
                 std::max(plot.scale.left, plot.scale.left + plot.scale.width - size.x));
  ImVec2 const at(x, plot.bottom + look.px(4));
  ImDrawList& top = *ImGui::GetForegroundDrawList();
  top.AddRectFilled(at, at + size, canvas::kBar, look.px(5));
  for (canvas::Fragment const& line : block.fragments) {
    top.AddText(ink.font, ink.size, at + pad + line.offset, ink.colour, line.text.data(),
                line.text.data() + line.text.size());
  }
}

std::optional<Date> hovered_day(Plot const& plot) {
  ImVec2 const pointer = ImGui::GetIO().MousePos;
  bool const is_inside = pointer.x >= plot.scale.left &&
                         pointer.x < plot.scale.left + plot.scale.width && pointer.y >= plot.top &&
                         pointer.y < plot.bottom;
  if (!is_inside || !ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem))
    return std::nullopt;
  return plot.scale.day_at(pointer.x);
}

// The strip of days: by keyboard, the arrows go from day to day and each is read.
std::optional<Date> read_days(Plot const& plot, TimelineView const& view, Look const& look) {
  canvas::Area const strip{{plot.scale.left, plot.body_top(look) - look.px(21)},
                           {plot.scale.left + plot.scale.width, plot.body_top(look)}};
  Date const day = std::clamp(view.read.value_or(view.today), plot.scale.from, plot.scale.last());
  std::string const words = day_reading(day, view.assessment, view.calendar);
  canvas::Touch const touched = canvas::touch(
      strip, {"days", "Days", canvas::ItemKind::slider, false, days_slider(plot, day, words)});
  if (auto const set = canvas::set_of_last_item()) return plot.scale.from + days{*set};
  if (!touched.focused) return std::nullopt;
  canvas::draw_focus(strip, look.px(3), look);
  float const x = plot.scale.left_of(day);
  sheet().AddRect({x, plot.body_top(look)}, {x + plot.scale.day_width(), plot.bottom}, canvas::kInk,
                  0, 0, look.px(2));
  draw_note(plot, day, words, look);
  return std::clamp(day + days{canvas::arrows_of_last_item()}, plot.scale.from, plot.scale.last());
}

}  // namespace

TimelineTouch draw_timeline(TimelineView const& view, Look const& look) {
  float const width = canvas::width_left();
  auto const row_count =
      static_cast<float>(std::max<std::size_t>(view.assessment.deadlines.size(), 1));
  float const height = look.px(kHead + kRow * row_count + 4);
  ImVec2 const at = canvas::take({width, height});
  Plot const plot{scale_for(view.range, at.x, width), at.y, at.y + height};
  draw_days(plot, view.calendar, look);
  draw_weeks(plot, look);
  TimelineTouch result;
  result.read = read_days(plot, view, look);
  draw_today(plot, view.today, look);
  float top = plot.body_top(look);
  for (DeadlineRow const& row :
       rows_of(view.assessment, plot.scale, view.today, label_width, look)) {
    DeadlineId const id = row.deadline->rule->id;
    if (draw_row(plot, row, top, view.today, view.shown == id, look)) result.deadline = id;
    top += look.px(kRow);
  }
  result.today = grip_today(plot, view.today, look);
  if (auto const day = hovered_day(plot))
    draw_note(plot, *day, day_reading(*day, view.assessment, view.calendar), look);
  canvas::gap(look.px(10));
  draw_legend(look);
  return result;
}

}  // namespace putright::workbench
