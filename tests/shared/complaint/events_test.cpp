// May this event follow those? Tables that a housing officer could read: the course so far, the
// next event, and the name of the refusal ("" where it may stand).
#include <doctest/doctest.h>

#include "shared/complaint/assess.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

Event event(EventType type, char const* at) {
  auto const instant = parse_instant(at);
  EventTime const when = instant ? event_time(*instant) : EventTime{*parse_date(at), std::nullopt};
  return {type, when};
}

ComplaintRecord record_of(std::vector<Event> events, FeedbackKind kind = FeedbackKind::complaint) {
  ComplaintRecord record;
  record.brand = "homes-plus";
  record.kind = kind;
  record.events = std::move(events);
  return record;
}

std::string refusals(ComplaintRecord const& record, char const* as_of = "2027-01-01T00:00:00Z") {
  auto const assessment = assess(record, support::shipped_policy(), *parse_instant(as_of));
  if (assessment.ok()) return "";
  std::string names;
  for (auto const& problem : assessment.error()) {
    names += (names.empty() ? "" : " ") + problem.pointer + ":" + std::string{name(problem.code)};
  }
  return names;
}

using enum EventType;

// A course that stands, by name: sent on Thursday 26 March 2026, and so on.
std::vector<Event> course(std::initializer_list<Event> more) {
  std::vector<Event> events{event(submitted, "2026-03-26T09:00:00Z"),
                            event(acknowledged, "2026-03-31T14:00:00Z")};
  events.insert(events.end(), more);
  return events;
}

}  // namespace

TEST_CASE("events: a whole course of both stages stands, and ends closed") {
  auto const record = record_of(
      course({event(officer_assigned, "2026-04-01"), event(question_asked, "2026-04-02"),
              event(question_answered, "2026-04-07"), event(visit_arranged, "2026-04-08"),
              event(stage_1_responded, "2026-04-16"), event(stage_2_requested, "2026-04-20"),
              event(stage_2_acknowledged, "2026-04-22"), event(action_recorded, "2026-05-01"),
              event(stage_2_responded, "2026-05-12"), event(closed, "2026-05-20"),
              event(action_done, "2026-06-01")}));
  CHECK(refusals(record) == "");
  auto const assessment =
      assess(record, support::shipped_policy(), *parse_instant("2027-01-01T00:00:00Z"));
  CHECK(assessment.value().status == ComplaintStatus::closed);
  CHECK(assessment.value().stage == 2);
  CHECK(assessment.value().next.empty());
}

TEST_CASE("events: each refusal has its own name") {
  struct Row {
    std::vector<Event> events;
    char const* refusal;
  };
  std::vector<Row> const rows{
      {{event(acknowledged, "2026-03-26")}, "/events/0/type:first_event_not_submitted"},
      {course({event(submitted, "2026-04-01")}), "/events/2/type:submitted_twice"},
      {course({event(acknowledged, "2026-04-01")}), "/events/2/type:event_twice"},
      {{event(submitted, "2026-03-26"), event(acknowledged, "2026-03-25")},
       "/events/1/at:event_before_its_cause"},
      {course({event(stage_2_requested, "2026-04-10")}),
       "/events/2/type:stage_2_request_before_stage_1_response"},
      {course({event(stage_2_acknowledged, "2026-04-10")}),
       "/events/2/type:stage_2_acknowledgement_before_request"},
      {course({event(stage_2_responded, "2026-04-10")}),
       "/events/2/type:stage_2_response_before_request"},
      {course({event(question_answered, "2026-04-10")}), "/events/2/type:answer_without_question"},
      {course({event(action_done, "2026-04-10")}), "/events/2/type:action_done_without_action"},
      {course({event(withdrawn, "2026-04-10"), event(stage_1_responded, "2026-04-11")}),
       "/events/3/type:complaint_closed"},
      {course({event(closed, "2026-04-10"), event(closed, "2026-04-11")}),
       "/events/3/type:complaint_closed"},
      {course({event(visit_arranged, "2027-06-01")}), "/events/2/at:event_in_the_future"},
      {{event(submitted, "2011-12-30")}, "/events/0/at:date_before_calendar"},
  };
  for (auto const& row : rows) {
    CAPTURE(row.refusal);
    auto record = record_of(row.events);
    record.edition = "group-v2-mar24";
    CHECK(refusals(record) == row.refusal);
  }
}

TEST_CASE("roles: a customer records their own acts only, a colleague anything they were told") {
  auto acknowledgement = event(acknowledged, "2026-03-31");
  acknowledgement.role = Actor::customer;
  CHECK(refusals(record_of({event(submitted, "2026-03-26"), acknowledgement})) ==
        "/events/1/role:event_not_by_this_role");
  acknowledgement.role = Actor::colleague;
  CHECK(refusals(record_of({event(submitted, "2026-03-26"), acknowledgement})) == "");
  auto withdrawal = event(withdrawn, "2026-04-01");
  withdrawal.role = Actor::customer;
  CHECK(refusals(record_of({event(submitted, "2026-03-26"), withdrawal})) == "");
}

