#include "shared/report/report_json.hpp"

#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

// A reader of spreadsheets must not take a figure that is hidden for a number.
void write_figure(json::Writer& writer, std::string_view name, Figure const& figure) {
  if (figure.shown == Figure::Shown::number) {
    writer.member(name, figure.count);
  } else {
    writer.member(name, figure_in_words(figure));
  }
}

void write_table(json::Writer& writer, FigureTable const& table) {
  writer.begin_object().member("by", table.id).member("rows").begin_array();
  for (auto const& row : table.rows) {
    writer.begin_object().member("id", row.id).member("label", row.label);
    write_figure(writer, "complaints", row.figure);
    writer.end_object();
  }
  writer.end_array();
  write_figure(writer, "total", table.total);
}

void write_tables(json::Writer& writer, std::vector<FigureTable> const& tables) {
  writer.begin_array();
  for (auto const& table : tables) {
    write_table(writer, table);
    writer.end_object();
  }
  writer.end_array();
}

void write_on_time(json::Writer& writer, std::vector<FigureTable> const& stages) {
  writer.begin_array();
  for (auto const& stage : stages) {
    write_table(writer, stage);
    writer.member("in_time_percent");
    if (auto const percent = on_time_percent(stage)) {
      writer.integer(*percent);
    } else {
      writer.null();
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_late(json::Writer& writer, std::vector<LateRow> const& late) {
  writer.member("late").begin_array();
  for (auto const& row : late) {
    writer.begin_object().member("reference", row.reference).member("brand", row.brand);
    writer.member("deadline", row.deadline).member("promised_on", row.promised_on);
    writer.member("met_on", row.met_on);
    writer.member("reason", text_in_body(row.extension, "reason")).end_object();
  }
  writer.end_array();
}

void write_outstanding(json::Writer& writer, std::vector<OutstandingRow> const& outstanding) {
  writer.member("outstanding").begin_array();
  for (auto const& row : outstanding) {
    writer.begin_object().member("reference", row.reference).member("brand", row.brand);
    writer.member("actions", row.actions).end_object();
  }
  writer.end_array();
}

void write_learning(json::Writer& writer, std::vector<LearningRow> const& learning,
                    ListsFor lists_for) {
  writer.member("learning").begin_array();
  for (auto const& row : learning) {
    writer.begin_object().member("brand", row.brand);
    if (lists_for == ListsFor::handling) writer.member("reference", row.reference);
    writer.member("at", row.at).member("words", text_in_body(row.body, "learning")).end_object();
  }
  writer.end_array();
}

std::string quoted(std::string_view text) {
  std::string field = "\"";
  for (char const letter : text) {
    if (letter == '"') field += '"';
    field += letter;
  }
  return field + '"';
}

void add_line(std::string& csv, std::string_view table, FigureRow const& row) {
  csv += quoted(table) + "," + quoted(row.id) + "," + quoted(row.label) + "," +
         quoted(figure_in_words(row.figure)) + "\r\n";
}

void add_table(std::string& csv, std::string const& name, FigureTable const& table) {
  for (auto const& row : table.rows)
    add_line(csv, name, row);
  add_line(csv, name, {"total", "", table.total});
}

}  // namespace

std::string text_in_body(std::string const& body, std::string_view member) {
  if (body.empty()) return {};
  auto const value = json::parse(body, json::kDocumentLimits);
  return value.ok() ? std::string{value.value().string_at(member)} : std::string{};
}

std::string report_json(Report const& report, ReportRows const& rows, ListsFor lists_for) {
  json::Writer writer;
  writer.begin_object().member("from", report.query.from).member("to", report.query.to);
  writer.member("brand", report.query.brand).member("made_on", report.query.today);
  writer.member("smallest_shown", kSmallestShown).member("volumes");
  write_tables(writer, report.volumes);
  write_on_time(writer.member("on_time"), report.on_time);
  write_table(writer.member("findings"), report.findings);
  writer.end_object();
  write_figure(writer, "with_actions", report.with_actions);
  if (lists_for == ListsFor::handling) {
    write_late(writer, rows.late);
    write_outstanding(writer, rows.outstanding);
  }
  write_learning(writer, rows.learning, lists_for);
  return writer.end_object().take();
}

std::string report_csv(Report const& report) {
  std::string csv = "table,id,label,complaints\r\n";
  for (auto const& table : report.volumes)
    add_table(csv, "received by " + table.id, table);
  for (auto const& stage : report.on_time)
    add_table(csv, stage.id, stage);
  add_table(csv, "finding", report.findings);
  add_line(csv, "actions", {"outstanding", "", report.with_actions});
  return csv;
}

}  // namespace putright
