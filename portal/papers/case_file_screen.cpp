#include "portal/papers/case_file_screen.hpp"

#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/papers/case_deadlines.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/complaint/event_forms.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/case_words.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright {
namespace {

using screens::heading;
using screens::paragraph;
using view::Node;
using view::plain;
using Nodes = std::vector<Node>;

std::string text_at(json::Value const& value, std::string_view name) {
  return std::string{value.string_at(name)};
}

std::vector<json::Value> const& items_at(json::Value const& value, std::string_view name) {
  static std::vector<json::Value> const none;
  json::Value const* const list = value.find(name);
  return list == nullptr ? none : list->items;
}

// A day in words, whether it was written as a day or as an instant.
std::string day_in_words(std::string_view text) {
  if (auto const instant = parse_instant(text)) return say_date(london_date(*instant));
  auto const day = parse_date(text);
  return day ? say_date(*day) : std::string{text};
}

// The name of a field, as people read it: `what_happened` becomes "What happened".
std::string field_in_words(std::string_view name) {
  std::string words{name};
  for (char& letter : words)
    letter = letter == '_' ? ' ' : letter;
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

template <class Table, class List>
std::string word_for(Table const& table, List const& names, std::string_view name) {
  auto const value = value_in(names, name);
  return value ? std::string{table[static_cast<std::size_t>(*value)]} : std::string{name};
}

std::string status_line(json::Value const& assessment) {
  json::Value const* const stage = assessment.find("stage");
  if (stage == nullptr) return {};
  return fill(words::kCaseStatusLine, {{"stage", std::to_string(stage->integer)},
                                       {"status", word_for(words::kStatusNames, kComplaintStatuses,
                                                           assessment.string_at("status"))}});
}

view::SummaryList about(PolicyBook const& book, json::Value const& file,
                        json::Value const& assessment) {
  Brand const* const brand = book.brand(text_at(file, "brand"));
  view::SummaryList list;
  auto const add = [&](words::Words label, std::string value) {
    if (!value.empty()) list.rows.push_back({std::string{label}, std::move(value), ""});
  };
  add(words::kCaseReference, text_at(file, "reference"));
  add(words::kCaseBrand, brand == nullptr ? text_at(file, "brand") : brand->name);
  add(words::kCaseKind, word_for(words::kCaseKinds, kFeedbackKinds, file.string_at("kind")));
  add(words::kCaseMatter, colleagues::label_in(book.matters, text_at(file, "matter")));
  add(words::kCaseReceived, day_in_words(file.string_at("received_at")));
  add(words::kCaseStatus, status_line(assessment));
  add(words::kCaseEdition, text_at(assessment, "edition"));
  add(words::kCaseMade, day_in_words(file.string_at("made_at")));
  return list;
}

Node chronology(json::Value const& file) {
  view::BulletList list;
  for (auto const& line : items_at(file, "chronology"))
    list.items.push_back(
        plain(fill(words::kCaseChronologyLine, {{"date", day_in_words(line.string_at("on"))},
                                                {"words", line.string_at("words")}})));
  return {std::move(list)};
}

// What people wrote, each under the name of its field.
void add_written(Nodes& body, std::string_view name, std::string_view text) {
  body.push_back({view::Paragraph{{view::strong(field_in_words(name))}}});
  body.push_back({view::Quotation{std::string{text}}});
}

Nodes what_was_sent(json::Value const& file) {
  Nodes body;
  json::Value const* const submission = file.find("submission");
  if (submission == nullptr || submission->members.empty()) return body;
  body.push_back(heading(2, words::kCaseSent));
  for (auto const& rule : kFieldRules) {
    std::string_view const answer = submission->string_at(rule.name);
    if (!answer.empty() && rule.field != Field::attachments) add_written(body, rule.name, answer);
  }
  return body;
}

Nodes files(json::Value const& file) {
  auto const& attachments = items_at(file, "attachments");
  if (attachments.empty()) return {};
  view::BulletList list;
  for (auto const& one : attachments)
    list.items.push_back(plain(fill(words::kCaseFileLine, {{"name", one.string_at("name")},
                                                           {"digest", one.string_at("sha256")}})));
  return {heading(2, words::kCaseFiles), {std::move(list)}};
}

// Days and findings are in the chronology already; what is left are people's own words.
bool is_words(EventField field) {
  return field != EventField::visit_on && field != EventField::new_date &&
         field != EventField::finding && field != EventField::at;
}

Nodes said_with(json::Value const& event) {
  Nodes said;
  for (auto const& field : kEventFields) {
    std::string_view const text = event.string_at(field.name);
    if (is_words(field.value) && !text.empty()) add_written(said, field.name, text);
  }
  if (said.empty()) return said;
  std::string const title =
      fill(words::kCaseChronologyLine,
           {{"date", day_in_words(event.string_at("at"))},
            {"words", word_for(words::kEventNames, kEventTypes, event.string_at("type"))}});
  said.insert(said.begin(), heading(3, title));
  return said;
}

Nodes what_was_written(json::Value const& file) {
  Nodes body;
  for (auto const& entry : items_at(file, "events")) {
    json::Value const* const event = entry.find("event");
    if (event != nullptr) screens::append(body, said_with(*event));
  }
  if (!body.empty()) body.insert(body.begin(), heading(2, words::kCaseSaid));
  return body;
}

Nodes viewings(json::Value const& file) {
  Nodes body{heading(2, words::kCaseViewings)};
  view::BulletList list;
  for (auto const& one : items_at(file, "viewings")) {
    std::string_view const who = one.string_at("who");
    list.items.push_back(
        plain(fill(words::kCaseViewingLine,
                   {{"date", day_in_words(one.string_at("at"))},
                    {"who", who.empty() ? std::string_view{words::kCaseViewingByColleague} : who},
                    {"reason", one.string_at("reason")}})));
  }
  body.push_back(list.items.empty() ? paragraph(words::kCaseNoViewings) : Node{std::move(list)});
  return body;
}

Nodes how_to_check(json::Value const& file) {
  return {heading(2, words::kCaseCheck),
          paragraph(words::kCaseCheckHow),
          {view::Code{std::string{words::kCaseHead}, text_at(file, "head")}},
          {view::Code{std::string{words::kCaseReceipt}, text_at(file, "receipt")}}};
}

void add_erasure(Nodes& body, json::Value const& file) {
  std::string_view const day = file.string_at("erased_on");
  if (day.empty()) return;
  view::Notice notice{
      fill(words::kCaseErased, {{"date", day_in_words(day)}}), view::Notice::Tone::neutral, {}};
  notice.body.push_back(paragraph(words::kCaseErasedWhy));
  body.push_back({std::move(notice)});
}

}  // namespace

view::Screen case_file_screen(PolicyBook const& book, json::Value const& case_file,
                              std::string path) {
  static json::Value const none;
  json::Value const* const found = case_file.find("assessment");
  json::Value const& assessment = found == nullptr ? none : *found;
  auto screen = colleagues::colleagues_screen(
      "case-file", std::move(path),
      fill(words::kCaseTitle, {{"reference", case_file.string_at("reference")}}));
  Nodes& body = screen.body;
  add_erasure(body, case_file);
  body.push_back(heading(1, screen.title));
  body.push_back(heading(2, words::kCaseAbout));
  body.push_back({about(book, case_file, assessment)});
  body.push_back(heading(2, words::kCaseChronology));
  body.push_back(chronology(case_file));
  screens::append(body, what_was_sent(case_file));
  screens::append(body, files(case_file));
  screens::append(body, what_was_written(case_file));
  screens::append(body, papers::case_deadlines(assessment));
  screens::append(body, viewings(case_file));
  screens::append(body, how_to_check(case_file));
  return screen;
}

}  // namespace putright