TEST_CASE(
    "stage 2: may be asked for from the first instant after a missed stage 1 response, not "
    "before") {
  // Due on Thursday 16 April 2026, which ends in London at 23:00 UTC.
  CHECK(refusals(record_of(course({event(stage_2_requested, "2026-04-16T22:59:59Z")}))) ==
        "/events/2/type:stage_2_request_before_stage_1_response");
  CHECK(refusals(record_of(course({event(stage_2_requested, "2026-04-16T23:00:00Z")}))) == "");
}

TEST_CASE("stage 2: whoever handled stage 1 may not handle it (Code 6.13)") {
  auto events =
      course({event(officer_assigned, "2026-04-01"), event(stage_1_responded, "2026-04-10"),
              event(stage_2_requested, "2026-04-13"), event(stage_2_acknowledged, "2026-04-14")});
  events[2].officer = "amy";
  events[3].by = "bob";
  for (char const* const same : {"amy", "bob"}) {
    events[5].by = same;
    CHECK(refusals(record_of(events)) == "/events/5/by:stage_2_handled_by_stage_1_officer");
  }
  events[5].by = "cyd";
  CHECK(refusals(record_of(events)) == "");
}

TEST_CASE(
    "extension: needs a reason and a later date, before the old date has passed, within the limit "
    "(Code 6.4)") {
  struct Row {
    char const* made_on;
    char const* reason;
    char const* new_date;
    char const* refusal;
  };
  // The stage 1 response is due on Thursday 16 April 2026; ten working days later is Thursday 30
  // April.
  for (Row const& row : std::initializer_list<Row>{
           {"2026-04-15", "We wait for a part", "2026-04-30", ""},
           {"2026-04-15", "We wait for a part", "2026-05-01",
            "/events/2/new_date:extension_beyond_limit"},
           {"2026-04-15", "We wait for a part", "2026-04-16",
            "/events/2/new_date:extension_not_later"},
           {"2026-04-15", "", "2026-04-30", "/events/2/reason:extension_without_reason"},
           {"2026-04-15", "We wait for a part", nullptr,
            "/events/2/new_date:extension_without_new_date"},
           {"2026-04-17", "We wait for a part", "2026-04-30",
            "/events/2/at:extension_after_deadline"}}) {
    auto extended_event = event(extended, row.made_on);
    extended_event.reason = row.reason;
    if (row.new_date != nullptr) extended_event.new_date = parse_date(row.new_date);
    CHECK(refusals(record_of(course({extended_event}))) == row.refusal);
  }
}

TEST_CASE("extension: moves the date, keeps its reason, and nothing else moves") {
  auto extended_event = event(extended, "2026-04-15");
  extended_event.reason = "We wait for a part";
  extended_event.new_date = parse_date("2026-04-30");
  auto const assessment = assess(record_of(course({extended_event})), support::shipped_policy(),
                                 *parse_instant("2026-04-20T00:00:00Z"));
  Deadline const& response = *assessment.value().deadline(DeadlineId::stage_1_response);
  CHECK(format_date(response.due_on) == "2026-04-30");
  CHECK(response.state == DeadlineState::pending);
  CHECK(response.extension->reason == "We wait for a part");
  CHECK(format_date(assessment.value().deadline(DeadlineId::stage_1_acknowledgement)->due_on) ==
        "2026-04-02");
}

TEST_CASE("late: from the first instant after the London day, and for ever after") {
  auto const state_at = [](char const* as_of) {
    auto const assessment =
        assess(record_of(course({})), support::shipped_policy(), *parse_instant(as_of));
    return assessment.value().deadline(DeadlineId::stage_1_response)->state;
  };
  CHECK(state_at("2026-04-16T22:59:59Z") == DeadlineState::pending);
  CHECK(state_at("2026-04-16T23:00:00Z") == DeadlineState::late);
}

TEST_CASE("promise: what the customer was told binds, whatever today's calendar says") {
  auto record = record_of(course({}));
  record.promised = {{DeadlineId::stage_1_response, *parse_date("2026-04-15")}};
  auto const assessment =
      assess(record, support::shipped_policy(), *parse_instant("2026-04-16T09:00:00Z"));
  Deadline const& response = *assessment.value().deadline(DeadlineId::stage_1_response);
  CHECK(format_date(response.due_on) == "2026-04-16");
  CHECK(format_date(response.promised_on) == "2026-04-15");
  CHECK(response.state == DeadlineState::late);
}

TEST_CASE("comments and compliments: logged within the same time, and there it ends") {
  for (FeedbackKind const kind : {FeedbackKind::comment, FeedbackKind::compliment}) {
    auto const sent = record_of({event(submitted, "2026-03-26T09:00:00Z")}, kind);
    auto const assessment =
        assess(sent, support::shipped_policy(), *parse_instant("2026-03-27T09:00:00Z"));
    REQUIRE(assessment.value().deadlines.size() == 1);
    CHECK(format_date(assessment.value().deadlines[0].due_on) == "2026-04-02");
    CHECK(refusals(record_of(course({event(stage_1_responded, "2026-04-10")}), kind)) ==
          "/events/2/type:event_not_in_this_course");
  }
}

