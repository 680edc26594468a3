#include "server-stub/routes/staff.hpp"

#include "server-stub/http/form.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/routes/acting.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "server-stub/routes/tracking.hpp"
#include "shared/calendar/london.hpp"
#include "shared/complaint/event_forms.hpp"
#include "shared/submission/reference.hpp"
#include "shared/text/tidy.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;
using http::Reply;
using http::Request;

// A day, or null where there is none.
void day_member(json::Writer& writer, std::string_view name, std::string const& day) {
  if (day == store::kNoDay) {
    writer.member(name).null();
  } else {
    writer.member(name, day);
  }
}

void write_row(json::Writer& writer, store::WorkRow const& row) {
  store::Overview const& overview = row.overview;
  writer.begin_object().member("reference", row.reference).member("brand", row.brand);
  writer.member("kind", row.kind).member("matter", row.matter).member("status", overview.status);
  writer.member("stage", std::int64_t{overview.stage}).member("received_on", overview.received_on);
  writer.member("next_event", overview.next_event);
  day_member(writer, "next_by", overview.next_by);
  writer.member("waits_for_customer")
      .boolean(overview.waits_for_customer == store::Overview::Waits::yes);
  writer.member("officer", overview.officer).end_object();
}

std::string work_json(WorkPage const& page, Date today) {
  json::Writer writer;
  writer.begin_object().member("today", format_date(today)).member("counts").begin_object();
  writer.member("open", page.counts.open).member("late", page.counts.late);
  writer.member("soon", page.counts.soon);
  writer.member("soon_working_days", std::int64_t{limits::kSoonWorkingDays});
  writer.member("waits_for_customer", page.counts.waits_for_customer).end_object();
  writer.member("complaints").begin_array();
  for (auto const& row : page.rows)
    write_row(writer, row);
  writer.end_array().member("more");
  if (page.more == WorkPage::More::no) return writer.null().end_object().take();
  writer.begin_object().member("after_by", page.rows.back().overview.next_by);
  writer.member("after_reference", page.rows.back().reference).end_object();
  return writer.end_object().take();
}

// The day until which a date counts as soon.
Date soon_until(Stub& stub, Date today) {
  auto const day = stub.policy.book.calendar.add(today, WorkingDays{limits::kSoonWorkingDays});
  return day.ok() ? day.value() : today;
}

void write_possible(json::Writer& writer, Stub& stub, store::KeptComplaint const& kept) {
  auto const record = record_of(kept);
  if (!record.ok()) return;
  Instant const now = moment_after(record.value(), stub.now());
  auto const assessed = assess(record.value(), stub.policy.book, now);
  if (!assessed.ok()) return;
  writer.member("may_record").begin_array();
  for (EventType const type :
       events_possible(record.value(), rules_of(assessed.value(), stub.policy.book), now))
    writer.string(name_in(kEventTypes, type));
  writer.end_array();
}

// The complaint as colleagues see it, who looked at it, and what may be recorded now.
Answer shown_with_possible(Stub& stub, store::KeptComplaint const& kept) {
  auto const viewings = viewings_in_log(stub, kept.reference);
  if (!viewings.ok()) return refuse_unread(stub, viewings.error());
  Answer answer = shown(kept, Reader::colleague, viewings.value());
  json::Writer writer;
  writer.begin_object();
  write_possible(writer, stub, kept);
  std::string const possible = writer.end_object().take();
  if (possible == "{}") return answer;
  answer.body.back() = ',';
  answer.body += possible.substr(1);
  return answer;
}

}  // namespace

Answer json_answer(std::string body) {
  Answer answer;
  answer.media_type = "application/json";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.body = std::move(body);
  return answer;
}

void show_who_signed_in(Stub& stub, Request const& request, Reply const& reply) {
  auto const colleague = colleague_for(
      stub, request, {ColleagueRole::preview, ColleagueRole::handle, ColleagueRole::report});
  if (!colleague.ok()) return reply(colleague.error());
  json::Writer writer;
  writer.begin_object().member("id", colleague.value().id).member("name", colleague.value().name);
  writer.member("roles").begin_array();
  for (ColleagueRole const role : colleague.value().roles)
    writer.string(name_in(kColleagueRoles, role));
  reply(json_answer(writer.end_array().end_object().take()));
}

store::WorkQuery work_query(Request const& request) {
  store::WorkQuery query;
  for (auto const& [name, value] : http::parse_form(request.query).value_or(http::FormFields{})) {
    if (name == "brand") query.brand = value;
    if (name == "after_by") query.after_by = value;
    if (name == "after_reference") query.after_reference = value;
  }
  return query;
}

Outcome<WorkPage, Failure> read_work(Stub& stub, store::WorkQuery query) {
  query.limit = limits::kWorkListRows + 1;
  auto rows = stub.store.work_list(query);
  if (!rows.ok()) return rows.error();
  Date const today = london_date(stub.now());
  auto const counts =
      stub.store.work_counts(query.brand, format_date(today), format_date(soon_until(stub, today)));
  if (!counts.ok()) return counts.error();
  WorkPage page{counts.value(), std::move(rows).value()};
  if (page.rows.size() <= limits::kWorkListRows) return page;
  page.rows.resize(limits::kWorkListRows);
  page.more = WorkPage::More::yes;
  return page;
}

