#include "shared/complaint/event_forms.hpp"

#include <algorithm>

#include "shared/text/tidy.hpp"
#include "shared/wire/json.hpp"

namespace putright {
namespace {

using enum EventField;
using Holds = EventFieldRule::Holds;
using Needed = EventFieldRule::Needed;

constexpr std::size_t kLine = 200;
constexpr std::size_t kWords = 10000;

constexpr EventFieldRule kAt{at, Holds::moment, Needed::no};
constexpr EventFieldRule kNote{note, Holds::paragraphs, Needed::no, kWords};
constexpr EventFieldRule paragraphs(EventField field, Needed needed) {
  return {field, Holds::paragraphs, needed, kWords};
}

// Code 6.2, 6.11: acknowledged, defined and logged.
constexpr std::array kAcknowledged{paragraphs(definition, Needed::yes), kAt, kNote};
constexpr std::array kAssigned{EventFieldRule{officer, Holds::one_line, Needed::yes, kLine},
                               EventFieldRule{officer_name, Holds::one_line, Needed::yes, kLine},
                               kAt, kNote};
constexpr std::array kQuestion{paragraphs(question, Needed::yes), kAt, kNote};
constexpr std::array kAnswer{paragraphs(answer, Needed::yes), kAt, kNote};
constexpr std::array kVisit{EventFieldRule{visit_on, Holds::date, Needed::yes},
                            paragraphs(visit, Needed::yes), kAt, kNote};
constexpr std::array kExtended{EventFieldRule{new_date, Holds::date, Needed::yes},
                               paragraphs(reason, Needed::yes), kAt, kNote};
// Code 6.9: decision, reasons, remedy, outstanding actions, how to go on.
constexpr std::array kStage1Response{EventFieldRule{finding, Holds::finding, Needed::yes},
                                     paragraphs(response, Needed::yes),
                                     paragraphs(learning, Needed::no), kAt, kNote};
constexpr std::array kStage2Request{paragraphs(why_not_satisfied, Needed::no),
                                    paragraphs(what_would_put_it_right, Needed::no), kAt, kNote};
constexpr std::array kStage2Response{
    EventFieldRule{finding, Holds::finding, Needed::yes},
    paragraphs(response, Needed::yes),
    EventFieldRule{signed_off_by, Holds::one_line, Needed::yes, kLine},
    paragraphs(learning, Needed::no),
    kAt,
    kNote};
constexpr std::array kAction{paragraphs(action, Needed::yes), kAt, kNote};
constexpr std::array kClosed{paragraphs(learning, Needed::no), kAt, kNote};
constexpr std::array kWithdrawn{paragraphs(reason, Needed::no), kAt, kNote};

// Reads one form's JSON, keeping every problem met on the way.
class FormReader {
 public:
  explicit FormReader(json::Value const& root) : root_(root) {}

  Outcome<EventForm, std::vector<Problem>> read() {
    auto const type = value_in(kEventTypes, root_.string_at("type"));
    if (!type || fields_of(*type).empty()) {
      add(ProblemCode::event_unknown, "/type", root_.string_at("type"));
      return std::move(problems_);
    }
    form_.type = *type;
    check_shape();
    for (auto const& rule : fields_of(*type))
      read_field(rule);
    if (!problems_.empty()) return std::move(problems_);
    return std::move(form_);
  }

 private:
  void add(ProblemCode code, std::string pointer, std::string_view detail = {}) {
    problems_.push_back(make_problem(code, std::move(pointer), detail));
  }

  void check_shape() {
    for (auto const& member : root_.members) {
      if (member.name == "type") continue;
      auto const rules = fields_of(form_.type);
      bool const known = std::any_of(rules.begin(), rules.end(), [&](EventFieldRule const& rule) {
        return name_in(kEventFields, rule.field) == member.name;
      });
      if (!known) {
        add(ProblemCode::field_unknown, "/" + member.name, member.name);
      } else if (member.value.kind != json::Kind::string) {
        add(ProblemCode::field_wrong_type, "/" + member.name, member.name);
      }
    }
  }

  void read_field(EventFieldRule const& rule) {
    std::string_view const name = name_in(kEventFields, rule.field);
    std::string text = tidy_text(root_.string_at(name),
                                 rule.holds == Holds::paragraphs ? Lines::many : Lines::one);
    std::string const pointer = "/" + std::string{name};
    if (text.empty()) {
      if (rule.needed == Needed::yes) add(missing(rule), pointer);
      return;
    }
    check_text(rule, text, pointer);
    if (rule.field != at) form_.given.emplace_back(rule.field, std::move(text));
  }

