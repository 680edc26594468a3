#include "portal/workbench/scenario_json.hpp"

#include <algorithm>

#include "shared/wire/json_writer.hpp"
#include "shared/wire/record_json.hpp"

namespace putright::workbench {
namespace {

Date last_day(ComplaintRecord const& record) {
  Date last = record.events.empty() ? Date{} : record.events.front().when.on;
  for (Event const& event : record.events)
    last = std::max(last, event.when.on);
  return last;
}

std::vector<Date> dates_in(json::Value const& object, std::string_view name) {
  std::vector<Date> dates;
  json::Value const* const list = object.find(name);
  if (list == nullptr) return dates;
  for (json::Value const& item : list->items) {
    auto const date = parse_date(item.string);
    if (date && dates.size() < kMaxInventedHolidays) dates.push_back(*date);
  }
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

Scenario scenario_of(ComplaintRecord record, json::Value const& root) {
  static json::Value const nothing;
  json::Value const* const found = root.find("workbench");
  json::Value const& more = found == nullptr ? nothing : *found;
  Scenario scenario;
  scenario.today = parse_date(more.string_at("today")).value_or(last_day(record));
  scenario.speaker = value_in(kSpeakers, more.string_at("speaker")).value_or(Speaker::customer);
  scenario.receipt = value_in(kReceiptRules, more.string_at("receipt"));
  scenario.invented_holidays = dates_in(more, "invented_holidays");
  scenario.brand = std::move(record.brand);
  scenario.kind = record.kind;
  scenario.matter = std::move(record.matter);
  scenario.relationship = std::move(record.relationship);
  scenario.edition = std::move(record.edition);
  scenario.events = std::move(record.events);
  scenario.promised = std::move(record.promised);
  return scenario;
}

Outcome<Scenario, std::vector<Problem>> scenario_in(json::Value const& root) {
  auto record = read_record(root);
  if (!record.ok()) return record.error();
  return scenario_of(std::move(record).value(), root);
}

}  // namespace

std::string scenario_json(Scenario const& scenario) {
  json::Writer more;
  more.begin_object().member("today", format_date(scenario.today));
  more.member("speaker", name_in(kSpeakers, scenario.speaker));
  if (scenario.receipt) more.member("receipt", name_in(kReceiptRules, *scenario.receipt));
  more.member("invented_holidays").begin_array();
  for (Date const day : scenario.invented_holidays)
    more.string(format_date(day));
  more.end_array().end_object();
  std::string text = record_json(whole_record(scenario));
  text.pop_back();
  return text + ",\"workbench\":" + more.take() + "}\n";
}

Outcome<Scenario, std::vector<Problem>> read_scenario(std::string_view text) {
  auto const root = json::parse(text, json::kDocumentLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), text)};
  return scenario_in(root.value());
}

Outcome<std::vector<Example>, std::vector<Problem>> read_examples(std::string_view text) {
  auto const root = json::parse(text, json::kDocumentLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), text)};
  std::vector<Example> examples;
  json::Value const* const list = root.value().find("examples");
  if (list == nullptr) return examples;
  for (json::Value const& row : list->items) {
    json::Value const* const record = row.find("record");
    auto scenario = scenario_in(record == nullptr ? json::Value{} : *record);
    if (!scenario.ok()) return scenario.error();
    examples.push_back({std::string(row.string_at("name")), std::string(row.string_at("about")),
                        std::move(scenario).value()});
  }
  return examples;
}

}  // namespace putright::workbench