AuditEntry work_list_entry(Stub& stub, Colleague const& colleague, store::WorkQuery const& query) {
  return {.at = stub.now(),
          .who = colleague_as_who(colleague.id),
          .act = AuditAct::work_list_viewed,
          .reference = "",
          .what = stub.policy.book.brand(query.brand) == nullptr ? "" : query.brand,
          .reason = "",
          .content_sha256 = ""};
}

void list_work(Stub& stub, Request const& request, Reply reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::handle});
  if (!colleague.ok()) return reply(colleague.error());
  auto const query = work_query(request);
  audit_first(stub, work_list_entry(stub, colleague.value(), query), std::move(reply),
              [&stub, query] {
                auto const page = read_work(stub, query);
                if (!page.ok()) return refuse_unread(stub, page.error());
                return json_answer(work_json(page.value(), london_date(stub.now())));
              });
}

std::vector<Problem> reason_problems(std::string_view reason, std::string pointer) {
  if (reason.empty())
    return {make_problem(ProblemCode::viewing_reason_missing, std::move(pointer))};
  if (count_characters(reason) <= limits::kReasonCharacters) return {};
  return {too_long(std::move(pointer), limits::kReasonCharacters)};
}

Outcome<Look, std::vector<Problem>> look_asked_for(Request const& request, AuditAct act) {
  std::string const reason =
      tidy_text(http::decode_header_text(request.header("Putright-Reason")), Lines::one);
  auto const problems = reason_problems(reason, "");
  if (!problems.empty()) return problems;
  return Look{normalise_reference(request.captured).value_or(""), reason, act};
}

void look_first(Stub& stub, Colleague const& colleague, Look const& look, Reply reply,
                std::function<Answer(store::KeptComplaint const&)> then) {
  // Whether there is such a complaint is asked before, so that the log holds no made-up references;
  // what it holds is read after.
  auto const found = stub.store.find(look.reference);
  if (!found.ok()) return reply(refuse_unread(stub, found.error()));
  if (!found.value()) return reply(refuse_counted(stub, Refusal::complaint_not_found));
  // Its case file says what is left of it.
  if (!found.value()->erased_on.empty() && look.act != AuditAct::case_file_taken)
    return reply(refuse_erased(stub, *found.value()));
  AuditEntry const entry{.at = stub.now(),
                         .who = colleague_as_who(colleague.id),
                         .act = look.act,
                         .reference = look.reference,
                         .what = "",
                         .reason = look.reason,
                         .content_sha256 = ""};
  audit_first(stub, entry, std::move(reply),
              [&stub, reference = look.reference, then = std::move(then)] {
                auto const kept = stub.store.find(reference);
                if (!kept.ok()) return refuse_unread(stub, kept.error());
                if (!kept.value()) return refuse_counted(stub, Refusal::complaint_not_found);
                return then(*kept.value());
              });
}

void show_to_colleague(Stub& stub, Request const& request, Reply reply) {
  auto const colleague =
      colleague_for(stub, request, {ColleagueRole::preview, ColleagueRole::handle});
  if (!colleague.ok()) return reply(colleague.error());
  auto const look = look_asked_for(request, AuditAct::complaint_viewed);
  if (!look.ok()) return reply(refuse_problems(stub, look.error()));
  look_first(stub, colleague.value(), look.value(), std::move(reply),
             [&stub](store::KeptComplaint const& kept) { return shown_with_possible(stub, kept); });
}

void keep_event_of(Stub& stub, Colleague const& colleague, std::string const& reference,
                   std::string const& idempotency_key, std::string const& form, Reply reply) {
  auto found = stub.store.find(reference);
  if (!found.ok()) return reply(refuse_unread(stub, found.error()));
  if (!found.value()) return reply(refuse_counted(stub, Refusal::complaint_not_found));
  if (!found.value()->erased_on.empty()) return reply(refuse_erased(stub, *found.value()));
  auto const read = read_event_form(form);
  if (!read.ok()) return reply(refuse_problems(stub, read.error()));
  Act act;
  act.stub = &stub;
  act.reply = std::move(reply);
  act.idempotency_key = idempotency_key;
  act.event = event_of(read.value(), colleague.id, stub.now());
  act.happened = read.value().when;
  json::Writer body;
  body.begin_object().member("role", name_in(kActors, Actor::colleague));
  body.member("by", colleague.id);
  for (auto const& [field, text] : read.value().given)
    body.member(name_in(kEventFields, field), text);
  act.body = body.end_object().take();
  act.content_digest = sha256(std::string{name_in(kEventTypes, act.event.type)} + "\n" + act.body +
                              (act.happened ? "\n" + written_time(*act.happened) : ""));
  act.kept = *found.value();
  act.who = colleague_as_who(colleague.id);
  act.reader = Reader::colleague;
  keep_event(std::move(act));
}

void record_event(Stub& stub, Request const& request, Reply reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::handle});
  if (!colleague.ok()) return reply(colleague.error());
  if (auto const refusal = refusal_of_headers(request))
    return reply(refuse_counted(stub, *refusal));
  keep_event_of(stub, colleague.value(), normalise_reference(request.captured).value_or(""),
                std::string{request.header("Idempotency-Key")}, request.body, std::move(reply));
}

}  // namespace putright::routes
