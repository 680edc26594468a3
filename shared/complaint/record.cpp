#include "shared/complaint/record.hpp"

#include "shared/calendar/london.hpp"

namespace putright {
namespace {

// Reads a record's JSON, keeping every problem met on the way.
class RecordReader {
 public:
  std::vector<Problem>& problems() { return problems_; }

  ComplaintRecord read(json::Value const& root) {
    ComplaintRecord record;
    for (auto const& member : root.members)
      read_member(member, record);
    if (record.brand.empty()) add(ProblemCode::brand_missing, "/brand");
    if (root.find("kind") == nullptr) add(ProblemCode::kind_missing, "/kind");
    if (root.find("events") == nullptr) add(ProblemCode::events_missing, "/events");
    return record;
  }

 private:
  void add(ProblemCode code, std::string pointer, std::string_view detail = {}) {
    problems_.push_back(make_problem(code, std::move(pointer), detail));
  }

  void read_member(json::Member const& member, ComplaintRecord& record) {
    std::string const pointer = "/" + member.name;
    json::Value const& value = member.value;
    if (member.name == "brand") {
      read_string(value, pointer, record.brand);
    } else if (member.name == "kind") {
      read_kind(value, pointer, record);
    } else if (member.name == "matter") {
      read_string(value, pointer, record.matter);
    } else if (member.name == "relationship") {
      read_string(value, pointer, record.relationship);
    } else if (member.name == "edition") {
      if (value.kind != json::Kind::null) read_string(value, pointer, record.edition.emplace());
    } else if (member.name == "events") {
      read_events(value, record);
    } else if (member.name == "promised") {
      read_promised(value, record);
    }
  }

  void read_string(json::Value const& value, std::string const& pointer, std::string& into) {
    if (value.kind == json::Kind::null) return;
    if (value.kind != json::Kind::string)
      add(ProblemCode::field_wrong_type, pointer, pointer.substr(pointer.rfind('/') + 1));
    into = value.string;
  }

  void read_kind(json::Value const& value, std::string const& pointer, ComplaintRecord& record) {
    if (auto const kind = value_in(kFeedbackKinds, value.string)) {
      record.kind = *kind;
    } else {
      add(ProblemCode::kind_unknown, pointer);
    }
  }

  void read_events(json::Value const& list, ComplaintRecord& record) {
    if (list.kind != json::Kind::array) {
      add(ProblemCode::field_wrong_type, "/events", "events");
      return;
    }
    if (list.items.size() > kMaxEvents) {
      add(ProblemCode::json_too_large, "/events");
      return;
    }
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      read_event(list.items[index], "/events/" + std::to_string(index), record);
    }
  }

  void read_event(json::Value const& value, std::string const& pointer, ComplaintRecord& record) {
    if (value.kind != json::Kind::object) {
      add(ProblemCode::field_wrong_type, pointer, "event");
      return;
    }
    auto const type = value_in(kEventTypes, value.string_at("type"));
    if (!type) add(ProblemCode::event_unknown, pointer + "/type", value.string_at("type"));
    auto const when = read_time(value, pointer);
    Event event{type.value_or(EventType::submitted), when.value_or(EventTime{})};
    for (auto const& member : value.members)
      read_event_member(member, pointer + "/" + member.name, event);
    if (type && when) record.events.push_back(std::move(event));
  }

  void read_event_member(json::Member const& member, std::string const& pointer, Event& event) {
    if (member.name == "type" || member.name == "at") return;
    if (member.name == "by") {
      read_string(member.value, pointer, event.by);
    } else if (member.name == "role") {
      event.role = value_in(kActors, member.value.string);
      if (!event.role) add(ProblemCode::role_unknown, pointer);
    } else if (member.name == "officer") {
      read_string(member.value, pointer, event.officer);
    } else if (member.name == "officer_name") {
      read_string(member.value, pointer, event.officer_name);
    } else if (member.name == "reason") {
      read_string(member.value, pointer, event.reason);
    } else if (member.name == "new_date") {
      event.new_date = read_date(member.value, pointer);
    } else if (member.name == "visit_on") {
      event.visit_on = read_date(member.value, pointer);
    } else if (member.name == "finding") {
      event.finding = value_in(kFindings, member.value.string);
      if (!event.finding) add(ProblemCode::finding_unknown, pointer);
    } else if (!member.name.empty() && member.name == words_member(event.type)) {
      read_string(member.value, pointer, event.words);
    }
  }

  std::optional<Date> read_date(json::Value const& value, std::string const& pointer) {
    auto const date = parse_date(value.string);
    if (!date) add(ProblemCode::event_time_malformed, pointer, value.string);
    return date;
  }

  std::optional<EventTime> read_time(json::Value const& event, std::string const& pointer) {
    json::Value const* const at = event.find("at");
    if (at == nullptr) {
      add(ProblemCode::event_time_missing, pointer + "/at");
      return std::nullopt;
    }
    if (auto const instant = parse_instant(at->string)) return event_time(*instant);
    auto const date = read_date(*at, pointer + "/at");
    if (!date) return std::nullopt;
    return EventTime{*date, std::nullopt};
  }

  void read_promised(json::Value const& list, ComplaintRecord& record) {
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      std::string const pointer = "/promised/" + std::to_string(index);
      auto const id = value_in(kDeadlineIds, list.items[index].string_at("id"));
      if (!id) add(ProblemCode::field_wrong_type, pointer + "/id", "id");
      json::Value const* const on = list.items[index].find("on");
      auto const date = read_date(on != nullptr ? *on : json::Value{}, pointer + "/on");
      if (id && date) record.promised.push_back({*id, *date});
    }
  }

  std::vector<Problem> problems_;
};

}  // namespace

std::string_view words_member(EventType type) {
  switch (type) {
    case EventType::acknowledged:
    case EventType::stage_2_acknowledged:
      return "definition";
    case EventType::question_asked:
      return "question";
    case EventType::question_answered:
      return "answer";
    case EventType::visit_arranged:
      return "visit";
    case EventType::stage_1_responded:
    case EventType::stage_2_responded:
      return "response";
    case EventType::action_recorded:
    case EventType::action_done:
      return "action";
    case EventType::submitted:
    case EventType::officer_assigned:
    case EventType::extended:
    case EventType::stage_2_requested:
    case EventType::closed:
    case EventType::withdrawn:
      return {};
  }
  return {};
}

EventTime event_time(Instant at) {
  return {london_date(at), at};
}

Event const* last_event(std::span<Event const> events, EventType type) {
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->type == type) return &*event;
  }
  return nullptr;
}

Outcome<ComplaintRecord, std::vector<Problem>> parse_record(std::string_view json_text) {
  auto const root = json::parse(json_text, json::kDocumentLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), json_text)};
  return read_record(root.value());
}

Outcome<ComplaintRecord, std::vector<Problem>> read_record(json::Value const& root) {
  if (root.kind != json::Kind::object) {
    return std::vector<Problem>{make_problem(ProblemCode::not_an_object, "")};
  }
  RecordReader reader;
  auto record = reader.read(root);
  if (!reader.problems().empty()) return std::move(reader.problems());
  return record;
}

}  // namespace putright
