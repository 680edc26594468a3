// Tables and charts: on colleagues' pages alone. Of their own, so that no customer downloads them
// (web/left_out.cpp).
#include <algorithm>

#include "portal/html/presenter.hpp"

namespace putright::html {
namespace {

// Named, because clang 14 crashes on a choice between two literals.
constexpr Name kRowHeader = "th";
constexpr Name kCell = "td";

}  // namespace

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

}  // namespace putright::html
