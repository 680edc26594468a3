#include "shared/complaint/event_rules.hpp"

#include <algorithm>

#include "shared/calendar/london.hpp"

namespace putright {
namespace {

using enum EventType;

bool is_before(EventTime const& one, EventTime const& other) {
  if (one.at && other.at) return *one.at < *other.at;
  return one.on < other.on;
}

// One event against what came before it. Each check adds at most one problem.
class EventCheck {
 public:
  EventCheck(Event const& event, History const& before, FeedbackKind kind,
             CountingRules const& rules, Instant as_of)
      : event_(event),
        before_(before),
        kind_(kind),
        rules_(rules),
        as_of_(as_of),
        index_(before.events.size()) {}

  std::vector<Problem> run() {
    check_role();
    check_dates();
    if (index_ == 0) {
      if (event_.type != submitted) add(ProblemCode::first_event_not_submitted, "/type");
      return std::move(problems_);
    }
    if (is_over() && event_.type != action_done) {
      add(ProblemCode::complaint_closed, "/type");
      return std::move(problems_);
    }
    check_course();
    check_type();
    return std::move(problems_);
  }

 private:
  void add(ProblemCode code, std::string_view member, std::string_view detail = {}) {
    problems_.push_back(
        make_problem(code, "/events/" + std::to_string(index_) + std::string{member}, detail));
  }
  bool had(EventType type) const { return last_event(before_.events, type) != nullptr; }
  int count(EventType type) const {
    return static_cast<int>(std::count_if(before_.events.begin(), before_.events.end(),
                                          [&](Event const& event) { return event.type == type; }));
  }
  bool is_over() const { return had(closed) || had(withdrawn); }
  int stage() const { return had(stage_2_requested) ? 2 : 1; }

  void check_dates() {
    if (event_.when.at ? *event_.when.at > as_of_ : event_.when.on > london_date(as_of_)) {
      add(ProblemCode::event_in_the_future, "/at", format_date(london_date(as_of_)));
    }
    if (event_.when.on < rules_.calendar.covered_from()) {
      add(ProblemCode::date_before_calendar, "/at", format_date(rules_.calendar.covered_from()));
    }
    if (index_ > 0 && is_before(event_.when, cause().when))
      add(ProblemCode::event_before_its_cause, "/at");
  }

  // The event that this one answers to: never earlier than it.
  Event const& cause() const {
    EventType type = submitted;
    switch (event_.type) {
      case stage_2_acknowledged:
      case stage_2_responded:
        type = stage_2_requested;
        break;
      case question_answered:
        type = question_asked;
        break;
      case action_done:
        type = action_recorded;
        break;
      case stage_1_responded:
        type = acknowledged;
        break;
      case stage_2_requested:
        type = stage_1_responded;
        break;
      case submitted:
      case acknowledged:
      case officer_assigned:
      case question_asked:
      case visit_arranged:
      case extended:
      case action_recorded:
      case closed:
      case withdrawn:
        break;
    }
    Event const* const found = last_event(before_.events, type);
    return found != nullptr ? *found : before_.events.front();
  }

  void check_role() {
    if (event_.role && !may_record(*event_.role, event_.type)) {
      add(ProblemCode::event_not_by_this_role, "/role", name_in(kActors, *event_.role));
    }
  }

  void check_course() {
    bool const staged = event_.type == stage_1_responded || event_.type == stage_2_requested ||
                        event_.type == stage_2_acknowledged || event_.type == stage_2_responded ||
                        event_.type == extended;
    if (staged && kind_ != FeedbackKind::complaint)
      add(ProblemCode::event_not_in_this_course, "/type");
  }

  void check_type() {
    switch (event_.type) {
      case submitted:
        add(ProblemCode::submitted_twice, "/type");
        break;
      case acknowledged:
        check_once();
        break;
      case stage_1_responded:
        check_stage_1_response();
        break;
      case stage_2_requested:
        check_stage_2_request();
        break;
      case stage_2_acknowledged:
        check_stage_2(ProblemCode::stage_2_acknowledgement_before_request);
        break;
      case stage_2_responded:
        check_stage_2(ProblemCode::stage_2_response_before_request);
        break;
      case officer_assigned:
        check_officer(event_.officer, "/officer");
        break;
      case extended:
        check_extension();
        break;
      case question_answered:
        check_answer();
        break;
      case action_done:
        check_action();
        break;
      case question_asked:
      case visit_arranged:
      case action_recorded:
      case closed:
      case withdrawn:
        break;
    }
  }

