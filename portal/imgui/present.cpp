#include "portal/imgui/present.hpp"

#include <imgui_internal.h>

#include "portal/imgui/controls.hpp"
#include "portal/imgui/node_presenter.hpp"
#include "shared/text/words.hpp"

namespace putright::canvas {
namespace {

constexpr float kBody = 17;
constexpr float kNote = 15;
constexpr float kAfterBlock = 16;
constexpr float kFieldWidth = 420;
constexpr float kShortFieldWidth = 190;

float heading_size(int level) {
  constexpr float kSizes[] = {30, 22, 18};
  return kSizes[level <= 1 ? 0 : level == 2 ? 1 : 2];
}

// A bar at the left of what was drawn since `top`.
void draw_side_bar(ImVec2 top, float thickness, Paint colour) {
  float const bottom = ImGui::GetCursorScreenPos().y;
  ImGui::GetWindowDrawList()->AddRectFilled(top, {top.x + thickness, bottom}, colour);
}

}  // namespace

void NodePresenter::draw(std::vector<view::Node> const& nodes) {
  int index = 0;
  for (view::Node const& node : nodes) {
    ImGui::PushID(index++);
    std::visit(*this, node.is);
    ImGui::PopID();
  }
}

void NodePresenter::draw_problems(std::vector<view::ScreenProblem> const& problems) {
  if (problems.empty()) return;
  float const pad = look_.px(18);
  ImVec2 const top = ImGui::GetCursorScreenPos();
  float const width = width_left();
  gap(pad);
  {
    Inside const box(pad);
    write(words::kThereIsAProblem, look_.strong(21), ItemKind::heading);
    gap(look_.px(8));
    for (view::ScreenProblem const& problem : problems) {
      flow({view::Span{view::Span::Kind::strong, problem.words, {}}}, look_.ink(kBody, kProblem));
      gap(look_.px(6));
    }
  }
  gap(pad - look_.px(6));
  ImVec2 const bottom(top.x + width, ImGui::GetCursorScreenPos().y);
  ImGui::GetWindowDrawList()->AddRect(top, bottom, kProblem, 0, 0, look_.px(4));
  gap(look_.px(28));
}

void NodePresenter::operator()(view::Heading const& heading) {
  if (heading.level > 1) gap(look_.px(10));
  float const size = heading_size(heading.level);
  write(heading.text, look_.strong(size), ItemKind::heading);
  gap(look_.px(heading.level == 1 ? 18 : 10));
}

void NodePresenter::operator()(view::Paragraph const& paragraph) {
  switch (paragraph.role) {
    case view::Paragraph::Role::body:
      flow(paragraph.text, look_.ink(kBody));
      break;
    case view::Paragraph::Role::lead:
      flow(paragraph.text, look_.ink(20));
      break;
    case view::Paragraph::Role::note:
      flow(paragraph.text, look_.ink(kNote, kMutedInk));
      break;
  }
  gap(look_.px(kAfterBlock));
}

void NodePresenter::operator()(view::Quotation const& quotation) {
  float const indent = look_.px(16);
  ImVec2 const top = ImGui::GetCursorScreenPos();
  ImGui::Indent(indent);
  gap(look_.px(4));
  write(quotation.text, look_.ink(kBody));
  gap(look_.px(4));
  ImGui::Unindent(indent);
  draw_side_bar(top, look_.px(3), kLine);
  gap(look_.px(kAfterBlock));
}

void NodePresenter::operator()(view::BulletList const& list) {
  float const indent = look_.px(26);
  Ink const ink = look_.ink(kBody);
  int number = 1;
  for (view::Text const& item : list.items) {
    ImVec2 const at = ImGui::GetCursorScreenPos();
    if (list.order == view::BulletList::Order::steps) {
      draw_line(at, std::to_string(number) + ".", ink);
    } else {
      ImGui::GetWindowDrawList()->AddCircleFilled(at + ImVec2(look_.px(8), ink.size * 0.55F),
                                                  look_.px(2.5F), kInk);
    }
    ImGui::Indent(indent);
    ImGui::PushID(number++);
    flow(item, ink);
    ImGui::PopID();
    ImGui::Unindent(indent);
    gap(look_.px(5));
  }
  gap(look_.px(11));
}

void NodePresenter::operator()(view::Inset const& inset) {
  float const indent = look_.px(20);
  gap(look_.px(6));
  ImVec2 const top = ImGui::GetCursorScreenPos();
  ImGui::Indent(indent);
  gap(look_.px(12));
  flow(inset.text, look_.ink(kBody));
  gap(look_.px(12));
  ImGui::Unindent(indent);
  draw_side_bar(top, look_.px(7), look_.brand.main);
  gap(look_.px(24));
}

void NodePresenter::operator()(view::Warning const& warning) {
  float const radius = look_.px(17);
  float const indent = radius * 2 + look_.px(12);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImVec2 const middle = at + ImVec2(radius, radius);
  ImGui::GetWindowDrawList()->AddCircleFilled(middle, radius, kInk);
  Ink const mark = look_.strong(25, kWhite);
  draw_line({middle.x - width_of("!", mark) / 2, middle.y - mark.size / 2}, "!", mark);
  ImGui::Indent(indent);
  gap(look_.px(6));
  flow(warning.text, look_.strong(kBody));
  ImGui::Unindent(indent);
  float const left = at.y + radius * 2 - ImGui::GetCursorScreenPos().y;
  if (left > 0) gap(left);
  gap(look_.px(20));
}

void NodePresenter::draw_question(std::string_view question, std::string_view hint,
                                  std::string_view problem, bool is_heading) {
  write(question, is_heading ? look_.strong(heading_size(1)) : look_.strong(18),
        is_heading ? ItemKind::heading : ItemKind::text);
  gap(look_.px(is_heading ? 10 : 6));
  if (!hint.empty()) {
    write(hint, look_.ink(kNote, kMutedInk));
    gap(look_.px(8));
  }
  if (!problem.empty()) {
    write(problem, look_.strong(16, kProblem));
    gap(look_.px(8));
  }
}

void NodePresenter::operator()(view::TextField const& field) {
  float const indent = field.problem.empty() ? 0 : look_.px(17);
  ImVec2 const top = ImGui::GetCursorScreenPos();
  if (indent > 0) ImGui::Indent(indent);
  draw_question(field.label, field.hint, field.problem, field.is_heading);
  bool const is_long = field.size == view::TextField::Size::paragraphs;
  float const width = is_long                                     ? width_left()
                      : field.size == view::TextField::Size::line ? look_.px(kFieldWidth)
                                                                  : look_.px(kShortFieldWidth);
  std::string* const kept = answers_.words.find(field.name);
  std::string& typed = kept == nullptr ? answers_.words.put(field.name, field.value) : *kept;
  text_field({.id = field.name,
              .label = field.label,
              .width = width,
              .height = is_long ? FieldHeight::paragraphs : FieldHeight::line,
              .has_problem = !field.problem.empty()},
             typed, look_);
  if (indent > 0) {
    ImGui::Unindent(indent);
    draw_side_bar(top, look_.px(5), kProblem);
  }
  gap(look_.px(24));
}

void NodePresenter::operator()(view::Choices const& choices) {
  float const indent = choices.problem.empty() ? 0 : look_.px(17);
  ImVec2 const top = ImGui::GetCursorScreenPos();
  if (indent > 0) ImGui::Indent(indent);
  draw_question(choices.question, choices.hint, choices.problem, choices.is_heading);
  gap(look_.px(4));
  Names* const kept = answers_.chosen.find(choices.name);
  Names& chosen = kept == nullptr ? answers_.chosen.put(choices.name, {}) : *kept;
  for (view::Choice const& choice : choices.choices) {
    if (kept == nullptr && choice.chosen) chosen.put(choice.value);
  }
  bool const is_one = choices.arity == view::Choices::Arity::one;
  for (view::Choice const& choice : choices.choices) {
    bool const is_chosen = chosen.has(choice.value);
    MarkedChoice const shown{choice.value, choice.label,
                             choice.hint,  is_one ? Mark::radio : Mark::tick,
                             is_chosen,    choices.question};
    if (marked_choice(shown, look_)) {
      if (is_one) chosen.clear();
      if (is_chosen && !is_one) {
        chosen.take_out(choice.value);
      } else {
        chosen.put(choice.value);
      }
    }
    gap(look_.px(8));
  }
  if (indent > 0) {
    ImGui::Unindent(indent);
    draw_side_bar(top, look_.px(5), kProblem);
  }
  gap(look_.px(20));
}

void NodePresenter::operator()(view::Action const& action) {
  ButtonWeight const weight = action.weight == view::Action::Weight::main     ? ButtonWeight::main
                              : action.weight == view::Action::Weight::second ? ButtonWeight::second
                                                                              : ButtonWeight::quiet;
  if (button(action.go, action.label, weight, look_)) send(action.go);
  gap(look_.px(14));
}

void NodePresenter::operator()(view::Onward const& onward) {
  if (onward.weight == view::Onward::Weight::start) {
    if (button(onward.path, onward.label, ButtonWeight::main, look_)) follow(onward.path);
    gap(look_.px(20));
    return;
  }
  flow({view::Span{view::Span::Kind::link, onward.label, onward.path}}, look_.ink(kBody));
  gap(look_.px(12));
}

void NodePresenter::operator()(view::Form const& form) {
  view::Form const* const outer = form_;
  form_ = &form;
  draw(form.body);
  form_ = outer;
}

void NodePresenter::flow(view::Text const& text, Ink const& ink) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  WordBlock const block = lay_out(text, hand(look_, ink), width_left());
  std::string all;
  for (view::Span const& span : text) {
    all += span.text;
  }
  take({width_left(), block.size.y});
  name_words(ItemKind::text, all, at.x, at.y, at.x + block.size.x, at.y + block.size.y);
  std::size_t index = 0;
  for (Fragment const& fragment : block.fragments) {
    view::Span const& span = text[fragment.span];
    ImVec2 const place = at + fragment.offset;
    Ink drawn = ink;
    if (span.kind == view::Span::Kind::strong) drawn.font = look_.fonts.semibold;
    ImGui::PushID(static_cast<int>(index++));
    if (span.kind == view::Span::Kind::link) {
      // One link is one control, on however many lines: the others are there for the pointer.
      bool const goes_on = index > 1 && block.fragments[index - 2].span == fragment.span;
      ImGui::PushItemFlag(ImGuiItemFlags_NoNav, goes_on);
      std::string_view const name = goes_on ? std::string_view() : std::string_view(span.text);
      if (link_at(place, span.target, fragment.text, drawn, name)) follow(span.target);
      ImGui::PopItemFlag();
    } else {
      draw_line(place, fragment.text, drawn);
    }
    ImGui::PopID();
  }
}

