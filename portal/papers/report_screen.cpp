#include "portal/papers/report_screen.hpp"

#include <algorithm>

#include "portal/colleagues/screens.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/case_words.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/report_words.hpp"

namespace putright {
namespace {

using screens::heading;
using screens::paragraph;
using view::Node;
using view::plain;
using Nodes = std::vector<Node>;

// Bars are drawn on a scale of this many steps: any number of complaints fits.
constexpr int kScale = 1000;

view::BarChart chart_of(FigureTable const& figures, std::string const& caption) {
  std::int64_t most = 1;
  for (auto const& row : figures.rows)
    if (row.figure.shown == Figure::Shown::number) most = std::max(most, row.figure.count);
  view::BarChart chart{caption, {}, kScale};
  for (auto const& row : figures.rows) {
    bool const shown = row.figure.shown == Figure::Shown::number;
    auto const value = shown ? row.figure.count * kScale / most : 0;
    chart.bars.push_back({row.label, figure_in_words(row.figure), static_cast<int>(value)});
  }
  return chart;
}

view::Table table_of(FigureTable const& figures, std::string const& caption) {
  using Holds = view::Table::Column::Holds;
  view::Table table{caption,
                    {{std::string{words::kReportWhat}, Holds::words},
                     {std::string{words::kReportNumber}, Holds::numbers}},
                    {}};
  for (auto const& row : figures.rows)
    table.rows.push_back({plain(row.label), plain(figure_in_words(row.figure))});
  table.rows.push_back(
      {plain(std::string{words::kReportTotal}), plain(figure_in_words(figures.total))});
  return table;
}

void add_figures(Nodes& body, FigureTable const& figures, std::string_view caption) {
  if (figures.total.count == 0) {
    body.push_back(paragraph(words::kReportNothing));
    return;
  }
  body.push_back({chart_of(figures, std::string{caption})});
  body.push_back({table_of(figures, std::string{caption})});
}

std::string_view deadline_name(std::string const& id) {
  auto const deadline = value_in(kDeadlineIds, id);
  return deadline ? std::string_view{words::kCaseDeadlines[static_cast<std::size_t>(*deadline)]}
                  : std::string_view{id};
}

void add_stage(Nodes& body, FigureTable const& stage) {
  body.push_back(heading(3, deadline_name(stage.id)));
  if (auto const percent = on_time_percent(stage))
    body.push_back(paragraph(fill(words::kReportPercent, {{"percent", std::to_string(*percent)}})));
  add_figures(body, stage, deadline_name(stage.id));
}

std::string day(std::string const& written) {
  auto const date = parse_date(written);
  return date ? say_date(*date) : written;
}

std::string late_line(LateRow const& row, std::string const& today) {
  bool const met = row.met_on < today || row.met_on == today;
  std::string const reason = text_in_body(row.extension, "reason");
  return fill(words::kReportLateLine,
              {{"reference", row.reference},
               {"deadline", deadline_name(row.deadline)},
               {"promised", day(row.promised_on)},
               {"met", met ? fill(words::kReportLateMet, {{"date", day(row.met_on)}})
                           : std::string{words::kReportLateNotMet}},
               {"reason", reason.empty() ? std::string{words::kReportLateNoReason}
                                         : fill(words::kReportLateReason, {{"reason", reason}})}});
}

void add_list(Nodes& body, std::string_view title, view::BulletList list, std::size_t most) {
  body.push_back(heading(2, title));
  if (list.items.empty()) {
    body.push_back(paragraph(words::kReportNothing));
    return;
  }
  if (list.items.size() >= most)
    body.push_back(paragraph(fill(words::kReportMost, {{"count", std::to_string(most)}})));
  body.push_back({std::move(list)});
}

void add_lists(Nodes& body, Report const& report, ReportRows const& rows, ListsFor lists_for) {
  bool const with_references = lists_for == ListsFor::handling;
  std::size_t const most = report.query.lines;
  view::BulletList late;
  view::BulletList outstanding;
  view::BulletList learning;
  for (auto const& row : rows.late)
    late.items.push_back(plain(late_line(row, report.query.today)));
  for (auto const& row : rows.outstanding)
    outstanding.items.push_back(
        plain(fill(words::kReportActionLine,
                   {{"reference", row.reference}, {"count", std::to_string(row.actions)}})));
  for (auto const& row : rows.learning)
    learning.items.push_back(
        plain((with_references ? row.reference + ": " : "") + text_in_body(row.body, "learning")));
  if (with_references) add_list(body, words::kReportLateHeading, std::move(late), most);
  if (with_references) add_list(body, words::kReportActions, std::move(outstanding), most);
  add_list(body, words::kReportLearning, std::move(learning), most);
}

std::string period_in_words(PolicyBook const& book, ReportQuery const& query) {
  Brand const* const brand = book.brand(query.brand);
  return fill(words::kReportPeriod,
              {{"from", query.from},
               {"to", query.to},
               {"brand", brand == nullptr ? std::string_view{words::kReportAllBrands}
                                          : std::string_view{brand->name}}});
}

}  // namespace

view::Screen report_screen(PolicyBook const& book, Report const& report, ReportRows const& rows,
                           ListsFor lists_for, std::string path) {
  auto screen =
      colleagues::colleagues_screen("report", std::move(path), std::string{words::kReportTitle});
  Nodes& body = screen.body;
  body.push_back(heading(1, screen.title));
  body.push_back(
      {view::Paragraph{plain(period_in_words(book, report.query)), view::Paragraph::Role::lead}});
  body.push_back(
      {view::Inset{plain(fill(words::kReportSmall, {{"most", std::to_string(kSmallestShown - 1)},
                                                    {"count", std::to_string(kSmallestShown)}}))}});
  body.push_back(heading(2, words::kReportVolumes));
  for (std::size_t at = 0; at < report.volumes.size(); ++at) {
    body.push_back(heading(3, words::kReportVolumeTables[at]));
    add_figures(body, report.volumes[at], words::kReportVolumeTables[at]);
  }
  body.push_back(heading(2, words::kReportOnTime));
  for (auto const& stage : report.on_time)
    add_stage(body, stage);
  body.push_back(heading(2, words::kReportFindingsHeading));
  add_figures(body, report.findings, words::kReportFindingsHeading);
  body.push_back(paragraph(
      fill(words::kReportActionsLine, {{"count", figure_in_words(report.with_actions)}})));
  add_lists(body, report, rows, lists_for);
  return screen;
}

}  // namespace putright
