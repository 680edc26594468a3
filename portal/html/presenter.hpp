// Presents the view tree as accessible HTML with the markup of the GOV.UK Design System's
// components (govuk-frontend 6.6.0). One overload for each kind of node: a new kind does not
// compile until it has one.
#pragma once
#include "portal/html/element.hpp"
#include "portal/view/tree.hpp"

namespace putright::html {

class Presenter {
 public:
  explicit Presenter(Out& out) : out_(out) {}

  void present(std::vector<view::Node> const& nodes);

  // words.cpp
  void operator()(view::Heading const& node);
  void operator()(view::Paragraph const& node);
  void operator()(view::Quotation const& node);
  void operator()(view::BulletList const& node);
  void operator()(view::Inset const& node);
  void operator()(view::Warning const& node);
  void operator()(view::Notice const& node);
  void operator()(view::Details const& node);
  void operator()(view::Code const& node);
  void operator()(view::ScanCode const& node);
  void operator()(view::Download const& node);
  void operator()(view::Status const& node);
  void operator()(view::Confirmation const& node);
  // fields.cpp
  void operator()(view::TextField const& node);
  void operator()(view::Choices const& node);
  void operator()(view::FileField const& node);
  void operator()(view::Action const& node);
  void operator()(view::Form const& node);
  // lists.cpp
  void operator()(view::Onward const& node);
  void operator()(view::SummaryList const& node);
  void operator()(view::Timeline const& node);
  void operator()(view::DayCount const& node);
  void operator()(view::Table const& node);
  void operator()(view::ContactCard const& node);
  void operator()(view::Signposts const& node);

  void contact_ways(std::vector<view::ContactWay> const& ways);

 private:
  void spans(view::Text const& text);
  void table_row(view::Table const& table, std::vector<view::Text> const& cells);
  void paragraph(view::Text const& text, std::string_view css_class);
  void text_with_breaks(std::string_view text);
  void hint_and_problem(std::string const& name, std::string const& hint,
                        std::string const& problem);
  void choice(view::Choices const& question, std::size_t index);

  Out& out_;
  int notices_ = 0;
  // Of the last heading: what has a heading of its own stands below it.
  int level_ = 1;
};

/// The list of problems at the top of a screen, each a link to its field.
void present_error_summary(Out& out, std::vector<view::ScreenProblem> const& problems);

}  // namespace putright::html