bool NodePresenter::link_at(ImVec2 at, std::string_view id, std::string_view words, Ink const& ink,
                            std::optional<std::string_view> name) {
  Ink drawn = ink;
  drawn.colour = look_.brand.main;
  float const width = width_of(words, drawn);
  Area const area{at, at + ImVec2(width, ink.size * 1.15F)};
  Touch const touched = touch(area, {id, name.value_or(words), ItemKind::link});
  if (touched.focused) {
    ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, kFocus);
    drawn.colour = kInk;
  } else if (touched.hovered) {
    drawn.colour = look_.brand.hover;
  }
  draw_line(at, words, drawn);
  float const thickness = look_.px(touched.hovered || touched.focused ? 2.5F : 1);
  ImGui::GetWindowDrawList()->AddLine({at.x, area.to.y}, area.to, drawn.colour, thickness);
  return touched.pressed;
}

void NodePresenter::follow(std::string_view target) {
  press_ = {.kind = Press::Kind::follow, .target = std::string(target), .form = {}};
}

void NodePresenter::send(std::string_view go) {
  if (form_ == nullptr) return;
  press_ = {.kind = Press::Kind::send, .target = form_->path, .form = fields_of(*form_, answers_)};
  press_.form.emplace_back("go", std::string(go));
}

void NodePresenter::draw_help(view::ContactCard const& help) {
  gap(look_.px(24));
  ImGui::PushID("help");
  (*this)(help);
  ImGui::PopID();
}

