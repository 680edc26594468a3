#include "shared/wire/assessment_json.hpp"

#include "shared/calendar/london.hpp"
#include "shared/text/explain.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

void write_clause(json::Writer& writer, ClauseRef const& clause) {
  writer.begin_object().member("document", clause.document).member("id", clause.id).end_object();
}

void write_days(json::Writer& writer, Deadline const& deadline) {
  writer.member("counted").begin_array();
  for (auto const& day : deadline.counted) {
    writer.begin_object().member("day", day.day).member("on", format_date(day.on)).end_object();
  }
  writer.end_array().member("skipped").begin_array();
  for (auto const& day : deadline.skipped) {
    writer.begin_object().member("on", format_date(day.on)).member("why", day.why).end_object();
  }
  writer.end_array();
}

void write_extension(json::Writer& writer, Extension const& extension) {
  writer.member("extension")
      .begin_object()
      .member("made_on", format_date(extension.made_on))
      .member("new_date", format_date(extension.new_date))
      .member("reason", extension.reason)
      .end_object();
}

void write_otherwise(json::Writer& writer, DeadlineId id,
                     std::vector<Alternative> const& alternatives) {
  writer.member("otherwise").begin_array();
  for (auto const& other : alternatives) {
    if (other.id != id) continue;
    writer.begin_object()
        .member("edition", other.edition->id)
        .member("receipt_rule", name_in(kReceiptRules, other.receipt))
        .member("due_on", format_date(other.due_on))
        .member("certainty", name_in(kCertainties, other.certainty))
        .end_object();
  }
  writer.end_array();
}

// `alternatives` is null where only the dates are wanted.
void write_deadline(json::Writer& writer, Deadline const& deadline,
                    std::vector<Alternative> const* alternatives) {
  DeadlineRule const& rule = *deadline.rule;
  writer.begin_object()
      .member("id", name_in(kDeadlineIds, rule.id))
      .member("due_on", format_date(deadline.due_on))
      .member("state", name_in(kDeadlineStates, deadline.state))
      .member("certainty", name_in(kCertainties, deadline.certainty));
  if (deadline.certainty == Certainty::provisional) {
    writer.member("provisional_because", "bank_holidays_not_known_yet");
  }
  writer.member("clock_start")
      .begin_object()
      .member("event", name_in(kEventTypes, deadline.start.event))
      .member("on", format_date(deadline.start.on))
      .member("happened_on", format_date(deadline.start.happened_on))
      .end_object();
  writer.member("period")
      .begin_object()
      .member("count", rule.period.count)
      .member("unit", name_in(kPeriodUnits, rule.period.unit))
      .end_object();
  writer.member("ends_at", format_instant(deadline.ends_at))
      .member("promised_on", format_date(deadline.promised_on));
  if (deadline.met_on) writer.member("met_on", format_date(*deadline.met_on));
  if (deadline.extension) write_extension(writer, *deadline.extension);
  write_clause(writer.member("clause"), rule.clause);
  write_days(writer, deadline);
  if (alternatives != nullptr) {
    writer.member("words", explain_in_words(deadline));
    write_otherwise(writer, rule.id, *alternatives);
  }
  writer.end_object();
}

void write_ombudsman(json::Writer& writer, OmbudsmanAdvice const& advice) {
  writer.member("ombudsman").begin_object().member("scheme");
  if (advice.scheme == nullptr) {
    writer.null();
  } else {
    writer.string(advice.scheme->id);
  }
  writer.member("may_contact", name_in(kMayContact, advice.may_contact));
  if (advice.clause != nullptr) write_clause(writer.member("clause"), *advice.clause);
  writer.end_object();
}

void write_next(json::Writer& writer, std::vector<NextStep> const& steps) {
  writer.member("next").begin_array();
  for (auto const& step : steps) {
    writer.begin_object()
        .member("who", step.who == NextStep::Who::customer ? "customer" : "colleague")
        .member("event", name_in(kEventTypes, step.event));
    if (step.by) writer.member("by", format_date(*step.by));
    writer.end_object();
  }
  writer.end_array();
}

std::string answer(Assessment const& assessment, std::vector<Alternative> const* alternatives) {
  json::Writer writer;
  writer.begin_object()
      .member("edition", assessment.edition->id)
      .member("receipt_rule", name_in(kReceiptRules, assessment.receipt))
      .member("stage", assessment.stage)
      .member("status", name_in(kComplaintStatuses, assessment.status))
      .member("as_of", format_date(london_date(assessment.as_of)));
  writer.member("deadlines").begin_array();
  for (auto const& deadline : assessment.deadlines)
    write_deadline(writer, deadline, alternatives);
  writer.end_array();
  if (!assessment.course->notice.empty()) writer.member("notice", assessment.course->notice);
  write_ombudsman(writer, assessment.ombudsman);
  write_next(writer, assessment.next);
  return writer.end_object().take();
}

}  // namespace

std::string assessment_json(Assessment const& assessment) {
  return answer(assessment, nullptr);
}

std::string explained_assessment_json(Assessment const& assessment,
                                      std::vector<Alternative> const& alternatives) {
  return answer(assessment, &alternatives);
}

}  // namespace putright
