#include "portal/workbench/live.hpp"

#include <algorithm>

#include "portal/colleagues/refusals.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/workbench/live_answers.hpp"
#include "portal/workbench/scenario_json.hpp"
#include "shared/submission/reference.hpp"
#include "shared/text/fill.hpp"

namespace putright::workbench {
namespace {

namespace words = colleagues::words;

constexpr int kOk = 200;
constexpr int kUnauthorised = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kFirstServerFault = 500;
constexpr std::string_view kWorkPage = "/staff/";
constexpr std::string_view kComplaintPages = "/staff/complaints/";
constexpr std::string_view kWorkCall = "/api/staff/complaints";

std::string complaint_call(Live const& live) {
  return std::string(kWorkCall) + "/" + live.reference;
}

// One call at a time: a new one makes the answer to the one before nobody's.
void ask(Live& live, Asked asked, Call call) {
  call.number = ++live.calls;
  call.token = live.token;
  live.waits_for = call.number;
  live.asked = asked;
  live.refusal.clear();
  live.problems.clear();
  live.call = std::move(call);
}

void ask_for_work(Live& live, std::string_view query) {
  ask(live, Asked::work, {.path = std::string(kWorkCall) + std::string(query)});
}

std::string_view field(canvas::Press const& press, std::string_view name) {
  for (auto const& [known, value] : press.form)
    if (known == name) return value;
  return {};
}

void find_complaint(Live& live, std::string_view typed) {
  auto const reference = normalise_reference(typed);
  if (!reference) {
    live.refusal = make_problem(ProblemCode::reference_mistyped, "").words;
    return;
  }
  live.refusal.clear();
  live.reference = *reference;
  live.reason.clear();
  live.answers = {};
  live.step = LiveStep::reason;
}

void ask_for_complaint(Live& live, std::string_view reason) {
  live.reason = reason;
  ask(live, Asked::complaint, {.path = complaint_call(live), .reason = live.reason});
}

void send_event(Live& live, canvas::Press const& press) {
  if (field(press, "go") != "record") {
    live.problems.clear();
    live.refusal.clear();
    live.step = LiveStep::complaint;
    return;
  }
  ask(live, Asked::event,
      {.method = Method::post,
       .path = complaint_call(live) + "/events",
       .press = live.press,
       .body = colleagues::event_form_json(live.recording, press.form)});
}

std::string open_complaint(Live& live, CallAnswer const& answer, Date today) {
  auto complaint = read_live_complaint(answer.body, today);
  if (!complaint) {
    live.refusal = words::kFailed;
    return {};
  }
  bool const is_recorded = live.asked == Asked::event;
  // The answer to an event has no looks: they are those of before.
  if (is_recorded && live.complaint) complaint->viewings = std::move(live.complaint->viewings);
  live.complaint = std::move(complaint);
  live.answers = {};
  live.step = LiveStep::complaint;
  if (!is_recorded) return {};
  return fill(words::kRecordedNotice,
              {{"event", std::string{words::kHappened[static_cast<std::size_t>(live.recording)]}}});
}

std::string no_role_for_it() {
  return fill(words::kRoleMissing, {{"role", "preview, handle"}});
}

void take_colleague(Live& live, CallAnswer const& answer) {
  auto const signed_in = read_signed_in(answer.body);
  live.name = signed_in.name;
  live.role = signed_in.role;
  live.typed_token.clear();
  live.step = LiveStep::work;
  if (live.role == LiveRole::record) ask_for_work(live, {});
  if (live.role != LiveRole::none) return;
  sign_out(live);
  live.refusal = no_role_for_it();
}

std::string take_good(Live& live, CallAnswer const& answer, Date today) {
  switch (live.asked) {
    case Asked::whether_stub:
      live.step = LiveStep::signed_out;
      return {};
    case Asked::who:
      take_colleague(live, answer);
      return {};
    case Asked::work:
      live.work = read_work(answer.body, live.work.brand);
      live.work.signed_in_as = live.name;
      return {};
    case Asked::complaint:
    case Asked::event:
      return open_complaint(live, answer, today);
  }
  return {};
}

// Before anybody is asked for a token: is there anything behind this website that would know it?
void take_whether_stub(Live& live, CallAnswer const& answer) {
  live.step = answer.status == 0                   ? LiveStep::unreachable
              : answer.status == kUnauthorised     ? LiveStep::signed_out
              : answer.status >= kFirstServerFault ? LiveStep::unreachable
                                                   : LiveStep::no_stub;
}

void take_refusal(Live& live, CallAnswer const& answer) {
  if (answer.status == kUnauthorised) {
    sign_out(live);
    live.refusal = words::kTokenWrong;
    return;
  }
  if (live.asked == Asked::who) live.token.clear();
  live.problems = colleagues::problems_in(answer.body);
  if (answer.status == 0) {
    live.refusal =
        "Nobody could be reached. What you typed is still here: try again. An event is kept once, "
        "however often you press.";
  } else if (answer.status == kNotFound) {
    live.refusal = std::string(words::kNotFoundTitle) + ". " + std::string(words::kNotFound);
  } else if (answer.status == kForbidden && live.asked == Asked::complaint) {
    live.refusal = no_role_for_it();
  } else if (live.problems.empty()) {
    live.refusal = detail_in(answer.body);
    if (live.refusal.empty()) live.refusal = words::kFailed;
  }
}

}  // namespace

void ask_for_stub(Live& live) {
  ask(live, Asked::whether_stub, {.path = "/api/staff/me"});
}

void sign_in(Live& live) {
  live.token = live.typed_token;
  live.token.erase(std::remove_if(live.token.begin(), live.token.end(),
                                  [](char letter) { return letter <= ' ' || letter > '~'; }),
                   live.token.end());
  ask(live, Asked::who, {.path = "/api/staff/me"});
}

void sign_out(Live& live) {
  std::int64_t const calls = live.calls;
  std::int64_t const press = live.press;
  live = {};
  live.step = LiveStep::signed_out;
  // Counted on: an answer that is still on its way is nobody's.
  live.calls = calls;
  live.press = press;
}

void leave_complaint(Live& live) {
  live.complaint.reset();
  live.answers = {};
  live.problems.clear();
  live.refusal.clear();
  live.reference.clear();
  live.reason.clear();
  live.waits_for = 0;
  live.step = LiveStep::work;
  if (live.role == LiveRole::record) ask_for_work(live, {});
}

void start_recording(Live& live, EventType type) {
  live.recording = type;
  live.answers = {};
  live.problems.clear();
  live.refusal.clear();
  ++live.press;
  live.step = LiveStep::form;
}

void follow_live_press(Live& live, canvas::Press const& press) {
  std::string_view const target = press.target;
  if (press.kind == canvas::Press::Kind::nothing || live.waits_for != 0) return;
  if (target == "/staff/sign-out") {
    sign_out(live);
  } else if (target == "/staff/find") {
    find_complaint(live, field(press, "reference"));
  } else if (target.ends_with("/record")) {
    send_event(live, press);
  } else if (target.starts_with(kComplaintPages)) {
    if (press.kind == canvas::Press::Kind::send) {
      ask_for_complaint(live, field(press, "viewing_reason"));
    } else {
      find_complaint(live, target.substr(kComplaintPages.size()));
    }
  } else if (target.starts_with(kWorkPage)) {
    ask_for_work(live, target.substr(kWorkPage.size()));
    live.work.brand = brand_asked_for(target);
  }
}

std::string take_call_answer(Live& live, CallAnswer const& answer, Date today) {
  if (answer.number != live.waits_for) return {};
  live.waits_for = 0;
  // A page of somebody else's is no answer of ours.
  if (answer.status == kOk && is_ours(answer.body)) return take_good(live, answer, today);
  if (live.asked == Asked::whether_stub) {
    take_whether_stub(live, answer);
  } else {
    take_refusal(live, answer);
  }
  return {};
}

view::Screen live_screen(Live const& live, PolicyBook const& book, Date today) {
  if (live.step == LiveStep::reason)
    return colleagues::ask_reason(live.reference, live.reason, as_fields_of_reason(live.problems));
  if (live.step == LiveStep::form) {
    colleagues::EventAnswers const answers{
        live.reference, live.reason, std::to_string(live.press), live.recording, {}};
    return colleagues::event_form(answers, live.problems);
  }
  if (live.role == LiveRole::record) return colleagues::work(book, live.work, today);
  return colleagues::find(live.name);
}

view::Screen customers_screen(LiveComplaint const& complaint, PolicyBook const& book) {
  screens::Tracked tracked{.reference = complaint.reference,
                           .record = record_of(complaint.scenario),
                           .submission = complaint.submission,
                           .viewings = complaint.viewings};
  // Customers never read who did what.
  for (Event& event : tracked.record.events) {
    event.by.clear();
    event.officer.clear();
  }
  Brand const* const brand = book.brand(tracked.record.brand);
  if (brand == nullptr) return screens::not_found(book, "/");
  return screens::tracked(book, *brand, tracked, as_of(complaint.scenario));
}

Scenario days_only(Scenario const& scenario) {
  Scenario days = scenario;
  for (Event& event : days.events) {
    Event const known{.type = event.type,
                      .when = event.when,
                      .role = event.role,
                      .new_date = event.new_date,
                      .visit_on = event.visit_on,
                      .finding = event.finding};
    event = known;
    if (event.type == EventType::extended) event.reason = "Left out.";
  }
  return days;
}

}  // namespace putright::workbench