TEST_CASE("editions: by the day of receipt; a named one is used whatever its dates") {
  auto record = record_of({event(submitted, "2024-02-29T12:00:00Z")});
  Instant const as_of = *parse_instant("2026-01-01T00:00:00Z");
  CHECK(assess(record, support::shipped_policy(), as_of).value().edition->id ==
        "homes-plus-key-facts");
  record.events = {event(submitted, "2024-03-01T00:00:00Z")};
  CHECK(assess(record, support::shipped_policy(), as_of).value().edition->id == "group-v2-mar24");
  record.edition = "homes-plus-key-facts";
  CHECK(assess(record, support::shipped_policy(), as_of).value().edition->id ==
        "homes-plus-key-facts");
  record.edition = "new-homes-quality-code";
  CHECK(refusals(record) == "/edition:edition_silent");
  record.edition = "nonsense";
  CHECK(refusals(record) == "/edition:edition_unknown");
  record.edition.reset();
  record.brand = "care-plus";
  record.events = {event(submitted, "2024-02-29T12:00:00Z")};
  CHECK(refusals(record) == "/edition:edition_not_in_force");
}

TEST_CASE(
    "stage 2: twenty working days from the acknowledgement in the one edition, from the request in "
    "the other") {
  // Requested on Monday 2 March 2026, acknowledged on Monday 9 March.
  auto record = record_of(
      {event(submitted, "2026-02-02T09:00:00Z"), event(acknowledged, "2026-02-04"),
       event(stage_1_responded, "2026-02-16"), event(stage_2_requested, "2026-03-02T10:00:00Z"),
       event(stage_2_acknowledged, "2026-03-09")});
  Instant const as_of = *parse_instant("2026-03-10T00:00:00Z");
  CHECK(format_date(assess(record, support::shipped_policy(), as_of)
                        .value()
                        .deadline(DeadlineId::stage_2_response)
                        ->due_on) == "2026-04-08");
  record.edition = "homes-plus-key-facts";
  CHECK(format_date(assess(record, support::shipped_policy(), as_of)
                        .value()
                        .deadline(DeadlineId::stage_2_response)
                        ->due_on) == "2026-03-30");
}

TEST_CASE("County Town Homes: no invented numbers until the homebuilder edition is switched on") {
  auto record = record_of({event(submitted, "2026-03-26T09:00:00Z")});
  record.brand = "county-town-homes";
  auto const assessment =
      assess(record, support::shipped_policy(), *parse_instant("2026-03-27T09:00:00Z"));
  CHECK(assessment.value().deadlines.empty());
  CHECK(assessment.value().course->notice == "homebuilder_code");
  CHECK(assessment.value().ombudsman.scheme == nullptr);
  CHECK(assessment.value().ombudsman.may_contact == MayContact::after_process);
}

TEST_CASE("past the calendar: a date is provisional and says so; before it there is none") {
  auto record = record_of({event(submitted, "2028-12-27T09:00:00Z")});
  auto const assessment =
      assess(record, support::shipped_policy(), *parse_instant("2028-12-28T09:00:00Z"));
  Deadline const& first = assessment.value().deadlines[0];
  CHECK(first.certainty == Certainty::provisional);
  CHECK(format_date(first.due_on) == "2029-01-03");
}

TEST_CASE("ombudsman: by brand, by what it is about, and by how the customer knows the group") {
  struct Row {
    char const* brand;
    char const* matter;
    char const* relationship;
    char const* scheme;
  };
  for (Row const& row : std::initializer_list<Row>{
           {"homes-plus", "", "", "housing-ombudsman"},
           {"homes-plus", "repairs", "", "housing-ombudsman"},
           {"homes-plus", "new_home", "shared_owner", "housing-ombudsman"},
           {"homes-plus", "care", "", ""},
           {"care-plus", "", "", "local-government-and-social-care-ombudsman"},
           {"care-plus", "care", "tenant", "local-government-and-social-care-ombudsman"},
           {"care-plus", "repairs", "tenant", "housing-ombudsman"},
           {"care-plus", "repairs", "", ""},
           {"property-plus", "repairs", "", ""},
           {"property-plus", "repairs", "leaseholder", "housing-ombudsman"},
           {"county-town-homes", "new_home", "owner", ""}}) {
    auto record = record_of({event(submitted, "2026-03-26T09:00:00Z")});
    record.brand = row.brand;
    record.matter = row.matter;
    record.relationship = row.relationship;
    auto const assessment =
        assess(record, support::shipped_policy(), *parse_instant("2026-03-27T09:00:00Z"));
    REQUIRE(assessment.ok());
    auto const* const scheme = assessment.value().ombudsman.scheme;
    CAPTURE(row.brand);
    CAPTURE(row.matter);
    CHECK((scheme == nullptr ? std::string{} : scheme->id) == row.scheme);
  }
}
