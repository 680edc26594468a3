// Real complaints in the workbench: which call is to be made for what is pressed, what its answer
// changes, and that nothing of a customer gets into what is made up or kept.
#include <doctest/doctest.h>

#include "portal/workbench/host.hpp"
#include "portal/workbench/scenario_json.hpp"
#include "shared/wire/json_writer.hpp"
#include "tests/portal/imgui_bench.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::workbench;
using support::BenchOnCanvas;

namespace {

constexpr std::string_view kToken = "prt_not-a-real-one";
constexpr std::string_view kHandles = R"({"id":"h.one","name":"Hannah One","roles":["handle"]})";
constexpr std::string_view kWork =
    R"({"today":"2026-03-30","counts":{"open":1,"late":0,"soon":1,"soon_working_days":2,
    "waits_for_customer":0},"complaints":[{"reference":"HP-BBBB-BBBB","brand":"homes-plus",
    "kind":"complaint","matter":"repairs","status":"received","stage":1,
    "received_on":"2026-03-26","next_event":"acknowledged","next_by":"2026-04-02",
    "waits_for_customer":false,"officer":""}],"more":null})";
constexpr std::string_view kComplaint =
    R"({"reference":"HP-BBBB-BBBB","submission":{"brand":"homes-plus","kind":"complaint",
    "what_happened":"The secret roof leaks.","name":"Zebedee Quill"},
    "record":{"brand":"homes-plus","kind":"complaint","events":[
    {"type":"submitted","at":"2026-03-26T09:00:00Z"}]},
    "viewings":[{"at":"2026-03-30T09:00:00Z","reason":"He called."}]})";
constexpr std::string_view kAcknowledged =
    R"({"reference":"HP-BBBB-BBBB","submission":{"brand":"homes-plus","kind":"complaint",
    "what_happened":"The secret roof leaks.","name":"Zebedee Quill"},
    "record":{"brand":"homes-plus","kind":"complaint","events":[
    {"type":"submitted","at":"2026-03-26T09:00:00Z"},
    {"type":"acknowledged","at":"2026-03-30T09:00:00Z","by":"h.one",
     "definition":"You want the roof mended."}]}})";

// A bench whose stub is the test: takes each call and answers it.
class LiveBench {
 public:
  LiveBench() {
    bench_->bench().real_today = std::chrono::year{2026} / 3 / 30;
    bench_.press("Live");
  }
  BenchOnCanvas& operator*() { return bench_; }
  Live& live() { return bench_->bench().live; }
  Call call() {
    auto const made = bench_->take_call();
    REQUIRE(made.has_value());
    return *made;
  }
  void answer(int status, std::string_view body) {
    bench_->take_answer({live().waits_for, status, std::string(body)});
    bench_.settle();
  }
  Call call_and_answer(int status, std::string_view body) {
    Call made = call();
    answer(status, body);
    return made;
  }
  void type_token() {
    call_and_answer(401, R"({"code":"not_signed_in"})");
    bench_.press("Your token");
    bench_->stage().typed(kToken);
    bench_.settle();
    bench_.press("Sign in");
  }
  void sign_in() {
    type_token();
    call_and_answer(200, kHandles);
    call_and_answer(200, kWork);
  }
  Call open(std::string_view complaint = kComplaint) {
    sign_in();
    bench_.press("HP-BBBB-BBBB");
    bench_.press("Your reason");
    bench_->stage().typed("He called.");
    bench_.settle();
    bench_.press("Show it");
    return call_and_answer(200, complaint);
  }
  bool says(std::string_view words) { return bench_.shows(words); }

 private:
  BenchOnCanvas bench_;
};

}  // namespace

TEST_CASE("live: where no stub is behind the website it is said before anybody types a token") {
  LiveBench bench;
  CHECK(bench.call_and_answer(404, "<h1>Not found</h1>").token.empty());
  CHECK(bench.says("No complaints are kept here"));
  CHECK_FALSE((*bench).has_control("Your token"));
  (*bench).press("Try again");
  bench.call_and_answer(0, "");
  CHECK(bench.says("Nobody could be reached"));
  (*bench).press("Try again");
  bench.call_and_answer(200, "<html>a page for every address</html>");
  CHECK(bench.says("No complaints are kept here"));
}