  static ProblemCode missing(EventFieldRule const& rule) {
    if (rule.field == reason) return ProblemCode::extension_without_reason;
    if (rule.field == new_date) return ProblemCode::extension_without_new_date;
    if (rule.holds == Holds::date) return ProblemCode::event_time_missing;
    return rule.holds == Holds::finding ? ProblemCode::finding_missing
                                        : ProblemCode::event_words_missing;
  }

  void check_text(EventFieldRule const& rule, std::string const& text, std::string const& pointer) {
    if (rule.max_characters > 0 && count_characters(text) > rule.max_characters)
      problems_.push_back(too_long(pointer, rule.max_characters));
    if (rule.holds == Holds::date && !parse_date(text))
      add(ProblemCode::event_time_malformed, pointer, text);
    if (rule.holds == Holds::finding && !value_in(kFindings, text))
      add(ProblemCode::finding_unknown, pointer);
    if (rule.holds == Holds::moment) read_moment(text, pointer);
  }

  void read_moment(std::string const& text, std::string const& pointer) {
    if (auto const instant = parse_instant(text)) {
      form_.when = event_time(*instant);
    } else if (auto const date = parse_date(text)) {
      form_.when = EventTime{*date, std::nullopt};
    } else {
      add(ProblemCode::event_time_malformed, pointer, text);
    }
  }

  json::Value const& root_;
  EventForm form_{EventType::submitted, {}, {}};
  std::vector<Problem> problems_;
};

void take(Event& event, EventField field, std::string const& text) {
  if (field == officer) event.officer = text;
  if (field == officer_name) event.officer_name = text;
  if (field == reason) event.reason = text;
  if (field == new_date) event.new_date = parse_date(text);
  if (field == visit_on) event.visit_on = parse_date(text);
  if (field == finding) event.finding = value_in(kFindings, text);
  if (name_in(kEventFields, field) == words_member(event.type)) event.words = text;
}

}  // namespace

std::span<EventFieldRule const> fields_of(EventType type) {
  switch (type) {
    case EventType::submitted:
      return {};
    case EventType::acknowledged:
    case EventType::stage_2_acknowledged:
      return kAcknowledged;
    case EventType::officer_assigned:
      return kAssigned;
    case EventType::question_asked:
      return kQuestion;
    case EventType::question_answered:
      return kAnswer;
    case EventType::visit_arranged:
      return kVisit;
    case EventType::extended:
      return kExtended;
    case EventType::stage_1_responded:
      return kStage1Response;
    case EventType::stage_2_requested:
      return kStage2Request;
    case EventType::stage_2_responded:
      return kStage2Response;
    case EventType::action_recorded:
    case EventType::action_done:
      return kAction;
    case EventType::closed:
      return kClosed;
    case EventType::withdrawn:
      return kWithdrawn;
  }
  return {};
}

Outcome<EventForm, std::vector<Problem>> read_event_form(std::string_view json_text) {
  auto const root = json::parse(json_text, json::kSubmissionLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), json_text)};
  if (root.value().kind != json::Kind::object)
    return std::vector<Problem>{make_problem(ProblemCode::not_an_object, "")};
  return FormReader{root.value()}.read();
}

std::vector<EventType> events_possible(ComplaintRecord const& record, CountingRules const& rules,
                                       Instant now) {
  std::vector<EventType> possible;
  for (auto const& [type, type_name] : kEventTypes) {
    if (fields_of(type).empty()) continue;
    Event event{type, event_time(now)};
    event.role = Actor::colleague;
    auto const problems =
        event_problems(event, {record.events, record.promised}, record.kind, rules, now);
    // What is wrong with the type or the time no field of the form can mend.
    bool const never = std::any_of(problems.begin(), problems.end(), [](Problem const& problem) {
      std::string_view const pointer = problem.pointer;
      return pointer.substr(pointer.rfind('/')) == "/type" ||
             pointer.substr(pointer.rfind('/')) == "/at";
    });
    if (!never) possible.push_back(type);
  }
  return possible;
}

Event event_of(EventForm const& form, std::string_view by, Instant now) {
  Event event{form.type, form.when.value_or(event_time(now))};
  event.by = by;
  event.role = Actor::colleague;
  for (auto const& [field, text] : form.given)
    take(event, field, text);
  return event;
}

}  // namespace putright
