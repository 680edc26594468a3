#include "portal/workbench/pickers.hpp"

#include <array>

#include <imgui.h>
#include <imgui_internal.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/date_words.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Area;
using canvas::Ink;
using canvas::Look;
using std::chrono::days;

constexpr int kDaysInWeek = 7;
constexpr int kWeeksShown = 6;
constexpr float kRadius = 8;
constexpr float kRowHeight = 36;

ImDrawList& sheet() {
  return *ImGui::GetWindowDrawList();
}

void draw_caret(ImVec2 at, float reach, float turned) {
  ImVec2 const points[] = {{at.x - reach, at.y - reach / 2 * turned},
                           {at.x, at.y + reach / 2 * turned},
                           {at.x + reach, at.y - reach / 2 * turned}};
  sheet().AddPolyline(points, 3, canvas::kInk, ImDrawFlags_None, reach * 0.4F);
}

bool draw_option(Option const& option, std::string_view shown, Look const& look) {
  Ink const note = look.ink(12.5F, canvas::kProblem);
  float const pad = look.px(10);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = canvas::width_left();
  Ink const ink = option.label == shown ? look.strong(14.5F) : look.ink(14.5F);
  float const text_width = width - 2 * pad;
  view::Text const label{{view::Span::Kind::plain, option.label, {}}};
  view::Text const trouble{{view::Span::Kind::plain, option.note, {}}};
  float const label_height = canvas::lay_out(label, canvas::hand(look, ink), text_width).size.y;
  float const note_height =
      option.note.empty() ? 0
                          : canvas::lay_out(trouble, canvas::hand(look, note), text_width).size.y;
  float const height = label_height + note_height + look.px(9);
  canvas::take({width, height});
  Area const area{at, at + ImVec2(width, height)};
  std::string const name = option.note.empty() ? option.label : option.label + ": " + option.note;
  canvas::Touch const touched = canvas::touch(area, {option.label,
                                                     name,
                                                     canvas::ItemKind::choice,
                                                     option.label == shown,
                                                     {.group = "Choose one"}});
  if (touched.hovered) sheet().AddRectFilled(area.from, area.to, canvas::kWell, look.px(kRadius));
  if (touched.focused) canvas::draw_focus(area, look.px(kRadius), look);
  ImVec2 const text = at + ImVec2(pad, look.px(4));
  canvas::write_at(text, option.label, ink, text_width);
  if (!option.note.empty())
    canvas::write_at(text + ImVec2(0, label_height), option.note, note, text_width);
  return touched.pressed;
}

Date first_of_month(Date day) {
  std::chrono::year_month_day const parts{day};
  return parts.year() / parts.month() / 1;
}

Date month_after(Date month, int count) {
  std::chrono::year_month_day const parts{month};
  return std::chrono::year_month_day{parts.year() / parts.month() / 1} + std::chrono::months{count};
}

std::string month_words(Date month) {
  std::string const long_words = say_date(month);
  return long_words.substr(long_words.find(" 1 ") + 3);
}

std::string day_words(Date day, WorkingCalendar const& calendar) {
  BankHoliday const* const holiday = calendar.covers(day) ? calendar.holiday_on(day) : nullptr;
  return holiday == nullptr ? say_date(day) : say_date(day) + ": " + holiday->title;
}

struct Cell {
  Date day;
  bool is_chosen;
  bool is_in_month;
};

bool draw_cell(Cell const& cell, Area area, WorkingCalendar const& calendar, Look const& look) {
  std::string const name = day_words(cell.day, calendar);
  bool const is_holiday = name.find(':') != std::string::npos;
  canvas::Touch const touched = canvas::touch(
      area, {name, name, canvas::ItemKind::choice, cell.is_chosen, {.group = "Days of the month"}});
  canvas::Paint const ground = cell.is_chosen         ? look.brand.main
                               : is_holiday           ? canvas::kHolidayWash
                               : is_weekend(cell.day) ? canvas::kWeekend
                               : touched.hovered      ? canvas::kWell
                                                      : canvas::kWhite;
  sheet().AddRectFilled(area.from, area.to, ground, look.px(5));
  if (touched.focused) canvas::draw_focus(area, look.px(5), look);
  canvas::Paint const colour = cell.is_chosen     ? canvas::kWhite
                               : is_holiday       ? canvas::kProblem
                               : cell.is_in_month ? canvas::kInk
                                                  : canvas::kControlLine;
  Ink const ink = cell.is_chosen ? look.strong(13.5F, colour) : look.ink(13.5F, colour);
  std::chrono::year_month_day const parts{cell.day};
  std::string const number = std::to_string(static_cast<unsigned>(parts.day()));
  float const x = (area.from.x + area.to.x - canvas::width_of(number, ink)) / 2;
  canvas::draw_line({x, (area.from.y + area.to.y - ink.size) / 2}, number, ink);
  return touched.pressed;
}