TEST_CASE("live: a colleague signs in, sees the work by next deadline, and gives a reason") {
  LiveBench bench;
  bench.type_token();
  Call const who = bench.call_and_answer(200, kHandles);
  CHECK(who.path == "/api/staff/me");
  CHECK(who.token == kToken);
  CHECK(bench.call_and_answer(200, kWork).path == "/api/staff/complaints");
  CHECK(bench.says("Acknowledge it"));
  CHECK(bench.says("Thursday 2 April 2026"));
  (*bench).press("Care Plus");
  CHECK(bench.call_and_answer(200, kWork).path == "/api/staff/complaints?brand=care-plus");
  (*bench).press("HP-BBBB-BBBB");
  (*bench).press("Show it");
  Call const look = bench.call();
  CHECK(look.path == "/api/staff/complaints/HP-BBBB-BBBB");
  CHECK(look.reason.empty());
  bench.answer(422, R"({"detail":"x","problems":[{"code":"viewing_reason_missing","pointer":"",)"
                    R"("words":"Say why you look"}]})");
  CHECK(bench.says("Say why you look"));
  CHECK_FALSE(is_live((*bench)->bench()));
}

TEST_CASE("live: by keyboard alone one signs in, opens a complaint and records an event") {
  LiveBench live;
  BenchOnCanvas& bench = *live;
  live.call_and_answer(401, R"({"code":"not_signed_in"})");
  REQUIRE(bench.tab_to("Your token"));
  bench->stage().typed(kToken);
  bench.settle();
  REQUIRE(bench.tab_to("Sign in"));
  bench.key("Enter");
  live.call_and_answer(200, kHandles);
  live.call_and_answer(200, kWork);
  CHECK(bench.stands_on() != "nothing");
  REQUIRE(bench.tab_to("HP-BBBB-BBBB"));
  bench.key("Enter");
  CHECK(bench.stands_on() != "nothing");
  REQUIRE(bench.tab_to("Your reason"));
  bench->stage().typed("He called.");
  bench.settle();
  REQUIRE(bench.tab_to("Show it"));
  bench.key("Enter");
  live.call_and_answer(200, kComplaint);
  CHECK(bench.stands_on() != "nothing");
  REQUIRE(bench.tab_to("Record: What happened?"));
  bench.key("Enter");
  REQUIRE(bench.tab_to("Acknowledged"));
  bench.key("Enter");
  CHECK(bench.stands_on() != "nothing");
  REQUIRE(bench.tab_to("The complaint as we understand it"));
  bench->stage().typed("You want the roof mended.");
  bench.settle();
  REQUIRE(bench.tab_to("Record it"));
  bench.key("Enter");
  live.call_and_answer(200, kAcknowledged);
  CHECK(bench.stands_on() != "nothing");
  REQUIRE(bench.tab_to("Sign out"));
  bench.key("Enter");
  CHECK(bench.stands_on() != "nothing");
}

TEST_CASE("live: a complaint that is open is the scenario, the customer's screen and the dates") {
  LiveBench bench;
  CHECK(bench.open().reason == "He called.");
  CHECK(bench.says("Your complaint HP-BBBB-BBBB"));
  CHECK(bench.says("Why this date"));
  CHECK(bench.says("Homes Plus"));
  CHECK((*bench).has_control("Acknowledge, by Thu 2 Apr"));
  // Read only: the customer's own presses lead nowhere.
  (*bench)->take_press({canvas::Press::Kind::send, "/homes-plus/track/withdrawal", {}});
  (*bench).settle();
  CHECK(bench.says("Read only"));
  CHECK(bench.says("Your complaint HP-BBBB-BBBB"));
}

TEST_CASE("live: an event is recorded with the colleagues' own form, and refused at its field") {
  LiveBench bench;
  bench.open();
  (*bench).press("Record: What happened?");
  CHECK_FALSE((*bench).has_control("Stage 2 response sent"));
  (*bench).press("Acknowledged");
  (*bench).press("Record it");
  Call const empty = bench.call();
  CHECK(empty.path == "/api/staff/complaints/HP-BBBB-BBBB/events");
  CHECK(empty.body == R"({"type":"acknowledged"})");
  bench.answer(422, R"({"detail":"x","problems":[{"code":"event_words_missing",)"
                    R"("pointer":"/definition","words":"Write what it is about"}]})");
  CHECK(bench.says("Write what it is about"));
  (*bench).press("The complaint as we understand it");
  (*bench)->stage().typed("You want the roof mended.");
  (*bench).settle();
  (*bench).press("Record it");
  bench.call_and_answer(0, "");
  CHECK(bench.says("Nobody could be reached"));
  (*bench).press("Record it");
  Call const again = bench.call_and_answer(200, kAcknowledged);
  CHECK(again.press == empty.press);
  CHECK(bench.says("Recorded: Acknowledged"));
  CHECK((*bench).has_control("Stage 1 response, by Wed 15 Apr"));
  CHECK(bench.live().complaint->viewings.size() == 1);
  start_recording(bench.live(), EventType::closed);
  CHECK(bench.live().press == empty.press + 1);
}

