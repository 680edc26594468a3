// The customer's path through the portal, as the pure function that both faces share.
#include <algorithm>

#include <doctest/doctest.h>

#include "portal/html/page.hpp"
#include "portal/journey/draft.hpp"
#include "portal/journey/portal.hpp"
#include "shared/wire/json.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

constexpr char kEntropy[] = "0123456789abcdef0123456789abcdef";

PortalRequest post(std::string path, std::vector<std::pair<std::string, std::string>> form) {
  return {Method::post, std::move(path), std::move(form), *parse_instant("2026-03-26T09:00:00Z"),
          kEntropy,     std::nullopt};
}

PortalResponse ask(PortalRequest const& request) {
  return answer_request(request, support::shipped_policy());
}

// The hidden draft of a screen, as the next press sends it back.
std::string draft_on(view::Screen const& screen) {
  for (auto const& node : screen.body) {
    auto const* const form = std::get_if<view::Form>(&node.is);
    if (form == nullptr) continue;
    for (auto const& [name, value] : form->carried) {
      if (name == "draft") return value;
    }
  }
  return {};
}

Draft full_draft() {
  Draft draft;
  draft.id = kEntropy;
  draft.answers.set(Field::matter, "repairs");
  draft.answers.set(Field::what_happened, "The roof leaks.");
  draft.answers.set(Field::reply_by, "email");
  draft.answers.set(Field::email, "grace@example.org");
  return draft;
}

PortalRequest press_on_check(std::string go) {
  return post("/homes-plus/complaint/check",
              {{"draft", draft_text(full_draft())}, {"go", std::move(go)}});
}

constexpr char kKept[] =
    R"({"reference":"HP-7K3M-4R9X","tracking_key":"KEY","receipt":"a.b.c","received_at":"2026-03-26T09:00:01Z"})";

}  // namespace

// Presses Continue on a screen with these answers and gives the next one.
static PortalResponse go_on(PortalResponse const& from,
                            std::vector<std::pair<std::string, std::string>> answers) {
  std::vector<std::pair<std::string, std::string>> form{{"draft", draft_on(from.screen)}};
  form.insert(form.end(), answers.begin(), answers.end());
  form.emplace_back("go", "continue");
  return ask(post(from.screen.path, std::move(form)));
}

static PortalResponse at(std::string path) {
  return ask({Method::get,
              std::move(path),
              {},
              *parse_instant("2026-03-26T09:00:00Z"),
              kEntropy,
              std::nullopt});
}

TEST_CASE("journey: each Continue goes one screen on and keeps every answer") {
  auto response = go_on(at("/homes-plus/complaint/who-for"), {{"who_for", "self"}});
  CHECK(response.screen.id == "complaint-about");
  response = go_on(response, {{"matter", "repairs"}});
  CHECK(response.screen.id == "complaint-what-happened");
  response = go_on(response, {{"what_happened", "The roof leaks."}});
  CHECK(response.screen.id == "complaint-when-and-who");
  response = go_on(response, {{"when_it_happened", "since January"}, {"effect", "Worry"}});
  CHECK(response.screen.id == "complaint-put-right");
  response = go_on(response, {{"what_would_put_it_right", "Mend it"}});
  CHECK(response.screen.id == "complaint-files");
  response = go_on(response, {});
  CHECK(response.screen.id == "complaint-your-details");
  response = go_on(response, {{"reply_by", "email"}, {"email", "grace@example.org"}});
  CHECK(response.screen.id == "complaint-adjustments");
  response = go_on(response, {{"reply_format", "large_print"}});
  CHECK(response.screen.id == "complaint-check");
  Draft const draft = read_draft(draft_on(response.screen));
  CHECK(draft.id == kEntropy);
  CHECK(draft.answers[Field::matter] == "repairs");
  CHECK(draft.answers[Field::what_happened] == "The roof leaks.");
  CHECK(draft.answers[Field::when_it_happened] == "since January");
  CHECK(draft.answers[Field::effect] == "Worry");
  CHECK(draft.answers[Field::what_would_put_it_right] == "Mend it");
  CHECK(draft.answers[Field::reply_format] == "large_print");
}

TEST_CASE("journey: whoever does it for somebody else is asked about them, and nobody else is") {
  auto const other = go_on(at("/care-plus/comment/who-for"), {{"who_for", "somebody_else"}});
  CHECK(other.screen.id == "comment-on-behalf");
  auto const nobody = go_on(other, {});
  CHECK(nobody.status == 422);
  CHECK(nobody.screen.problems[0].field == "on_behalf_of_name");
  auto const named = go_on(other, {{"on_behalf_of_name", "Ada"}});
  CHECK(named.status == 422);
  CHECK(named.screen.problems[0].field == "on_behalf_of_consent");
  auto const agreed = go_on(named, {{"on_behalf_of_consent", "She asked me. Call her."}});
  CHECK(agreed.screen.id == "comment-what-happened");
  CHECK(go_on(at("/care-plus/comment/who-for"), {}).screen.id == "comment-what-happened");
}

