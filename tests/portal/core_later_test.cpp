// What comes after sending, and what a device remembers: tracking, later forms, receipts, drafts
// and the outbox, as the pure function that both faces share.
#include <doctest/doctest.h>

#include "portal/html/page.hpp"
#include "portal/information/information.hpp"
#include "portal/information/pages.hpp"
#include "portal/journey/portal.hpp"
#include "shared/submission/reference.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using support::has;

namespace {

using Form = std::vector<std::pair<std::string, std::string>>;

constexpr char kPress[] = "0123456789abcdef0123456789abcdef";
// Codes that pass their own checks.
std::string const kReference = make_reference("HP", std::array<std::uint8_t, kReferenceBytes>{});
std::string const kKey = make_tracking_key(std::array<std::uint8_t, kTrackingKeyBytes>{});

PortalRequest request_for(Method method, std::string path, Form form = {}) {
  return {method, std::move(path), std::move(form), *parse_instant("2026-04-20T09:00:00Z"),
          kPress, std::nullopt};
}

PortalResponse answer_to(PortalRequest const& request) {
  return answer_request(request, support::shipped_policy());
}

// What the stub says of a complaint with these events after its submission.
std::string kept(std::string const& more_events) {
  return R"({"reference":"HP-7K3M-4R9X","submission":{"brand":"homes-plus","kind":"complaint","what_happened":"The roof leaks."},"record":{"brand":"homes-plus","kind":"complaint","events":[{"type":"submitted","at":"2026-03-26T09:00:00Z"})" +
         more_events + "]}}";
}

constexpr char kAcknowledged[] = R"(,{"type":"acknowledged","at":"2026-03-31T09:00:00Z"})";

Form known(std::string go) {
  return {{"reference", kReference}, {"tracking_key", kKey}, {"go", std::move(go)}};
}

PortalResponse tracked_with(std::string const& more_events) {
  auto request = request_for(Method::post, "/homes-plus/track", known("track"));
  request.answer = EffectAnswer{200, kept(more_events)};
  return answer_to(request);
}

std::string page_of(PortalResponse const& response) {
  return render_page(response.screen);
}

}  // namespace

TEST_CASE("tracked: a review is offered once stage 1 was answered or is late, and not before") {
  CHECK_FALSE(
      has(page_of(tracked_with(",{\"type\":\"acknowledged\",\"at\":\"2026-04-10T09:00:00Z\"}")),
          "Ask for a review"));
  CHECK(has(page_of(tracked_with(kAcknowledged)), "Ask for a review"));  // late on 20 April
  CHECK(has(page_of(tracked_with(std::string{kAcknowledged} +
                                 R"(,{"type":"stage_1_responded","at":"2026-04-10T09:00:00Z"})")),
            "Ask for a review"));
}

TEST_CASE(
    "tracked: what comes next is told while anything does, and no dates once it is withdrawn") {
  std::string const responded =
      std::string{kAcknowledged} + R"(,{"type":"stage_1_responded","at":"2026-04-10T09:00:00Z"})";
  CHECK(has(page_of(tracked_with(kAcknowledged)), "What happens next"));
  CHECK_FALSE(has(page_of(tracked_with(responded)), "What happens next"));
  CHECK(has(page_of(tracked_with(responded)), "How we worked out this date"));
  std::string const withdrawn =
      page_of(tracked_with(R"(,{"type":"withdrawn","at":"2026-03-27T09:00:00Z"})"));
  CHECK_FALSE(has(withdrawn, "What happens next"));
  CHECK_FALSE(has(withdrawn, "homebuilders"));
}

TEST_CASE("tracked: a record that the rules cannot read still tells what happened and who to ask") {
  std::string const page =
      page_of(tracked_with(R"(,{"type":"stage_2_responded","at":"2026-03-27T09:00:00Z"})"));
  CHECK_FALSE(has(page, "Where it is"));
  CHECK(has(page, "What has happened so far"));
  CHECK(has(page, "href=\"tel:"));
}

TEST_CASE("tracked: a question is asked until it is answered, and both stay in the history") {
  std::string const asked =
      std::string{kAcknowledged} +
      R"(,{"type":"question_asked","at":"2026-04-01T09:00:00Z","question":"Which room?"})";
  CHECK(has(page_of(tracked_with(asked)), "We have asked you a question"));
  CHECK(has(page_of(tracked_with(asked)), "Which room?"));
  std::string const answered =
      asked + R"(,{"type":"question_answered","at":"2026-04-02T09:00:00Z","answer":"The hall"})";
  CHECK_FALSE(has(page_of(tracked_with(answered)), "We have asked you a question"));
  CHECK(has(page_of(tracked_with(answered)), "Which room?"));
  CHECK(has(page_of(tracked_with(answered)), "The hall"));
}

