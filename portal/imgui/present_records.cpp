// The nodes that show what is recorded: lists, timeline, day count, contacts, receipts.
#include <algorithm>

#include <imgui_internal.h>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/node_presenter.hpp"
#include "shared/text/words.hpp"

namespace putright::canvas {
namespace {

constexpr float kBody = 17;
constexpr float kNote = 15;

ImDrawList& sheet() {
  return *ImGui::GetWindowDrawList();
}

void draw_rule(float width, Paint colour, float thickness) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  sheet().AddLine(at, {at.x + width, at.y}, colour, thickness);
}

Paint step_colour(view::TimelineStep::State state) {
  switch (state) {
    case view::TimelineStep::State::done:
      return kGood;
    case view::TimelineStep::State::late:
      return kProblem;
    case view::TimelineStep::State::coming:
    case view::TimelineStep::State::waiting:
      return kComing;
  }
  return kComing;
}

void draw_step_mark(ImVec2 middle, view::TimelineStep::State state, Look const& look) {
  float const radius = look.px(10);
  Paint const colour = step_colour(state);
  if (state == view::TimelineStep::State::done) {
    sheet().AddCircleFilled(middle, radius, colour);
    float const reach = look.px(4.5F);
    ImVec2 const tick[] = {middle + ImVec2(-reach, 0),
                           middle + ImVec2(-reach * 0.2F, reach * 0.75F),
                           middle + ImVec2(reach, -reach * 0.7F)};
    sheet().AddPolyline(tick, 3, kWhite, 0, look.px(2));
  } else if (state == view::TimelineStep::State::late) {
    sheet().AddCircleFilled(middle, radius, colour);
    Ink const mark = look.strong(16, kWhite);
    draw_line({middle.x - width_of("!", mark) / 2, middle.y - mark.size / 2}, "!", mark);
  } else {
    sheet().AddCircleFilled(middle, radius, kWhite);
    sheet().AddCircle(middle, radius - look.px(1.5F), colour, 0,
                      look.px(state == view::TimelineStep::State::coming ? 3 : 1.5F));
  }
}

}  // namespace

void NodePresenter::operator()(view::SummaryList const& list) {
  float const width = width_left();
  float const label_width = std::min(width * 0.38F, look_.px(210));
  float const change_width = look_.px(70);
  int index = 0;
  for (view::SummaryRow const& row : list.rows) {
    ImVec2 const at = ImGui::GetCursorScreenPos() + ImVec2(0, look_.px(9));
    float const value_left = at.x + label_width;
    float const value_width =
        width - label_width - (row.change_go.empty() ? 0 : change_width) - look_.px(8);
    float const label_height =
        write_at(at, row.label, look_.strong(kBody), label_width - look_.px(14));
    float const value_height =
        write_at({value_left, at.y}, row.value, look_.ink(kBody), value_width);
    float const height = std::max(label_height, value_height) + look_.px(18);
    take({width, height});
    name_words(ItemKind::text, row.label, at.x, at.y, value_left, at.y + height);
    name_words(ItemKind::text, row.value, value_left, at.y, value_left + value_width,
               at.y + height);
    ImGui::PushID(index++);
    std::string_view const change = row.change.empty() ? words::kChange : row.change;
    if (!row.change_go.empty() && link_at({at.x + width - width_of(change, look_.ink(kBody)), at.y},
                                          row.change_go, change, look_.ink(kBody))) {
      send(row.change_go);
    }
    ImGui::PopID();
    draw_rule(width, kLine, look_.px(1));
  }
  gap(look_.px(24));
}