TEST_CASE("journey: what was said about somebody else is not sent once it is for oneself") {
  Draft draft = full_draft();
  draft.is_for = Draft::For::somebody_else;
  draft.answers.set(Field::on_behalf_of_name, "Ada");
  draft.answers.set(Field::on_behalf_of_consent, "She asked me");
  CHECK(submission_of(draft)[Field::on_behalf_of_name] == "Ada");
  draft.is_for = Draft::For::self;
  CHECK(submission_of(draft)[Field::on_behalf_of_name].empty());
  CHECK(draft.answers[Field::on_behalf_of_name] == "Ada");
}

TEST_CASE("journey: files are added one by one, taken away again, and refused by name") {
  std::string const digest(64, 'a');
  auto const press_files = [&](PortalResponse const& from, std::string name, std::string value,
                               std::string go) {
    return ask(post("/homes-plus/complaint/files", {{"draft", draft_on(from.screen)},
                                                    {std::move(name), std::move(value)},
                                                    {"go", std::move(go)}}));
  };
  auto const first =
      press_files(at("/homes-plus/complaint/files"), "attachment", digest + " roof.jpg", "add");
  CHECK(first.screen.id == "complaint-files");
  CHECK(read_draft(draft_on(first.screen)).answers[Field::attachments] == digest + " roof.jpg");
  auto const refused =
      press_files(first, "attachment_problem", "attachment_type_not_allowed tool.exe", "add");
  CHECK(refused.status == 422);
  CHECK(refused.screen.problems[0].words.find("tool.exe") != std::string::npos);
  CHECK(read_draft(draft_on(refused.screen)).answers[Field::attachments] == digest + " roof.jpg");
  auto const without = press_files(first, "nothing", "", "remove-1");
  CHECK(read_draft(draft_on(without.screen)).answers[Field::attachments].empty());
}

TEST_CASE(
    "journey: what is missing is said at its field, in the summary and in the title, and nothing "
    "is lost") {
  auto const response =
      ask(post("/homes-plus/complaint/your-details", {{"draft", draft_text(full_draft())},
                                                      {"name", "Grace"},
                                                      {"reply_by", "email"},
                                                      {"email", "grace"},
                                                      {"go", "continue"}}));
  CHECK(response.status == 422);
  CHECK(response.screen.id == "complaint-your-details");
  REQUIRE(response.screen.problems.size() == 1);
  CHECK(response.screen.problems[0].field == "email");
  CHECK(page_title(response.screen).starts_with("Error: "));
  std::string const page = render_page(response.screen);
  CHECK(page.find("<a href=\"#email\">Enter an email address in the form name@example.com</a>") !=
        std::string::npos);
  CHECK(page.find("value=\"Grace\"") != std::string::npos);
  CHECK(page.find("value=\"grace\"") != std::string::npos);
}

TEST_CASE("journey: Back keeps what was typed on the screen it leaves, problems or not") {
  auto const response =
      ask(post("/homes-plus/complaint/your-details",
               {{"draft", draft_text(full_draft())}, {"email", "not an address"}, {"go", "back"}}));
  CHECK(response.status == 200);
  CHECK(response.screen.id == "complaint-files");
  CHECK(read_draft(draft_on(response.screen)).answers[Field::email] == "not an address");
}

TEST_CASE("journey: Change on the check screen comes back to the check screen") {
  auto const changing = ask(press_on_check("change-what-happened"));
  CHECK(changing.screen.id == "complaint-what-happened");
  auto const changed = ask(post(changing.screen.path, {{"draft", draft_on(changing.screen)},
                                                       {"what_happened", "It still leaks."},
                                                       {"go", "continue"}}));
  CHECK(changed.screen.id == "complaint-check");
  CHECK(read_draft(draft_on(changed.screen)).answers[Field::what_happened] == "It still leaks.");
}

TEST_CASE("journey: before it is sent, nothing on the screen looks as if it had been received") {
  auto const page = render_page(ask(press_on_check("")).screen);
  CHECK(page.find("If you send it today, Thursday 26 March 2026") != std::string::npos);
  CHECK(page.find("putright-timeline__step--done") == std::string::npos);
  CHECK(page.find("It has not been sent yet.") != std::string::npos);
}

