#include "server-stub/routes/staff_pages.hpp"

#include <memory>

#include "portal/colleagues/refusals.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/http/origin.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/changes.hpp"
#include "server-stub/routes/known.hpp"
#include "server-stub/routes/letters.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/reports.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "server-stub/routes/staff.hpp"
#include "server-stub/routes/staff_papers.hpp"
#include "server-stub/routes/staff_press.hpp"
#include "server-stub/routes/staff_scenario.hpp"
#include "shared/calendar/london.hpp"
#include "shared/submission/reference.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/tidy.hpp"

namespace putright::routes {
namespace {

namespace words = colleagues::words;
using http::Answer;
using http::FormFields;
using http::Refusal;
using http::Reply;
using http::Request;

// The request with the cookie's token where the API looks for it.
Request with_token(Request request) {
  std::string const token = token_in_cookie(request);
  if (!token.empty()) request.headers.push_back({"Authorization", "Bearer " + token});
  return request;
}

colleagues::WorkLine line_of(store::WorkRow const& row) {
  colleagues::WorkLine line;
  line.reference = row.reference;
  line.brand = row.brand;
  line.kind = value_in(kFeedbackKinds, row.kind).value_or(FeedbackKind::complaint);
  line.matter = row.matter;
  line.next_event = value_in(kEventTypes, row.overview.next_event);
  if (row.overview.next_by != store::kNoDay) line.next_by = parse_date(row.overview.next_by);
  line.waits_for_customer = row.overview.waits_for_customer == store::Overview::Waits::yes
                                ? colleagues::WorkLine::Waits::yes
                                : colleagues::WorkLine::Waits::no;
  line.officer = row.overview.officer;
  return line;
}

Answer work_page(Stub& stub, Colleague const& colleague, store::WorkQuery const& query) {
  auto const found = read_work(stub, query);
  if (!found.ok()) return page_of_refusal(refuse_unread(stub, found.error()));
  auto const by_hand = stub.store.notice_counts();
  if (!by_hand.ok()) return page_of_refusal(refuse_unread(stub, by_hand.error()));
  WorkPage const& list = found.value();
  colleagues::Work work{.signed_in_as = colleague.name,
                        .brand = query.brand,
                        .open = list.counts.open,
                        .late = list.counts.late,
                        .soon = list.counts.soon,
                        .soon_working_days = limits::kSoonWorkingDays,
                        .waits = list.counts.waits_for_customer,
                        .letters = by_hand.value().by_hand + by_hand.value().given_up,
                        .lines = {},
                        .more = ""};
  for (auto const& row : list.rows)
    work.lines.push_back(line_of(row));
  if (list.more == WorkPage::More::yes)
    work.more = "/staff/?brand=" + http::percent_encoded(query.brand) +
                "&after_by=" + list.rows.back().overview.next_by +
                "&after_reference=" + list.rows.back().reference;
  return staff_page(colleagues::work(stub.policy.book, work, london_date(stub.now())));
}

// Who has no work list starts where they can do something.
Answer other_start(Colleague const& colleague) {
  if (colleague.may(ColleagueRole::preview)) return staff_page(colleagues::find(colleague.name));
  return go_to("/staff/report");
}

constexpr auto kAnyRole = {ColleagueRole::preview, ColleagueRole::handle, ColleagueRole::report};

void show_work(Stub& stub, Request const& request, Reply const& reply) {
  auto const signed_in = colleague_for(stub, request, kAnyRole);
  if (!signed_in.ok()) return reply(page_of_refusal(signed_in.error()));
  Colleague const& colleague = signed_in.value();
  if (!colleague.may(ColleagueRole::handle)) return reply(other_start(colleague));
  auto const query = work_query(request);
  audit_first(
      stub, work_list_entry(stub, colleague, query),
      [reply](Answer const& answer) { reply(as_page(answer)); },
      [&stub, colleague, query] { return work_page(stub, colleague, query); });
}

Answer complaint_page(Press const& press, store::KeptComplaint const& kept,
                      std::optional<EventType> done, std::vector<Problem> problems) {
  auto known = known_of(*press.stub, kept);
  if (!known) return page_of_refusal(refuse_counted(*press.stub, Refusal::store_unavailable));
  known->reason = field(press.fields, "viewing_reason");
  known->may = press.colleague.may(ColleagueRole::handle) ? colleagues::Known::May::record
                                                          : colleagues::Known::May::look;
  known->done = done;
  known->problems = std::move(problems);
  return staff_page(colleagues::complaint(press.stub->policy.book, *known, press.stub->now()));
}

void show_complaint_page(Pressed const& press, std::vector<Problem> const& problems = {}) {
  look(press, AuditAct::complaint_viewed, [press, problems](store::KeptComplaint const& kept) {
    return complaint_page(*press, kept, std::nullopt, problems);
  });
}

void show_preview(Pressed const& press) {
  look(press, AuditAct::complaint_viewed, [press](store::KeptComplaint const& kept) {
    auto html = customers_page(*press->stub, kept);
    if (!html) return page_of_refusal(refuse_counted(*press->stub, Refusal::store_unavailable));
    return page_to_look_at(std::move(*html));
  });
}

Answer event_page(Press const& press, EventType type, std::vector<Problem> const& problems) {
  colleagues::EventAnswers answers{press.place.reference,
                                   field(press.fields, "viewing_reason"),
                                   field(press.fields, "press"),
                                   type,
                                   {}};
  if (refusal_of_key(answers.press)) answers.press = new_press();
  for (auto const& rule : fields_of(type)) {
    std::string typed = field(press.fields, name_in(kEventFields, rule.field));
    bool const is_new = field(press.fields, "go") == "ask";
    if (is_new && rule.field == EventField::officer) typed = press.colleague.id;
    if (is_new && rule.field == EventField::officer_name) typed = press.colleague.name;
    if (!typed.empty()) answers.given.emplace_back(rule.field, typed);
  }
  return staff_page(colleagues::event_form(answers, problems));
}

void keep_and_show(Pressed const& press, EventType type) {
  keep_event_of(*press->stub, press->colleague, press->place.reference,
                field(press->fields, "press"), colleagues::event_form_json(type, press->fields),
                [press, type](Answer const& answer) {
                  if (answer.status == 200) {
                    auto const kept = press->stub->store.find(press->place.reference);
                    if (!kept.ok() || !kept.value()) return press->reply(page_of_refusal(answer));
                    return press->reply(complaint_page(*press, *kept.value(), type, {}));
                  }
                  auto const problems = colleagues::problems_in(answer.content());
                  press->reply(problems.empty() ? page_of_refusal(answer)
                                                : event_page(*press, type, problems));
                });
}

void record(Pressed const& press) {
  std::string const go = field(press->fields, "go");
  auto const type = value_in(kEventTypes, field(press->fields, "type"));
  if (go == "back") return show_complaint_page(press);
  if (!press->colleague.may(ColleagueRole::handle))
    return press->reply(page_of_refusal(refuse_counted(*press->stub, Refusal::role_missing)));
  if (!type || fields_of(*type).empty())
    return show_complaint_page(
        press, {{ProblemCode::event_unknown, "/type", std::string{words::kChooseEvent}}});
  bool const has_key = !refusal_of_key(field(press->fields, "press"));
  if (go == "record" && has_key) return keep_and_show(press, *type);
  press->reply(event_page(*press, *type, {}));
}

void answer_on_complaint(Pressed const& press) {
  if (press->place.reference.empty()) return press->reply(no_such_page());
  if (press->place.below.empty()) return show_complaint_page(press);
  if (press->place.below == "preview") return show_preview(press);
  if (press->place.below == "record") return record(press);
  if (press->place.below == "case-file") return show_case_file_page(press);
  if (press->place.below == "files") return open_file(press);
  if (press->place.below == "letter") return show_letter(press);
  auto const shown = [press] { show_complaint_page(press); };
  if (press->place.below == "told") return note_told(press, shown);
  if (press->place.below == "mail-again") return try_mail_again(press, shown);
  press->reply(no_such_page());
}

void show_report_page(Stub& stub, Request const& request, Reply const& reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::report});
  if (!colleague.ok()) return reply(page_of_refusal(colleague.error()));
  auto const query = report_asked_for(stub, request);
  if (!query.ok()) return reply(page_of_refusal(query.error()));
  audit_first(
      stub, report_entry(stub, colleague.value(), query.value()),
      [reply](Answer const& answer) { reply(as_page(answer)); },
      [&stub, colleague = colleague.value(), query = query.value()] {
        auto screen = report_page(stub, colleague, query, "/staff/report");
        if (!screen.ok()) return screen.error();
        auto page = std::move(screen).value();
        page.body.push_back({view::Onward{std::string{words::kChangesLink},
                                          std::string{colleagues::kChangesPath}}});
        return staff_page(page);
      });
}

