#include "server-stub/kept_record.hpp"

#include <algorithm>
#include <array>

#include "shared/wire/canonical.hpp"
#include "shared/wire/date_changes.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr std::array<std::string_view, 5> kColleaguesAlone{"note", "by", "officer", "learning",
                                                           "signed_off_by"};

bool is_for_colleagues_alone(json::Member const& member) {
  return std::find(kColleaguesAlone.begin(), kColleaguesAlone.end(), member.name) !=
         kColleaguesAlone.end();
}

// An event's own members, which follow its type and time.
std::string members_for(std::string const& body, Reader reader) {
  if (reader == Reader::colleague) return body;
  auto parsed = json::parse(body, json::kSubmissionLimits);
  if (!parsed.ok()) return "{}";
  auto root = std::move(parsed).value();
  auto const gone =
      std::remove_if(root.members.begin(), root.members.end(), is_for_colleagues_alone);
  if (gone == root.members.end()) return body;
  root.members.erase(gone, root.members.end());
  return json::canonical(root).value_or("{}");
}

// The items of several JSON lists as one list.
void add_items(std::string& items, std::string const& list) {
  std::string_view const inside = std::string_view{list}.substr(1, list.size() - 2);
  if (inside.empty()) return;
  if (!items.empty()) items += ',';
  items += inside;
}

std::string all_promised(store::KeptComplaint const& kept) {
  std::string items;
  add_items(items, kept.promised);
  for (auto const& event : kept.events)
    add_items(items, event.promised);
  return "[" + items + "]";
}

// How many more there are of one type than of the other, at least 0.
int more_of(ComplaintRecord const& record, EventType type, EventType than) {
  int more = 0;
  for (auto const& event : record.events)
    more += event.type == type ? 1 : event.type == than ? -1 : 0;
  return std::max(more, 0);
}

bool waits_for_customer(ComplaintRecord const& record) {
  return more_of(record, EventType::question_asked, EventType::question_answered) > 0;
}

void take_next(store::Overview& overview, Assessment const& assessment) {
  for (auto const& step : assessment.next) {
    if (step.who != NextStep::Who::colleague) continue;
    overview.next_event = name_in(kEventTypes, step.event);
    if (step.by) overview.next_by = format_date(*step.by);
    return;
  }
}

void take_finding(store::Overview& overview, ComplaintRecord const& record) {
  for (auto const& event : record.events)
    if (event.finding) overview.finding = name_in(kFindings, *event.finding);
}

}  // namespace

std::string record_json(store::KeptComplaint const& kept, Reader reader) {
  json::Writer writer;
  writer.begin_object()
      .member("brand", kept.brand)
      .member("kind", kept.kind)
      .member("matter", kept.matter);
  writer.member("relationship", kept.relationship).member("edition", kept.edition);
  writer.member("promised").raw(all_promised(kept)).member("events").begin_array();
  for (auto const& event : kept.events) {
    std::string const head = R"({"type":")" + event.type + R"(","at":")" + event.at + "\"";
    std::string const members = members_for(event.body, reader);
    writer.raw(head + (members == "{}" ? "}" : "," + members.substr(1)));
  }
  return writer.end_array().end_object().take();
}

Outcome<ComplaintRecord, std::vector<Problem>> record_of(store::KeptComplaint const& kept) {
  return parse_record(record_json(kept, Reader::colleague));
}

store::Overview overview_of(ComplaintRecord const& record, Assessment const& assessment,
                            std::string const& policy_sha256) {
  store::Overview overview;
  overview.status = name_in(kComplaintStatuses, assessment.status);
  overview.stage = assessment.stage;
  overview.open =
      is_over(assessment.status) ? store::Overview::Open::no : store::Overview::Open::yes;
  overview.received_on = format_date(record.events.front().when.on);
  take_next(overview, assessment);
  overview.waits_for_customer =
      waits_for_customer(record) ? store::Overview::Waits::yes : store::Overview::Waits::no;
  Event const* const officer = last_event(record.events, EventType::officer_assigned);
  if (officer != nullptr)
    overview.officer = officer->officer_name.empty() ? officer->officer : officer->officer_name;
  take_finding(overview, record);
  overview.actions_outstanding =
      more_of(record, EventType::action_recorded, EventType::action_done);
  for (auto const& deadline : assessment.deadlines) {
    if (deadline.state == DeadlineState::projected) continue;
    overview.deadlines.push_back({std::string{name_in(kDeadlineIds, deadline.rule->id)},
                                  format_date(deadline.promised_on), format_date(deadline.due_on),
                                  deadline.met_on ? format_date(*deadline.met_on) : store::kNoDay});
  }
  overview.dates_read = dates_read(assessment);
  overview.policy_sha256 = policy_sha256;
  return overview;
}

}  // namespace putright