std::optional<Date> draw_month(Date day, Picker& picker, WorkingCalendar const& calendar,
                               Look const& look) {
  int const turn = canvas::stepper("Month", month_words(picker.month), look, {"previous", "next"});
  if (turn != 0) picker.month = month_after(picker.month, turn);
  canvas::gap(look.px(4));
  float const width = canvas::width_left() / kDaysInWeek;
  float const height = look.px(28);
  ImVec2 const at = canvas::take({width * kDaysInWeek, height * kWeeksShown});
  auto const weekday = std::chrono::weekday{picker.month} - std::chrono::Monday;
  Date const first = picker.month - weekday;
  std::optional<Date> picked;
  for (int index = 0; index < kDaysInWeek * kWeeksShown; ++index) {
    Date const on = first + days{index};
    int const week = index / kDaysInWeek;
    ImVec2 const from(at.x + width * static_cast<float>(index % kDaysInWeek),
                      at.y + height * static_cast<float>(week));
    Area const area{from + ImVec2(1, 1), from + ImVec2(width - 1, height - 1)};
    Cell const cell{on, on == day, first_of_month(on) == picker.month};
    if (draw_cell(cell, area, calendar, look)) picked = on;
  }
  canvas::gap(look.px(4));
  return picked;
}

}  // namespace

void caption(std::string_view words, Look const& look) {
  canvas::write(words, look.strong(13.5F, canvas::kMutedInk));
  canvas::gap(look.px(5));
}

void section_gap(Look const& look) {
  canvas::gap(look.px(14));
}

int button_row(std::span<std::string_view const> labels, Look const& look) {
  float const between = look.px(6);
  auto const count = static_cast<float>(labels.size());
  float const width = (canvas::width_left() - between * (count - 1)) / count;
  ImVec2 at = canvas::take({canvas::width_left(), look.px(32)});
  int pressed = -1;
  for (std::size_t index = 0; index < labels.size(); ++index) {
    Area const area{at, at + ImVec2(width, look.px(32))};
    if (canvas::panel_button(area, {labels[index], labels[index]}, look))
      pressed = static_cast<int>(index);
    at.x += width + between;
  }
  return pressed;
}

std::optional<std::size_t> chooser(std::string_view what, std::string_view shown,
                                   std::span<Option const> options, Picker& picker,
                                   Look const& look) {
  ImGui::PushID(what.data(), what.data() + what.size());
  bool const is_open = picker.open == what;
  float const width = canvas::width_left();
  ImVec2 const at = canvas::take({width, look.px(kRowHeight)});
  Area const area{at, at + ImVec2(width, look.px(kRowHeight))};
  std::string const name = std::string(what) + ": " + std::string(shown);
  canvas::Touch const touched =
      canvas::touch(area, {"shown", name, canvas::ItemKind::opener, is_open});
  ImGuiID const opener = ImGui::GetItemID();
  canvas::draw_card(area, look.px(kRadius), touched.hovered ? canvas::kDesk : canvas::kWhite,
                    canvas::mix(canvas::kLine, canvas::kControlLine, 0.5F));
  if (touched.focused) canvas::draw_focus(area, look.px(kRadius), look);
  Ink const ink = look.ink(15);
  float const caret = look.px(30);
  canvas::draw_line_within({at.x + look.px(12), at.y + (area.height() - ink.size) / 2}, shown, ink,
                           width - caret - look.px(12));
  draw_caret({area.to.x - caret / 2, at.y + area.height() / 2}, look.px(5), is_open ? -1.0F : 1.0F);
  std::optional<std::size_t> pressed;
  if (is_open) {
    canvas::gap(look.px(4));
    for (std::size_t index = 0; index < options.size(); ++index) {
      if (draw_option(options[index], shown, look)) pressed = index;
    }
  }
  if (touched.pressed) picker.toggle(what);
  if (pressed) {
    picker.open.clear();
    canvas::stand_on(opener, area);
  }
  ImGui::PopID();
  return pressed;
}

std::optional<Date> day_picker(std::string_view what, Date day, WorkingCalendar const& calendar,
                               Picker& picker, Look const& look) {
  ImGui::PushID(what.data(), what.data() + what.size());
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = canvas::width_left();
  float const arrow = look.px(40);
  std::optional<Date> picked;
  int const step = canvas::stepper(what, say_date(day), look);
  if (step != 0) picked = day + days{step};
  Area const middle{at + ImVec2(arrow, 0), at + ImVec2(width - arrow, look.px(kRowHeight))};
  std::string const name = std::string(what) + ": pick a day";
  bool const is_open = picker.open == what;
  canvas::Touch const touched =
      canvas::touch(middle, {"pick", name, canvas::ItemKind::opener, is_open});
  ImGuiID const opener = ImGui::GetItemID();
  if (touched.focused) canvas::draw_focus(middle, look.px(kRadius), look);
  if (touched.hovered || is_open) {
    float const y = middle.to.y - look.px(7);
    float const reach = canvas::width_of(say_date(day), look.ink(15)) / 2;
    float const x = (middle.from.x + middle.to.x) / 2;
    sheet().AddLine({x - reach, y}, {x + reach, y}, look.brand.main, look.px(1.5F));
  }
  if (touched.pressed) {
    picker.toggle(what);
    picker.month = first_of_month(day);
  }
  if (is_open) {
    canvas::gap(look.px(6));
    if (auto const found = draw_month(day, picker, calendar, look)) {
      picked = found;
      picker.open.clear();
      canvas::stand_on(opener, middle);
    }
  }
  ImGui::PopID();
  return picked;
}

bool line_field(std::string_view what, std::string& value, Look const& look) {
  caption(what, look);
  bool const changed =
      canvas::text_field({.id = what, .label = what, .width = canvas::width_left()}, value, look);
  canvas::gap(look.px(8));
  return changed;
}

}  // namespace putright::workbench