// Secure only where the operator says that there is TLS: without it a browser would drop the
// cookie.
std::string cookie(Stub const& stub, std::string const& token, std::chrono::seconds age) {
  std::string text =
      std::string{kTokenCookie} + "=" + token +
      "; Path=/staff; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(age.count());
  if (stub.origin.substr(0, 8) == "https://") text += "; Secure";
  return text;
}

void sign_in(Stub& stub, FormFields const& fields, Reply const& reply) {
  std::string const token = tidy_text(field(fields, "token"), Lines::one);
  bool const known = is_token_text(token) && stub.colleagues.who(token, stub.now()).has_value();
  if (!known) return reply(staff_page(colleagues::sign_in(colleagues::SignIn::again)));
  Answer answer = go_to("/staff/");
  answer.headers.push_back({"Set-Cookie", cookie(stub, token, limits::kSignedInTime)});
  reply(answer);
}

void answer_scenario_form(Stub& stub, Request const& plain, Reply const& reply) {
  auto const colleague = colleague_for(stub, with_token(plain), kAnyRole);
  reply(colleague.ok() ? scenario_page(stub, plain) : page_of_refusal(colleague.error()));
}

void sign_out(Stub& stub, Reply const& reply) {
  Answer answer = go_to("/staff/");
  answer.headers.push_back({"Set-Cookie", cookie(stub, "", {})});
  reply(answer);
}

}  // namespace

