#include "shared/complaint/assess.hpp"

#include <algorithm>

#include "shared/calendar/london.hpp"
#include "shared/complaint/deadlines.hpp"
#include "shared/complaint/event_rules.hpp"

namespace putright {
namespace {

using enum EventType;

ComplaintStatus status_of(ComplaintRecord const& record) {
  ComplaintStatus status = ComplaintStatus::submitted;
  for (auto const& event : record.events) {
    switch (event.type) {
      case acknowledged:
        status = ComplaintStatus::acknowledged;
        break;
      case stage_1_responded:
        status = ComplaintStatus::stage_1_responded;
        break;
      case stage_2_requested:
        status = ComplaintStatus::stage_2_requested;
        break;
      case stage_2_acknowledged:
        status = ComplaintStatus::stage_2_acknowledged;
        break;
      case stage_2_responded:
        status = ComplaintStatus::stage_2_responded;
        break;
      case closed:
        status = ComplaintStatus::closed;
        break;
      case withdrawn:
        status = ComplaintStatus::withdrawn;
        break;
      case submitted:
      case officer_assigned:
      case question_asked:
      case question_answered:
      case visit_arranged:
      case extended:
      case action_recorded:
      case action_done:
        break;
    }
  }
  return status;
}

// When it is over no clock runs: what was neither met nor late by then is no longer owed.
void stop_clocks(std::vector<Deadline>& deadlines) {
  auto const running = [](Deadline const& deadline) {
    return deadline.state == DeadlineState::pending || deadline.state == DeadlineState::projected;
  };
  deadlines.erase(std::remove_if(deadlines.begin(), deadlines.end(), running), deadlines.end());
}

OmbudsmanAdvice ombudsman_for(ComplaintRecord const& record, PolicyBook const& book) {
  OmbudsmanRoute const* const route =
      route_of(book, record.brand, record.matter, record.relationship);
  if (route == nullptr) return {};
  return {route->scheme ? book.scheme(*route->scheme) : nullptr, route->may_contact,
          &route->clause};
}

// What a customer may do now: whatever the rules would let stand if it were recorded at this
// moment.
std::vector<NextStep> next_steps(ComplaintRecord const& record, CountingRules const& rules,
                                 Assessment const& assessment) {
  std::vector<NextStep> steps;
  for (EventType const type : {question_answered, stage_2_requested, withdrawn}) {
    Event const event{type, event_time(assessment.as_of)};
    if (event_problems(event, {record.events, record.promised}, record.kind, rules,
                       assessment.as_of)
            .empty()) {
      steps.push_back({NextStep::Who::customer, type, std::nullopt});
    }
  }
  auto const owed_from = steps.size();
  for (auto const& deadline : assessment.deadlines) {
    if (deadline.met_on || deadline.state == DeadlineState::projected) continue;
    steps.push_back({NextStep::Who::colleague, deadline.rule->met_by, deadline.promised_on});
  }
  std::stable_sort(steps.begin() + static_cast<std::ptrdiff_t>(owed_from), steps.end(),
                   [](NextStep const& one, NextStep const& other) { return one.by < other.by; });
  return steps;
}

struct Basis {
  Edition const* edition = nullptr;
  Course const* course = nullptr;
};

// The edition and course that a record is under, or why there is none.
Outcome<Basis, Problem> basis_of(ComplaintRecord const& record, PolicyBook const& book) {
  Basis basis;
  if (record.edition) {
    basis.edition = book.edition(*record.edition);
    if (basis.edition == nullptr)
      return make_problem(ProblemCode::edition_unknown, "/edition", *record.edition);
  } else {
    Date const received_on = record.events.front().when.on;
    basis.edition = book.edition_in_force(record.brand, record.kind, received_on);
    if (basis.edition == nullptr) {
      return make_problem(ProblemCode::edition_not_in_force, "/edition", format_date(received_on));
    }
  }
  basis.course = course_of(*basis.edition, record.brand, record.kind);
  if (basis.course == nullptr)
    return make_problem(ProblemCode::edition_silent, "/edition", basis.edition->id);
  return basis;
}

std::vector<Problem> vocabulary_problems(ComplaintRecord const& record, PolicyBook const& book) {
  std::vector<Problem> problems;
  if (book.brand(record.brand) == nullptr) {
    problems.push_back(make_problem(ProblemCode::brand_unknown, "/brand", record.brand));
  }
  if (!record.matter.empty() && book.matter(record.matter) == nullptr) {
    problems.push_back(make_problem(ProblemCode::matter_unknown, "/matter"));
  }
  if (!record.relationship.empty() && book.relationship(record.relationship) == nullptr) {
    problems.push_back(make_problem(ProblemCode::relationship_unknown, "/relationship"));
  }
  if (record.events.empty())
    problems.push_back(make_problem(ProblemCode::events_missing, "/events"));
  return problems;
}

}  // namespace

Deadline const* Assessment::deadline(DeadlineId id) const {
  auto const found =
      std::find_if(deadlines.begin(), deadlines.end(),
                   [&](Deadline const& deadline) { return deadline.rule->id == id; });
  return found == deadlines.end() ? nullptr : &*found;
}

std::vector<PromisedDate> promises_of(Assessment const& assessment) {
  std::vector<PromisedDate> promises;
  for (auto const& deadline : assessment.deadlines) {
    bool const binds = deadline.state != DeadlineState::projected &&
                       deadline.certainty == Certainty::final && !deadline.met_on &&
                       !deadline.extension;
    if (binds) promises.push_back({deadline.rule->id, deadline.promised_on});
  }
  return promises;
}

Outcome<Assessment, std::vector<Problem>> assess(ComplaintRecord const& record,
                                                 PolicyBook const& book, Instant as_of,
                                                 AssessOptions options) {
  if (auto problems = vocabulary_problems(record, book); !problems.empty()) return problems;
  auto const basis = basis_of(record, book);
  if (!basis.ok()) return std::vector<Problem>{basis.error()};
  Assessment assessment{.edition = basis.value().edition, .course = basis.value().course};
  assessment.receipt = options.receipt.value_or(assessment.edition->receipt);
  assessment.as_of = as_of;
  CountingRules const rules{*assessment.course, *assessment.edition, assessment.receipt,
                            book.calendar, options.explanation};
  if (auto problems = all_event_problems(record, rules, as_of); !problems.empty()) return problems;
  assessment.status = status_of(record);
  assessment.stage = last_event(record.events, stage_2_requested) != nullptr ? 2 : 1;
  bool const over = is_over(assessment.status);
  EventTime const& last = record.events.back().when;
  Instant const clocks_at = over ? last.at.value_or(start_of_london_day(last.on)) : as_of;
  assessment.deadlines = deadlines_of({record.events, record.promised}, rules, clocks_at);
  if (over) stop_clocks(assessment.deadlines);
  assessment.ombudsman = ombudsman_for(record, book);
  assessment.next = next_steps(record, rules, assessment);
  return assessment;
}

}  // namespace putright
