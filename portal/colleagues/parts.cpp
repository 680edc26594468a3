#include "portal/colleagues/parts.hpp"

#include "portal/colleagues/words.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

std::string finding_in_words(std::string const& text) {
  auto const finding = value_in(kFindings, text);
  return finding ? std::string{words::kFindings[static_cast<std::size_t>(*finding)]} : text;
}

std::string date_in_words(std::string const& text) {
  auto const date = parse_date(text);
  return date ? say_date(*date) : text;
}

}  // namespace

std::string words_at(std::vector<Problem> const& problems, std::string_view pointer) {
  for (auto const& problem : problems)
    if (problem.pointer == pointer) return problem.words;
  return {};
}

std::vector<view::ScreenProblem> summary_of(std::vector<Problem> const& problems) {
  std::vector<view::ScreenProblem> summary;
  summary.reserve(problems.size());
  for (auto const& problem : problems)
    summary.push_back({problem.pointer.empty() ? "" : problem.pointer.substr(1), problem.words});
  return summary;
}

std::string label_in(std::vector<LabelledId> const& rows, std::string const& id) {
  for (auto const& row : rows)
    if (row.id == id) return row.label;
  return id;
}

std::string complaint_path(std::string const& reference) {
  return "/staff/complaints/" + reference;
}

view::TextField line_field(std::string name, std::string_view label, std::string_view hint,
                           std::string value, std::string problem) {
  view::TextField field;
  field.name = std::move(name);
  field.label = label;
  field.hint = hint;
  field.value = std::move(value);
  field.problem = std::move(problem);
  return field;
}

view::SummaryRow row(std::string_view label, std::string value) {
  return {std::string{label}, std::move(value), "", ""};
}

view::SummaryList facts(PolicyBook const& book, ComplaintRecord const& record,
                        Assessment const& assessment) {
  Brand const* const brand = book.brand(record.brand);
  OmbudsmanScheme const* const scheme = assessment.ombudsman.scheme;
  view::SummaryList list;
  list.rows.push_back(
      row(words::kRowStatus,
          std::string{words::kStatuses[static_cast<std::size_t>(assessment.status)]}));
  list.rows.push_back(row(words::kRowStage, std::to_string(assessment.stage)));
  list.rows.push_back(row(words::kRowBrand, brand == nullptr ? record.brand : brand->name));
  if (!record.matter.empty())
    list.rows.push_back(row(words::kRowMatter, label_in(book.matters, record.matter)));
  if (!record.relationship.empty())
    list.rows.push_back(
        row(words::kRowRelationship, label_in(book.relationships, record.relationship)));
  list.rows.push_back(row(words::kRowReceived, say_date(record.events.front().when.on)));
  list.rows.push_back(row(words::kRowEdition, assessment.edition->title));
  list.rows.push_back(
      row(words::kRowOmbudsman, scheme == nullptr ? std::string{words::kNoScheme} : scheme->name));
  return list;
}

std::string who_did(EventLine const& line) {
  if (line.event.by.empty()) return std::string{words::kByCustomer};
  return line.event.by;
}

std::string given_in_words(EventLine const& line) {
  std::string text;
  for (auto const& [field, value] : line.given) {
    if (!text.empty()) text += "\n";
    text += words::kFieldLabels[static_cast<std::size_t>(field)];
    bool const is_date = field == EventField::visit_on || field == EventField::new_date;
    text += ": " + (field == EventField::finding ? finding_in_words(value)
                    : is_date                    ? date_in_words(value)
                                                 : value);
  }
  if (!line.recorded_at) return text;
  if (!text.empty()) text += "\n";
  return text + fill(words::kRecordedAt, {{"date", say_date(london_date(*line.recorded_at))}});
}

view::Choice event_choice(EventType type) {
  return {std::string{name_in(kEventTypes, type)},
          std::string{words::kHappened[static_cast<std::size_t>(type)]}, ""};
}

}  // namespace putright::colleagues
