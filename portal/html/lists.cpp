// The nodes that set several things out: summaries, timelines, day counts, contacts, signposts.
#include <algorithm>

#include "portal/html/presenter.hpp"
#include "shared/text/words.hpp"

namespace putright::html {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
// Named, because clang 14 crashes on a choice between two literals.
constexpr Name kBelowTitle = "h2";
constexpr Name kBelowHeading = "h3";
constexpr Name kRowHeader = "th";
constexpr Name kCell = "td";

std::string without_spaces(std::string_view number) {
  std::string digits;
  while (!number.empty()) {
    bool const is_wide_space = number.starts_with(kNoBreakSpace);
    if (!is_wide_space && number.front() != ' ') digits += number.front();
    number.remove_prefix(is_wide_space ? kNoBreakSpace.size() : 1);
  }
  return digits;
}

std::string href_of(view::ContactWay const& way) {
  using Kind = view::ContactWay::Kind;
  switch (way.kind) {
    case Kind::phone:
      return "tel:" + without_spaces(way.value);
    case Kind::email:
      return "mailto:" + way.value;
    case Kind::web:
      return leads_somewhere(way.value) ? way.value : "";
    case Kind::post:
      return "";
  }
  return "";
}

// A web address as people say it: without what every address has, and the place alone when it is
// long.
std::string said_address(std::string_view address) {
  constexpr std::size_t kLongest = 40;
  for (std::string_view const start : {"https://", "http://", "www."}) {
    if (address.starts_with(start)) address.remove_prefix(start.size());
  }
  if (address.ends_with('/')) address.remove_suffix(1);
  return std::string{address.size() > kLongest ? address.substr(0, address.find('/')) : address};
}

// A phone number must not break across lines.
std::string shown(view::ContactWay const& way) {
  if (way.kind == view::ContactWay::Kind::web) return said_address(way.value);
  if (way.kind != view::ContactWay::Kind::phone) return way.value;
  std::string text;
  for (char const c : way.value)
    text += c == ' ' ? std::string{kNoBreakSpace} : std::string{c};
  return text;
}

std::string_view state_class(view::TimelineStep::State state) {
  using State = view::TimelineStep::State;
  switch (state) {
    case State::done:
      return "putright-timeline__step putright-timeline__step--done";
    case State::late:
      return "putright-timeline__step putright-timeline__step--late";
    case State::coming:
      return "putright-timeline__step putright-timeline__step--coming";
    case State::waiting:
      return "putright-timeline__step putright-timeline__step--waiting";
  }
  return "";
}

std::string_view row_class(view::DayCountRow::Kind kind) {
  using Kind = view::DayCountRow::Kind;
  switch (kind) {
    case Kind::start:
      return "govuk-table__row putright-days__row--start";
    case Kind::counted:
      return "govuk-table__row putright-days__row--counted";
    case Kind::weekend:
      return "govuk-table__row putright-days__row--weekend";
    case Kind::bank_holiday:
      return "govuk-table__row putright-days__row--bank-holiday";
    case Kind::due:
      return "govuk-table__row putright-days__row--due";
  }
  return "";
}

}  // namespace

void Presenter::operator()(view::Onward const& node) {
  if (node.weight == view::Onward::Weight::plain) {
    out_.open("p", {{"class", "govuk-body"}})
        .element("a", {{"class", "govuk-link"}, {"href", node.path, Attribute::Kind::target}},
                 node.label)
        .close("p");
    return;
  }
  out_.element("a",
               {{"href", node.path, Attribute::Kind::target},
                {"role", "button"},
                {"draggable", "false"},
                {"class", "govuk-button govuk-button--start"},
                {"data-module", "govuk-button"}},
               node.label);
}

void Presenter::operator()(view::SummaryList const& node) {
  out_.open("dl", {{"class", "govuk-summary-list"}});
  for (auto const& row : node.rows) {
    out_.open("div", {{"class", "govuk-summary-list__row"}})
        .element("dt", {{"class", "govuk-summary-list__key"}}, row.label)
        .open("dd", {{"class", "govuk-summary-list__value"}, {"dir", "auto"}});
    text_with_breaks(row.value);
    out_.close("dd");
    if (!row.change_go.empty()) {
      out_.open("dd", {{"class", "govuk-summary-list__actions"}})
          .open("button", {{"type", "submit"},
                           {"name", "go"},
                           {"value", row.change_go},
                           {"class", "putright-button-link"}})
          .text(row.change.empty() ? words::kChange : std::string_view{row.change})
          .element("span", {{"class", "govuk-visually-hidden"}}, " " + row.label)
          .close("button")
          .close("dd");
    }
    out_.close("div");
  }
  out_.close("dl");
}

void Presenter::operator()(view::Timeline const& node) {
  out_.open("ol", {{"class", "putright-timeline"}});
  for (auto const& step : node.steps) {
    out_.open("li", {{"class", std::string{state_class(step.state)}}})
        .element("h3", {{"class", "putright-timeline__title"}}, step.title)
        .element("p", {{"class", "putright-timeline__when"}}, step.when);
    present(step.body);
    out_.close("li");
  }
  out_.close("ol");
}