Press present_masthead(view::Screen const& screen, MastheadPlace const& place, Look const& look) {
  ImVec2 const at(place.left, place.top);
  ImDrawList& sheet = *ImGui::GetWindowDrawList();
  sheet.AddRectFilled(at, at + ImVec2(place.width, place.height), look.brand.main, look.px(10),
                      ImDrawFlags_RoundCornersTop);
  float const pad = look.px(24);
  Ink const name = look.strong(18, kWhite);
  draw_line({at.x + pad, at.y + (place.height - name.size) / 2}, screen.brand_name, name);
  name_words(ItemKind::heading, screen.brand_name, at.x, at.y, at.x + place.width / 2,
             at.y + place.height);
  Press press;
  Ink const ink = look.ink(15, kWhite);
  float right = at.x + place.width - pad;
  float const name_right = at.x + pad * 2 + width_of(screen.brand_name, name);
  for (auto sign = screen.navigation.rbegin(); sign != screen.navigation.rend(); ++sign) {
    float const width = width_of(sign->label, ink);
    if (right - width < name_right) break;
    ImVec2 const from(right - width, at.y + (place.height - ink.size) / 2);
    Area const area{from - ImVec2(0, look.px(6)), from + ImVec2(width, ink.size + look.px(6))};
    Touch const touched = touch(area, {sign->path, sign->label, ItemKind::link});
    if (touched.focused) draw_focus(area, look.px(2), look);
    draw_line(from, sign->label, ink);
    if (touched.hovered) {
      float const under = from.y + ink.size * 1.15F;
      sheet.AddLine({from.x, under}, {right, under}, kWhite, look.px(1.5F));
    }
    if (touched.pressed) {
      press = {.kind = Press::Kind::follow, .target = sign->path, .form = {}};
    }
    right -= width + look.px(22);
  }
  return press;
}

Press present(view::Screen const& screen, Answers& answers, Look const& look) {
  ImGui::PushID(screen.path.c_str());
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  NodePresenter presenter(answers, look);
  presenter.draw_problems(screen.problems);
  presenter.draw(screen.body);
  if (screen.help) presenter.draw_help(*screen.help);
  ImGui::PopStyleVar();
  ImGui::PopID();
  return presenter.take_press();
}

}  // namespace putright::canvas