TEST_CASE("later: a stage 2 request needs no reason, and is one call under the key of its press") {
  auto const opened =
      answer_to(request_for(Method::post, "/homes-plus/track/stage-2-request", known("ask")));
  CHECK(opened.screen.id == "later-stage-2-request");
  CHECK_FALSE(opened.effect.has_value());
  Form form = known("send");
  form.emplace_back("press", kPress);
  form.emplace_back("why_not_satisfied", "  It still leaks. ");
  auto const sending =
      answer_to(request_for(Method::post, "/homes-plus/track/stage-2-request", form));
  REQUIRE(sending.effect.has_value());
  CHECK(sending.effect->path == "/api/complaints/" + kReference + "/stage-2-request");
  CHECK(sending.effect->idempotency_key == kPress);
  CHECK(sending.effect->bearer == kKey);
  CHECK(sending.effect->body == R"({"why_not_satisfied":"It still leaks."})");
  auto sent = request_for(Method::post, "/homes-plus/track/stage-2-request", form);
  sent.answer =
      EffectAnswer{200, kept(std::string{kAcknowledged} +
                             R"(,{"type":"stage_2_requested","at":"2026-04-20T08:00:00Z"})")};
  auto const shown = answer_to(sent);
  CHECK(shown.screen.id == "tracked");
  CHECK(has(page_of(shown), "We have your request for a review"));
}

TEST_CASE("later: a stage 2 request says both why not and what would put it right") {
  Form form = known("send");
  form.emplace_back("why_not_satisfied", "It still leaks.");
  form.emplace_back("what_would_put_it_right", "Mend it.");
  auto const sending =
      answer_to(request_for(Method::post, "/homes-plus/track/stage-2-request", form));
  REQUIRE(sending.effect.has_value());
  CHECK(sending.effect->body ==
        R"({"why_not_satisfied":"It still leaks.","what_would_put_it_right":"Mend it."})");
}

TEST_CASE("later: what the stub refuses is said in its words, and nothing typed is lost") {
  Form form = known("send");
  form.emplace_back("why_not_satisfied", "It still leaks.");
  auto request = request_for(Method::post, "/homes-plus/track/stage-2-request", form);
  request.answer = EffectAnswer{
      409,
      R"({"problems":[{"code":"complaint_closed","pointer":"/type","words":"It is closed."}]})"};
  auto const refused = answer_to(request);
  CHECK(refused.status == 422);
  REQUIRE(refused.screen.problems.size() == 1);
  CHECK(refused.screen.problems[0].words == "It is closed.");
  CHECK(has(page_of(refused), "It still leaks."));
  request.answer = EffectAnswer{0, ""};
  CHECK(answer_to(request).status == 502);
}

TEST_CASE("later: an empty answer is noticed before anybody is asked") {
  auto const response =
      answer_to(request_for(Method::post, "/homes-plus/track/answers", known("send")));
  CHECK(response.status == 422);
  CHECK_FALSE(response.effect.has_value());
  CHECK(response.screen.problems[0].field == "answer");
}

TEST_CASE("verify: what a receipt says is shown when it is ours, and why not when it is not") {
  auto request =
      request_for(Method::post, "/homes-plus/verify", {{"receipt", "ey a.\nb"}, {"go", "verify"}});
  CHECK(answer_to(request).effect->body == R"({"receipt":"eya.b"})");
  request.answer = EffectAnswer{
      200,
      R"({"valid":true,"kid":"x","payload":{"brand":"homes-plus","kind":"complaint","reference":"HP-7K3M-4R9X","received_at":"2026-03-26T09:00:00Z","deadlines":[{"id":"stage_1_acknowledgement","due_on":"2026-04-02"}]}})"};
  std::string const page = page_of(answer_to(request));
  for (char const* const words : {"This receipt is ours", "HP-7K3M-4R9X", "Homes Plus",
                                  "Thursday 26 March 2026", "Thursday 2 April 2026"})
    CHECK_MESSAGE(has(page, words), words);
  request.answer = EffectAnswer{
      200,
      R"({"valid":false,"why":{"code":"wrong_signature","words":"The signature is not ours."}})"};
  CHECK(has(page_of(answer_to(request)), "The signature is not ours."));
  CHECK(answer_to(request_for(Method::post, "/homes-plus/verify", {{"receipt", " "}})).status ==
        422);
}