void NodePresenter::operator()(view::Details const& details) {
  bool const is_open = answers_.opened.has(details.summary);
  Ink const ink = look_.ink(kBody);
  float const indent = look_.px(18);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  take({width_left(), ink.size * 1.25F});
  ImVec2 const middle = at + ImVec2(look_.px(5), ink.size * 0.58F);
  float const reach = look_.px(5);
  if (is_open) {
    sheet().AddTriangleFilled(middle + ImVec2(-reach, -reach / 2),
                              middle + ImVec2(reach, -reach / 2), middle + ImVec2(0, reach),
                              look_.brand.main);
  } else {
    sheet().AddTriangleFilled(middle + ImVec2(-reach / 2, -reach), middle + ImVec2(reach, 0),
                              middle + ImVec2(-reach / 2, reach), look_.brand.main);
  }
  if (link_at({at.x + indent, at.y}, details.summary, details.summary, ink)) {
    if (is_open) {
      answers_.opened.take_out(details.summary);
    } else {
      answers_.opened.put(details.summary);
    }
  }
  gap(look_.px(10));
  if (is_open) {
    ImVec2 const top = ImGui::GetCursorScreenPos();
    ImGui::Indent(indent);
    gap(look_.px(8));
    draw(details.body);
    ImGui::Unindent(indent);
    sheet().AddRectFilled(top, {top.x + look_.px(4), ImGui::GetCursorScreenPos().y}, kLine);
  }
  gap(look_.px(10));
}

void NodePresenter::draw_step(view::TimelineStep const& step, bool is_last) {
  float const indent = look_.px(34);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImVec2 const middle = at + ImVec2(look_.px(10), look_.px(11));
  ImGui::Indent(indent);
  write(step.title, look_.strong(18), ItemKind::heading);
  gap(look_.px(4));
  if (!step.when.empty()) {
    write(step.when, look_.strong(16, step_colour(step.state)));
    gap(look_.px(6));
  }
  draw(step.body);
  ImGui::Unindent(indent);
  if (is_last) {
    gap(look_.px(10));
  } else {
    gap(look_.px(18));
    float const bottom = ImGui::GetCursorScreenPos().y;
    sheet().AddLine(middle, {middle.x, bottom + look_.px(2)}, kLine, look_.px(2.5F));
  }
  draw_step_mark(middle, step.state, look_);
}

void NodePresenter::operator()(view::Timeline const& timeline) {
  for (std::size_t index = 0; index < timeline.steps.size(); ++index) {
    ImGui::PushID(static_cast<int>(index));
    draw_step(timeline.steps[index], index + 1 == timeline.steps.size());
    ImGui::PopID();
  }
  gap(look_.px(10));
}

void NodePresenter::draw_day(view::DayCountRow const& row, float const (&columns)[3]) {
  using Kind = view::DayCountRow::Kind;
  bool const is_skipped = row.kind == Kind::weekend || row.kind == Kind::bank_holiday;
  float const width = width_left();
  float const note_width = width - columns[2];
  Ink const note_ink = row.kind == Kind::due     ? look_.strong(kNote, look_.brand.hover)
                       : row.kind == Kind::start ? look_.ink(kNote)
                                                 : look_.ink(kNote, kMutedInk);
  view::Text const note{{view::Span::Kind::plain, row.note, {}}};
  float const height =
      std::max(look_.px(28), lay_out(note, hand(look_, note_ink), note_width).size.y + look_.px(9));
  ImVec2 const at = take({width, height});
  Paint const wash = row.kind == Kind::due            ? look_.brand.wash
                     : row.kind == Kind::bank_holiday ? kHolidayWash
                     : row.kind == Kind::weekend      ? mix(kWhite, kWeekend, 0.55F)
                                                      : kWhite;
  sheet().AddRectFilled(at, at + ImVec2(width, height), wash);
  sheet().AddLine({at.x, at.y + height}, at + ImVec2(width, height), kLine, look_.px(1));
  Paint const colour = is_skipped ? kMutedInk : kInk;
  float const text_top = at.y + look_.px(5);
  Ink const ink = row.kind == Kind::due ? look_.strong(kNote, colour) : look_.ink(kNote, colour);
  write_at({at.x + columns[0], text_top}, row.day, ink, columns[1] - columns[0]);
  write_at({at.x + columns[1], text_top}, row.date, ink, columns[2] - columns[1]);
  write_at({at.x + columns[2], text_top}, row.note, note_ink, note_width);
  name_words(ItemKind::text, row.date + (row.note.empty() ? "" : ": " + row.note), at.x, at.y,
             at.x + width, at.y + height);
}

