// Draws each kind of node of the view tree. There is no overload for "anything else": a new kind of
// node does not compile until it is drawn here.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "portal/imgui/present.hpp"
#include "portal/imgui/words.hpp"

namespace putright::canvas {

/// Draws nodes one below the other at the layout cursor and remembers the one press of the frame.
class NodePresenter {
 public:
  NodePresenter(Answers& answers, Look const& look) : answers_(answers), look_(look) {}

  void draw_problems(std::vector<view::ScreenProblem> const& problems);
  void draw(std::vector<view::Node> const& nodes);
  /// How to get help, at the foot of a screen.
  void draw_help(view::ContactCard const& help);
  Press take_press() { return std::move(press_); }

  void operator()(view::Heading const& heading);
  void operator()(view::Paragraph const& paragraph);
  void operator()(view::Quotation const& quotation);
  void operator()(view::BulletList const& list);
  void operator()(view::Inset const& inset);
  void operator()(view::Warning const& warning);
  void operator()(view::Notice const& notice);
  void operator()(view::TextField const& field);
  void operator()(view::Choices const& choices);
  void operator()(view::FileField const& field);
  void operator()(view::Action const& action);
  void operator()(view::Onward const& onward);
  void operator()(view::SummaryList const& list);
  void operator()(view::Details const& details);
  void operator()(view::Timeline const& timeline);
  void operator()(view::DayCount const& count);
  void operator()(view::Table const& table);
  void operator()(view::BarChart const& chart);
  void operator()(view::ContactCard const& card);
  void operator()(view::Confirmation const& confirmation);
  void operator()(view::Code const& code);
  void operator()(view::ScanCode const& code);
  void operator()(view::Download const& download);
  void operator()(view::Status const& status);
  void operator()(view::Signposts const& signposts);
  void operator()(view::Form const& form);

 private:
  /// Words with links, wrapped to the column.
  void flow(view::Text const& text, Ink const& ink);
  /// One underlined press-able line at a place; returns whether it was pressed.
  /// `name`: what it is called where its words are only a part of it; an empty one leaves it
  /// unnamed.
  bool link_at(ImVec2 at, std::string_view id, std::string_view words, Ink const& ink,
               std::optional<std::string_view> name = std::nullopt);
  void follow(std::string_view target);
  void send(std::string_view go);
  /// A question's words above its answers: label, hint, problem.
  void draw_question(std::string_view question, std::string_view hint, std::string_view problem,
                     bool is_heading);
  void draw_step(view::TimelineStep const& step, bool is_last);
  void draw_day(view::DayCountRow const& row, float const (&columns)[3]);
  void draw_way(view::ContactWay const& way);

  Answers& answers_;
  Look const& look_;
  Press press_;
  view::Form const* form_ = nullptr;
};

}  // namespace putright::canvas