TEST_CASE("device: unfinished answers are offered at home, and kept answers can be cleared") {
  auto request = request_for(Method::get, "/homes-plus/");
  request.device = Device{.storage = Device::Storage::works,
                          .drafts = {{"homes-plus", FeedbackKind::complaint,
                                      "/homes-plus/complaint/about", "{}", request.now},
                                     {"care-plus", FeedbackKind::comment,
                                      "/care-plus/comment/who-for", "{}", request.now}},
                          .outbox = {}};
  std::string const home = page_of(answer_to(request));
  CHECK(has(home, "You have not finished your complaint"));
  CHECK_FALSE(has(home, "You have not finished your comment"));
  request.path = "/homes-plus/complaint/about";
  CHECK(has(page_of(answer_to(request)), "Clear my answers"));
  request.device->storage = Device::Storage::refused;
  CHECK_FALSE(has(page_of(answer_to(request)), "Clear my answers"));
}

TEST_CASE("device: what waits is never called sent") {
  auto request = request_for(
      Method::post, "/homes-plus/complaint/check",
      {{"draft", R"({"answers":{"what_happened":"Cold","email":"a@b.cd"}})"}, {"go", "send"}});
  request.answer = EffectAnswer{0, "", EffectAnswer::Waits::yes};
  auto const waiting = answer_to(request);
  CHECK(waiting.screen.id == "complaint-waiting");
  std::string const page = page_of(waiting);
  CHECK(has(page, "Your complaint has not been sent yet"));
  CHECK(has(page, "Cold"));
  CHECK_FALSE(has(page, "Complaint sent"));
}

TEST_CASE(
    "device: the outbox shows each thing in its state, and asks before it deletes unsent words") {
  auto request = request_for(Method::get, "/homes-plus/outbox");
  request.device = Device{.storage = Device::Storage::works,
                          .drafts = {},
                          .outbox = {{"one", "homes-plus", FeedbackKind::complaint,
                                      OutboxState::waiting, request.now, ""},
                                     {"two", "homes-plus", FeedbackKind::complaint,
                                      OutboxState::sent, request.now, "HP-7K3M-4R9X"}}};
  std::string const page = page_of(answer_to(request));
  for (char const* const words :
       {"Not sent yet", "HP-7K3M-4R9X", "Show the receipt", "Try again now"})
    CHECK_MESSAGE(has(page, words), words);
  auto removal =
      request_for(Method::post, "/homes-plus/outbox", {{"id", "one"}, {"go", "remove-one"}});
  CHECK(has(page_of(answer_to(removal)), "Delete what you wrote?"));
  request.path = "/homes-plus/";
  CHECK(has(page_of(answer_to(request)), "Something you wrote has not been sent yet"));
}

TEST_CASE(
    "receipt: the code that a phone scans leads to the tracking page, with the key behind the #") {
  auto request = request_for(
      Method::post, "/homes-plus/complaint/check",
      {{"draft", R"({"answers":{"what_happened":"Cold","email":"a@b.cd"}})"}, {"go", "send"}});
  request.answer = EffectAnswer{
      201,
      R"({"reference":"HP-7K3M-4R9X","tracking_key":"KEY","receipt":"a.b.c","received_at":"2026-03-26T09:00:01Z"})"};
  CHECK_FALSE(has(page_of(answer_to(request)), "<svg"));
  request.origin = "https://example.org";
  CHECK(has(page_of(answer_to(request)), "putright-qr"));
}

TEST_CASE("information: every clause that a page puts into our words is in a source document") {
  for (auto const& page : information::pages()) {
    if (page.clause.empty()) continue;
    bool found = false;
    for (auto const& document : support::shipped_policy().documents) {
      for (auto const& clause : document.clauses)
        found = found || clause.id == page.clause;
    }
    CHECK_MESSAGE(found, std::string{page.name});
  }
}

TEST_CASE(
    "information: every page of every brand is there, and figures come from the edition in force") {
  PolicyBook const& book = support::shipped_policy();
  Date const today = *parse_date("2026-04-20");
  auto const paths = information_paths(book);
  CHECK(paths.size() == book.brands.size() * 10);
  for (auto const& path : paths) {
    auto const screen = information_page(path, book, today);
    REQUIRE_MESSAGE(screen.has_value(), path);
    std::string const page = render_page(*screen);
    CHECK_MESSAGE(!has(page, "{"), path);
    CHECK_MESSAGE(screen->path == path, path);
  }
  CHECK(has(render_page(*information_page("/homes-plus/our-promise", book, today)),
            "within 10 working days"));
  CHECK(has(render_page(*information_page("/county-town-homes/our-promise", book, today)),
            "code for homebuilders"));
  CHECK_FALSE(has(render_page(*information_page("/county-town-homes/our-promise", book, today)),
                  "within 10 working days"));
  CHECK_FALSE(information_page("/homes-plus/nothing", book, today).has_value());
}