void NodePresenter::operator()(view::DayCount const& count) {
  if (!count.caption.empty()) {
    write(count.caption, look_.strong(kBody), ItemKind::heading);
    gap(look_.px(8));
  }
  float const width = width_left();
  float const columns[3] = {look_.px(8), look_.px(52), std::min(width * 0.52F, look_.px(240))};
  ImVec2 const at = take({width, look_.px(29)});
  Ink const ink = look_.strong(kNote);
  std::string_view const headings[3] = {count.day_heading, count.date_heading, count.note_heading};
  for (int column = 0; column < 3; ++column) {
    draw_line({at.x + columns[column], at.y + look_.px(5)}, headings[column], ink);
  }
  draw_rule(width, kControlLine, look_.px(1.5F));
  for (view::DayCountRow const& row : count.rows) {
    draw_day(row, columns);
  }
  gap(look_.px(20));
}

void NodePresenter::draw_way(view::ContactWay const& way) {
  Ink const ink = look_.ink(16);
  bool const is_link = way.kind == view::ContactWay::Kind::web;
  float const label_width = look_.px(76);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  draw_line(at, way.label, look_.strong(16));
  name_words(ItemKind::text, way.label, at.x, at.y, at.x + label_width, at.y + ink.size);
  ImGui::Indent(label_width);
  if (is_link) {
    flow({view::Span{view::Span::Kind::link, way.value, way.value}}, ink);
  } else {
    bool const is_phone = way.kind == view::ContactWay::Kind::phone;
    flow({view::Span{is_phone ? view::Span::Kind::phone : view::Span::Kind::plain, way.value, {}}},
         ink);
  }
  ImGui::Unindent(label_width);
  gap(look_.px(6));
}

void NodePresenter::operator()(view::ContactCard const& card) {
  float const pad = look_.px(16);
  float const width = width_left();
  ImVec2 const top = ImGui::GetCursorScreenPos();
  gap(pad);
  {
    Inside const box(pad);
    write(card.name, look_.strong(18), ItemKind::heading);
    gap(look_.px(6));
    if (!card.about.empty()) {
      write(card.about, look_.ink(kNote, kMutedInk));
      gap(look_.px(8));
    }
    for (std::size_t index = 0; index < card.ways.size(); ++index) {
      ImGui::PushID(static_cast<int>(index));
      draw_way(card.ways[index]);
      ImGui::PopID();
    }
  }
  gap(pad - look_.px(6));
  sheet().AddRect(top, {top.x + width, ImGui::GetCursorScreenPos().y}, kLine, look_.px(6), 0,
                  look_.px(1.5F));
  gap(look_.px(20));
}

void NodePresenter::operator()(view::Confirmation const& confirmation) {
  float const pad = look_.px(24);
  float const width = width_left();
  Ink const title = look_.strong(30, kWhite);
  Ink const label = look_.ink(18, kWhite);
  Ink const code = look_.strong(26, kWhite);
  Hand const title_hand{title, title.font, kWhite};
  view::Text const title_text{{view::Span::Kind::plain, confirmation.title, {}}};
  float const title_height = lay_out(title_text, title_hand, width - 2 * pad).size.y;
  float const height = pad * 2 + title_height + look_.px(14) + label.size * 1.3F + code.size * 1.3F;
  ImVec2 const at = take({width, height});
  sheet().AddRectFilled(at, at + ImVec2(width, height), look_.brand.main, look_.px(4));
  float y = at.y + pad;
  y += write_at({at.x + pad, y}, confirmation.title, title, width - 2 * pad) + look_.px(14);
  draw_line({at.x + pad, y}, confirmation.label, label);
  draw_line({at.x + pad, y + label.size * 1.3F}, confirmation.code, code);
  name_words(ItemKind::heading, confirmation.title, at.x, at.y, at.x + width, y);
  name_words(ItemKind::text, confirmation.label, at.x, y, at.x + width, y + label.size);
  name_words(ItemKind::text, confirmation.code, at.x, y + label.size, at.x + width, at.y + height);
  gap(look_.px(24));
}