TEST_CASE("journey: Send asks for one call, under the draft's id, with the canonical submission") {
  auto const response = ask(press_on_check("send"));
  REQUIRE(response.effect.has_value());
  CHECK(response.effect->path == "/api/complaints");
  CHECK(response.effect->idempotency_key == kEntropy);
  CHECK(
      response.effect->body ==
      R"({"brand":"homes-plus","email":"grace@example.org","kind":"complaint","matter":"repairs","reply_by":"email","what_happened":"The roof leaks."})");
}

TEST_CASE(
    "journey: the receipt screen shows the reference, the key and each date with its working out") {
  auto request = press_on_check("send");
  request.answer = EffectAnswer{201, kKept};
  auto const response = ask(request);
  CHECK(response.status == 200);
  CHECK_FALSE(response.effect.has_value());
  CHECK(response.screen.id == "complaint-sent");
  std::string const page = render_page(response.screen);
  for (char const* const words :
       {"HP-7K3M-4R9X", "By Thursday 2 April 2026", "By Monday 20 April 2026 at the latest",
        "Good Friday", "Saturday 28 March", "It is not the acknowledgement", "0300"}) {
    CHECK_MESSAGE(page.find(words) != std::string::npos, words);
  }
}

TEST_CASE(
    "journey: when nobody can be reached it says that it has not been sent, and keeps everything") {
  for (int const status : {0, 503, 500}) {
    auto request = press_on_check("send");
    request.answer = EffectAnswer{status, ""};
    auto const response = ask(request);
    CHECK(response.status == 502);
    CHECK(response.screen.id == "complaint-check");
    REQUIRE(response.screen.problems.size() == 1);
    CHECK(response.screen.problems[0].words.find("It has not been sent") != std::string::npos);
    CHECK(read_draft(draft_on(response.screen)).answers[Field::what_happened] == "The roof leaks.");
  }
}

TEST_CASE("journey: what the stub refuses is shown where it is asked, in the stub's words") {
  auto request = press_on_check("send");
  request.answer = EffectAnswer{
      422,
      R"({"problems":[{"code":"attachment_not_kept","pointer":"/attachments","words":"We do not have it any more."}]})"};
  auto const response = ask(request);
  CHECK(response.status == 422);
  CHECK(response.screen.id == "complaint-files");
  REQUIRE(response.screen.problems.size() == 1);
  CHECK(response.screen.problems[0].words == "We do not have it any more.");
  CHECK(read_draft(draft_on(response.screen)).answers[Field::what_happened] == "The roof leaks.");
}

TEST_CASE("journey: changed after it was sent, it can be sent as a new one under a new id") {
  auto request = press_on_check("send");
  request.answer = EffectAnswer{409, "{}"};
  auto const conflict = ask(request);
  CHECK(conflict.screen.problems[0].words.find("changed it since") != std::string::npos);
  auto again = press_on_check("send-as-new");
  again.entropy = "ffffffffffffffffffffffffffffffff";
  CHECK(ask(again).effect->idempotency_key == again.entropy);
}

TEST_CASE(
    "journey: every path that is made ahead of time is a screen, and an unknown one is not found") {
  for (auto const& path : static_paths(support::shipped_policy())) {
    PortalRequest const request{Method::get, path, {}, *parse_instant("2026-03-26T09:00:00Z"), "",
                                std::nullopt};
    CHECK_MESSAGE(ask(request).status == 200, path);
    CHECK_MESSAGE(ask(request).screen.path == path, path);
  }
  PortalRequest const receipt{Method::get, "/homes-plus/complaint/sent", {}, {}, "", std::nullopt};
  CHECK(ask(receipt).screen.id == "track");
  PortalRequest const unknown{Method::get, "/homes-plus/complaint/nonsense", {}, {}, "",
                              std::nullopt};
  CHECK(ask(unknown).status == 404);
}

TEST_CASE("journey: hostile text in any answer is shown as text") {
  Draft draft = full_draft();
  std::string const hostile = "<script>alert(1)</script> \"quoted\" 'single' & \xE2\x80\xAE bidi";
  for (auto const& rule : kFieldRules) {
    if (rule.field != Field::brand && rule.field != Field::kind)
      draft.answers.set(rule.field, hostile);
  }
  auto const page =
      render_page(ask(post("/homes-plus/complaint/check", {{"draft", draft_text(draft)}})).screen);
  CHECK(page.find("<script>alert") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("tracking: a mistyped reference is noticed before anybody is asked") {
  auto const response = ask(post(
      "/homes-plus/track", {{"reference", "HP-7K3M-4R9Y"}, {"tracking_key", ""}, {"go", "track"}}));
  CHECK(response.status == 422);
  CHECK_FALSE(response.effect.has_value());
  REQUIRE(response.screen.problems.size() == 2);
  CHECK(response.screen.problems[0].field == "reference");
  CHECK(response.screen.problems[1].field == "tracking_key");
}