void show_staff_page(Stub& stub, Request const& plain, Reply const& reply) {
  Request const request = with_token(plain);
  if (request.path == "/staff" || request.path == "/staff/") return show_work(stub, request, reply);
  if (request.path == colleagues::kLettersPath) return show_letters(stub, request, reply);
  if (request.path == colleagues::kChangesPath) return show_changes(stub, request, reply);
  if (request.path == "/staff/report") return show_report_page(stub, request, reply);
  Place const place = place_of(request.path);
  auto const colleague = colleague_for(stub, request, kAnyRole);
  if (!colleague.ok()) return reply(page_of_refusal(colleague.error()));
  if (is_scenario_path(request.path)) return reply(scenario_start_page(stub));
  if (place.reference.empty()) return reply(no_such_page());
  reply(staff_page(colleagues::ask_reason(place.reference, "", {})));
}

void answer_staff_form(Stub& stub, Request const& plain, Reply const& reply) {
  if (http::sent_from_elsewhere(plain))
    return reply(page_of_refusal(refuse_counted(stub, Refusal::cross_site_post)));
  if (is_scenario_path(plain.path)) return answer_scenario_form(stub, plain, reply);
  auto fields = http::parse_form(plain.body);
  if (!fields) return reply(page_of_refusal(refuse_counted(stub, Refusal::form_too_many_fields)));
  if (plain.path == "/staff/sign-in") return sign_in(stub, *fields, reply);
  if (plain.path == "/staff/sign-out") return sign_out(stub, reply);
  if (plain.path.starts_with(colleagues::kChangesPath))
    return answer_changes_form(stub, with_token(plain), *fields, reply);
  auto const colleague =
      colleague_for(stub, with_token(plain), {ColleagueRole::preview, ColleagueRole::handle});
  if (!colleague.ok()) return reply(page_of_refusal(colleague.error()));
  if (plain.path == "/staff/find") {
    auto const reference = normalise_reference(field(*fields, "reference"));
    if (!reference) return reply(no_such_page());
    return reply(go_to("/staff/complaints/" + *reference));
  }
  auto const press = std::make_shared<Press>(
      Press{&stub, colleague.value(), place_of(plain.path), std::move(*fields), reply});
  if (plain.path.starts_with(colleagues::kLettersPath))
    return answer_letters_form(
        press, std::string_view{plain.path}.substr(colleagues::kLettersPath.size()));
  answer_on_complaint(press);
}

}  // namespace putright::routes