void NodePresenter::operator()(view::Code const& code) {
  float const pad = look_.px(12);
  write(code.label, look_.strong(16));
  gap(look_.px(6));
  ImVec2 const top = ImGui::GetCursorScreenPos();
  float const width = width_left();
  Ink const ink = look_.ink(kBody);
  float const copy_width = width_of("Copy", ink) + pad;
  view::Text const text{{view::Span::Kind::plain, code.value, {}}};
  float const text_width = width - 2 * pad - copy_width;
  float const height = lay_out(text, hand(look_, ink), text_width).size.y + 2 * pad;
  take({width, height});
  sheet().AddRectFilled(top, top + ImVec2(width, height), kDesk, look_.px(4));
  sheet().AddRect(top, top + ImVec2(width, height), kLine, look_.px(4));
  write_at(top + ImVec2(pad, pad), code.value, ink, text_width);
  name_words(ItemKind::text, code.value, top.x, top.y, top.x + width - copy_width, top.y + height);
  if (link_at({top.x + width - copy_width, top.y + pad}, code.label, "Copy", ink)) {
    press_ = {.kind = Press::Kind::copy, .target = code.value, .form = {}};
  }
  gap(look_.px(20));
}

void NodePresenter::operator()(view::Download const& download) {
  float const indent = look_.px(24);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImVec2 const middle = at + ImVec2(look_.px(8), look_.px(9));
  float const reach = look_.px(5);
  float const line = look_.px(2);
  sheet().AddLine(middle - ImVec2(0, reach), middle + ImVec2(0, reach), look_.brand.main, line);
  ImVec2 const head[] = {middle + ImVec2(-reach, 0), middle + ImVec2(0, reach),
                         middle + ImVec2(reach, 0)};
  sheet().AddPolyline(head, 3, look_.brand.main, 0, line);
  sheet().AddLine(middle + ImVec2(-reach, reach * 1.8F), middle + ImVec2(reach, reach * 1.8F),
                  look_.brand.main, line);
  take({width_left(), look_.px(kBody) * 1.25F});
  if (link_at({at.x + indent, at.y}, download.file_name, download.label, look_.ink(kBody))) {
    press_ = {.kind = Press::Kind::copy, .target = download.content, .form = {}};
  }
  gap(look_.px(12));
}

void NodePresenter::operator()(view::Status const& status) {
  Paint const tone = status.tone == view::Status::Tone::good        ? kGood
                     : status.tone == view::Status::Tone::attention ? kProblem
                                                                    : kComing;
  Ink const ink = look_.strong(15, mix(tone, kInk, 0.25F));
  ImVec2 const size(width_of(status.text, ink) + look_.px(18), look_.px(27));
  ImVec2 const at = take(size);
  sheet().AddRectFilled(at, at + size, mix(kWhite, tone, 0.16F), look_.px(3));
  draw_line({at.x + look_.px(9), at.y + (size.y - ink.size) / 2}, status.text, ink);
  name_words(ItemKind::text, status.text, at.x, at.y, at.x + size.x, at.y + size.y);
  gap(look_.px(14));
}

void NodePresenter::operator()(view::Signposts const& signposts) {
  float const pad = look_.px(16);
  float const width = width_left();
  int index = 0;
  for (view::Signpost const& sign : signposts.signs) {
    Ink const name = look_.strong(18, look_.brand.main);
    Ink const about = look_.ink(kNote, kMutedInk);
    view::Text const text{{view::Span::Kind::plain, sign.about, {}}};
    float const about_height = lay_out(text, hand(look_, about), width - 2 * pad).size.y;
    float const height = 2 * pad + name.size * 1.3F + about_height;
    ImVec2 const at = take({width, height});
    Area const area{at, at + ImVec2(width, height)};
    ImGui::PushID(index++);
    Touch const touched = touch(area, {sign.path, sign.label, ItemKind::link});
    ImGui::PopID();
    draw_card(area, look_.px(6), touched.hovered ? kDesk : kWhite,
              touched.hovered ? kControlLine : kLine);
    if (touched.focused) draw_focus(area, look_.px(6), look_);
    draw_line(at + ImVec2(pad, pad), sign.label, name);
    write_at(at + ImVec2(pad, pad + name.size * 1.3F), sign.about, about, width - 2 * pad);
    name_words(ItemKind::text, sign.about, at.x, at.y, area.to.x, area.to.y);
    if (touched.pressed) follow(sign.path);
    gap(look_.px(10));
  }
  gap(look_.px(10));
}

}  // namespace putright::canvas