TEST_CASE("live: a token whose time is over forgets the colleague and the complaint") {
  LiveBench bench;
  bench.open();
  (*bench).press("Record: What happened?");
  (*bench).press("Acknowledged");
  (*bench).press("Record it");
  bench.call_and_answer(401, R"({"code":"not_signed_in"})");
  CHECK(bench.says("This token is not one we know"));
  CHECK(bench.live().token.empty());
  CHECK_FALSE(bench.live().complaint.has_value());
  CHECK_FALSE(bench.says("HP-BBBB-BBBB"));
}

TEST_CASE("live: without the role for it nothing is shown, and it is said which one is needed") {
  LiveBench bench;
  bench.type_token();
  bench.call_and_answer(200, R"({"id":"r.one","name":"Rita One","roles":["report"]})");
  CHECK(bench.says("preview, handle"));
  CHECK(bench.live().token.empty());
}

TEST_CASE("live: who may only look finds a complaint by its reference") {
  LiveBench looks;
  looks.type_token();
  looks.call_and_answer(200, R"({"id":"p.one","name":"Pat One","roles":["preview"]})");
  CHECK(looks.says("Find a complaint"));
  CHECK_FALSE((*looks)->take_call().has_value());
  (*looks).press("Find by reference");
  (*looks)->stage().typed("no reference");
  (*looks).settle();
  (*looks).press("Find it");
  CHECK(looks.live().step == LiveStep::work);
  CHECK_FALSE(looks.live().refusal.empty());
}

TEST_CASE("live: an answer that comes after signing out is nobody's") {
  LiveBench bench;
  bench.sign_in();
  (*bench).press("HP-BBBB-BBBB");
  (*bench).press("Show it");
  Call const late = bench.call();
  (*bench)->forget_colleague();
  (*bench)->take_answer({late.number, 200, std::string(kComplaint)});
  (*bench).settle();
  CHECK_FALSE(bench.live().complaint.has_value());
  CHECK_FALSE(bench.says("Zebedee Quill"));
}

TEST_CASE(
    "live: nothing that a customer wrote gets into the scenario, its file or what is undone") {
  LiveBench bench;
  std::string const before = scenario_json((*bench)->bench().scenario);
  bench.open(kAcknowledged);
  CHECK(scenario_json((*bench)->bench().scenario) == before);
  (*bench).press("Try its days as a scenario");
  std::string const days = scenario_json((*bench)->bench().scenario);
  CHECK(days.find("2026-03-30") != std::string::npos);
  for (std::string_view const own : {"roof", "Zebedee", "h.one", "BBBB"})
    CHECK(days.find(own) == std::string::npos);
  (*bench).press("Screen");
  CHECK_FALSE(bench.says("Zebedee Quill"));
  (*bench).press("Undo");
  CHECK((*bench)->bench().scenario.matter == first_scenario(support::shipped_policy()).matter);
  (*bench).press("Live");
  CHECK(is_live((*bench)->bench()));
  (*bench).press("Sign out");
  CHECK(bench.says("Your token stays in the memory of this tab"));
  CHECK_FALSE(is_live((*bench)->bench()));
}

TEST_CASE("live: what is told to assistive technology never holds the token") {
  LiveBench bench;
  bench.call_and_answer(401, "{}");
  (*bench).press("Your token");
  (*bench)->stage().typed(kToken);
  (*bench).settle();
  std::string const typed = report(**bench);
  CHECK(typed.find(kToken) == std::string::npos);
  CHECK(typed.find("Your token") != std::string::npos);
  (*bench).press("Sign in");
  // Only the call itself carries it, and only once.
  CHECK(report(**bench).find(kToken) != std::string::npos);
  CHECK(report(**bench).find(kToken) == std::string::npos);
}