  void check_once() {
    if (had(event_.type)) add(ProblemCode::event_twice, "/type");
  }

  void check_stage_1_response() {
    check_once();
    if (stage() == 2) add(ProblemCode::stage_1_response_after_stage_2_request, "/type");
  }

  void check_stage_2_request() {
    check_once();
    if (!had(stage_1_responded) && !stage_1_response_is_late()) {
      add(ProblemCode::stage_2_request_before_stage_1_response, "/type");
    }
  }

  bool stage_1_response_is_late() const {
    for (auto const& deadline : deadlines_before()) {
      if (deadline.rule->met_by == stage_1_responded && moment() >= deadline.ends_at) return true;
    }
    return false;
  }

  void check_stage_2(ProblemCode without_request) {
    if (!had(stage_2_requested)) {
      add(without_request, "/type");
      return;
    }
    check_once();
    check_officer(event_.by, "/by");
  }

  // Code 6.13: a different person from stage 1.
  void check_officer(std::string_view officer, std::string_view member) {
    if (stage() == 1 || officer.empty()) return;
    bool stage_1 = true;
    for (auto const& event : before_.events) {
      if (event.type == stage_2_requested) stage_1 = false;
      bool const handled = (event.type == officer_assigned && event.officer == officer) ||
                           (event.type == stage_1_responded && event.by == officer);
      if (stage_1 && handled) {
        add(ProblemCode::stage_2_handled_by_stage_1_officer, member);
        return;
      }
    }
  }

  void check_extension() {
    if (event_.reason.empty()) add(ProblemCode::extension_without_reason, "/reason");
    if (!event_.new_date) {
      add(ProblemCode::extension_without_new_date, "/new_date");
      return;
    }
    for (auto const& deadline : deadlines_before()) {
      if (!deadline.rule->extension_limit || deadline.rule->stage != stage() || deadline.met_on)
        continue;
      check_extension_of(deadline);
      return;
    }
    add(ProblemCode::extension_without_clock, "/type");
  }

  void check_extension_of(Deadline const& deadline) {
    auto const first = count_forward(deadline.start.on, deadline.rule->period, rules_.calendar).on;
    auto const latest =
        count_forward(first, deadline.rule->extension_limit->period, rules_.calendar).on;
    if (moment() >= deadline.ends_at) {
      add(ProblemCode::extension_after_deadline, "/at", format_date(deadline.promised_on));
    }
    if (*event_.new_date <= deadline.promised_on) {
      add(ProblemCode::extension_not_later, "/new_date", format_date(deadline.promised_on));
    } else if (*event_.new_date > latest) {
      add(ProblemCode::extension_beyond_limit, "/new_date", format_date(latest));
    }
  }

  void check_answer() {
    if (count(question_asked) <= count(question_answered))
      add(ProblemCode::answer_without_question, "/type");
  }
  void check_action() {
    if (count(action_recorded) <= count(action_done))
      add(ProblemCode::action_done_without_action, "/type");
  }

  Instant moment() const { return event_.when.at.value_or(start_of_london_day(event_.when.on)); }
  std::vector<Deadline> deadlines_before() const {
    CountingRules quick = rules_;
    quick.explanation = Explanation::none;
    return deadlines_of(before_, quick, moment());
  }

  Event const& event_;
  History before_;
  FeedbackKind kind_;
  CountingRules const& rules_;
  Instant as_of_;
  std::size_t index_;
  std::vector<Problem> problems_;
};

}  // namespace

bool may_record(Actor actor, EventType type) {
  bool const own_act = type == submitted || type == question_answered ||
                       type == stage_2_requested || type == withdrawn;
  return actor == Actor::colleague || own_act;
}

std::vector<Problem> event_problems(Event const& event, History const& before, FeedbackKind kind,
                                    CountingRules const& rules, Instant as_of) {
  return EventCheck{event, before, kind, rules, as_of}.run();
}

std::vector<Problem> all_event_problems(ComplaintRecord const& record, CountingRules const& rules,
                                        Instant as_of) {
  std::vector<Problem> problems;
  for (std::size_t index = 0; index < record.events.size(); ++index) {
    History const before{std::span{record.events}.first(index), record.promised};
    auto found = event_problems(record.events[index], before, record.kind, rules, as_of);
    problems.insert(problems.end(), std::make_move_iterator(found.begin()),
                    std::make_move_iterator(found.end()));
  }
  return problems;
}

}  // namespace putright