void Presenter::operator()(view::DayCount const& node) {
  out_.open("table", {{"class", "govuk-table putright-days"}})
      .element("caption", {{"class", "govuk-table__caption govuk-visually-hidden"}}, node.caption)
      .open("thead", {{"class", "govuk-table__head"}})
      .open("tr", {{"class", "govuk-table__row"}});
  for (auto const* heading : {&node.day_heading, &node.date_heading, &node.note_heading}) {
    out_.element("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, *heading);
  }
  out_.close("tr").close("thead").open("tbody", {{"class", "govuk-table__body"}});
  for (auto const& row : node.rows) {
    out_.open("tr", {{"class", std::string{row_class(row.kind)}}})
        .element("td", {{"class", "govuk-table__cell"}}, row.day)
        .element("td", {{"class", "govuk-table__cell"}}, row.date)
        .element("td", {{"class", "govuk-table__cell"}}, row.note)
        .close("tr");
  }
  out_.close("tbody").close("table");
}

void Presenter::table_row(view::Table const& table, std::vector<view::Text> const& cells) {
  out_.open("tr", {{"class", "govuk-table__row"}});
  for (std::size_t column = 0; column < cells.size(); ++column) {
    bool const numbers = table.columns[column].holds == view::Table::Column::Holds::numbers;
    if (column == 0) {
      out_.open("th", {{"scope", "row"}, {"class", "govuk-table__header"}});
    } else {
      out_.open("td", {{"class", numbers ? "govuk-table__cell govuk-table__cell--numeric"
                                         : "govuk-table__cell"}});
    }
    spans(cells[column]);
    out_.close(column == 0 ? kRowHeader : kCell);
  }
  out_.close("tr");
}

void Presenter::operator()(view::Table const& node) {
  out_.open("table", {{"class", "govuk-table"}})
      .element("caption", {{"class", "govuk-table__caption govuk-table__caption--m"}}, node.caption)
      .open("thead", {{"class", "govuk-table__head"}})
      .open("tr", {{"class", "govuk-table__row"}});
  for (auto const& column : node.columns) {
    bool const numbers = column.holds == view::Table::Column::Holds::numbers;
    out_.element("th",
                 {{"scope", "col"},
                  {"class", numbers ? "govuk-table__header govuk-table__header--numeric"
                                    : "govuk-table__header"}},
                 column.heading);
  }
  out_.close("tr").close("thead").open("tbody", {{"class", "govuk-table__body"}});
  for (auto const& cells : node.rows)
    table_row(node, cells);
  out_.close("tbody").close("table");
}

// Words beside the bars, not in them: they wrap, and are as large on a phone as everywhere. A bar
// is stretched to whatever width there is, by attributes: the page's own rules allow no style
// inside it. A parser of HTML writes `viewbox` as SVG has it.
void Presenter::operator()(view::BarChart const& node) {
  constexpr int kWidth = 600;
  constexpr char kBarSpace[] = "0 0 600 1";
  out_.open("div", {{"class", "putright-chart"}, {"role", "img"}, {"aria-label", node.caption}});
  for (auto const& bar : node.bars) {
    out_.element("p", {{"class", "govuk-body-s putright-chart__words"}},
                 bar.label + ": " + bar.words)
        .open("svg", {{"class", "putright-chart__bar"},
                      {"viewbox", kBarSpace},
                      {"preserveaspectratio", "none"}})
        .element(
            "rect",
            {{"width", std::to_string(bar.value * kWidth / std::max(node.of, 1))}, {"height", "1"}},
            "")
        .close("svg");
  }
  out_.close("div");
}

void Presenter::contact_ways(std::vector<view::ContactWay> const& ways) {
  out_.open("dl", {{"class", "putright-contact__ways"}});
  for (auto const& way : ways) {
    out_.open("div", {{"class", "putright-contact__way"}})
        .element("dt", {{"class", "putright-contact__label"}}, way.label)
        .open("dd", {{"class", "putright-contact__value"}});
    std::string const href = href_of(way);
    if (href.empty()) {
      out_.text(shown(way));
    } else {
      out_.element("a", {{"class", "govuk-link"}, {"href", href}}, shown(way));
    }
    out_.close("dd").close("div");
  }
  out_.close("dl");
}

void Presenter::operator()(view::ContactCard const& node) {
  out_.open("div", {{"class", "putright-contact"}})
      .element(level_ < 2 ? kBelowTitle : kBelowHeading,
               {{"class", "govuk-heading-s putright-contact__name"}}, node.name);
  if (!node.about.empty()) out_.element("p", {{"class", "govuk-body"}}, node.about);
  contact_ways(node.ways);
  out_.close("div");
}

void Presenter::operator()(view::Signposts const& node) {
  out_.open("ul", {{"class", "putright-signposts"}});
  for (auto const& sign : node.signs) {
    out_.open("li", {{"class", "putright-signpost"}})
        .element("a",
                 {{"class", "govuk-link putright-signpost__link"},
                  {"href", sign.path, Attribute::Kind::target}},
                 sign.label);
    if (!sign.about.empty()) out_.element("p", {{"class", "putright-signpost__about"}}, sign.about);
    out_.close("li");
  }
  out_.close("ul");
}

}  // namespace putright::html
