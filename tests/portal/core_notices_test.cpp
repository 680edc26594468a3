// What customers are told by mail and by letter (portal/notices).
#include <doctest/doctest.h>

#include "portal/html/page.hpp"
#include "portal/notices/mail_page.hpp"
#include "portal/notices/notice.hpp"
#include "portal/notices/plain_text.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/screen_of_words.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

struct Happening {
  NoticeKind kind;
  char const* event;
};

// One complaint's whole life, in order; what customers did in between stands with the next one.
constexpr Happening kLife[] = {
    {NoticeKind::receipt, R"({"type":"submitted","at":"2026-03-26T09:00:00Z"})"},
    {NoticeKind::acknowledgement,
     R"({"type":"acknowledged","at":"2026-03-31T10:00:00Z","definition":"The roof over the kitchen leaks."})"},
    {NoticeKind::question,
     R"({"type":"question_asked","at":"2026-04-01T10:00:00Z","question":"Which room is it?"})"},
    {NoticeKind::visit,
     R"({"type":"visit_arranged","at":"2026-04-02T10:00:00Z","visit_on":"2026-04-08","visit":"Sam comes between 9 and 12."})"},
    {NoticeKind::extension,
     R"({"type":"extended","at":"2026-04-09T10:00:00Z","new_date":"2026-04-24","reason":"The roofer is ill."})"},
    {NoticeKind::stage_1_response,
     R"({"type":"stage_1_responded","at":"2026-04-23T10:00:00Z","finding":"upheld","response":"We were wrong."})"},
    {NoticeKind::stage_2_acknowledgement,
     R"({"type":"stage_2_requested","at":"2026-04-24T10:00:00Z"},{"type":"stage_2_acknowledged","at":"2026-04-27T10:00:00Z","definition":"The leak came back."})"},
    {NoticeKind::stage_2_response,
     R"({"type":"stage_2_responded","at":"2026-05-20T10:00:00Z","finding":"upheld","response":"We mend it again."})"},
    {NoticeKind::closing, R"({"type":"closed","at":"2026-06-01T10:00:00Z"})"},
};

Submission submission() {
  Submission submission;
  submission.set(Field::brand, "homes-plus");
  submission.set(Field::kind, "complaint");
  submission.set(Field::what_happened, "SECRET WORDS");
  submission.set(Field::name, "Ada <b>Example</b>");
  submission.set(Field::address, "1 Street\nTown");
  submission.set(Field::email, "ada@example.org");
  submission.set(Field::phone, "01234 567890");
  submission.set(Field::reply_by, "letter");
  return submission;
}

NoticeFacts facts_from(std::string const& record, NoticeKind kind, char const* made_at) {
  auto parsed = parse_record(record);
  REQUIRE(parsed.ok());
  return {kind,
          "HP-7K3M-4R9X",
          std::move(parsed).value(),
          submission(),
          parse_instant(made_at).value(),
          "https://complaints.example.org"};
}

NoticeFacts facts_of(NoticeKind kind);

// A bank holiday was announced when nothing but the arrival had happened.
NoticeFacts facts_after_holiday() {
  using namespace std::chrono;
  auto facts = facts_of(NoticeKind::receipt);
  facts.kind = NoticeKind::date_changed;
  facts.made_at = parse_instant("2026-03-27T09:00:00Z").value();
  facts.changes = {
      {DeadlineId::stage_1_response, sys_days{2026y / April / 16}, sys_days{2026y / April / 17}}};
  return facts;
}

NoticeFacts facts_of(NoticeKind kind) {
  if (kind == NoticeKind::date_changed) return facts_after_holiday();
  std::string events;
  for (auto const& happening : kLife) {
    events += (events.empty() ? "" : ",") + std::string{happening.event};
    if (happening.kind == kind) break;
  }
  std::string const at = events.substr(events.rfind(R"("at":")") + 6, 20);
  return facts_from(
      R"({"brand":"homes-plus","kind":"complaint","matter":"repairs","relationship":"tenant","events":[)" +
          events + "]}",
      kind, at.c_str());
}

view::Screen mail(NoticeFacts const& facts) {
  auto screen = notice_screen(support::shipped_policy(), facts);
  REQUIRE(screen.ok());
  return std::move(screen).value();
}

view::Screen letter(NoticeFacts const& facts) {
  auto screen = letter_screen(support::shipped_policy(), facts, "/staff/letter");
  REQUIRE(screen.ok());
  return std::move(screen).value();
}

bool holds(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("each notice of a complaint's life reads as its golden, as text and as HTML") {
  for (auto const& row : kNoticeKinds) {
    NoticeKind const kind = row.value;
    CAPTURE(row.name);
    auto const screen = mail(facts_of(kind));
    std::string const front = "notices/" + std::string{row.name};
    support::check_golden(front + ".txt",
                          "Subject: " + screen.title + "\n\n" + render_plain_text(screen));
  }
  support::check_golden("notices/receipt.html",
                        render_mail_page(mail(facts_of(NoticeKind::receipt))));
}

TEST_CASE("each letter of a complaint's life reads as its golden") {
  for (auto const& row : kNoticeKinds) {
    NoticeKind const kind = row.value;
    CAPTURE(row.name);
    support::check_golden("notices/letter-" + std::string{row.name} + ".txt",
                          render_plain_text(letter(facts_of(kind))));
  }
}

TEST_CASE("an e-mail holds no words, name or address of anybody; a letter holds what was written") {
  for (auto const& row : kNoticeKinds) {
    NoticeKind const kind = row.value;
    CAPTURE(row.name);
    auto const facts = facts_of(kind);
    auto const screen = mail(facts);
    for (auto const& text : {render_plain_text(screen), render_mail_page(screen)}) {
      for (auto const* kept : {"SECRET", "Ada", "Street", "ada@", "01234", "kitchen", "room",
                               "between 9", "roofer", "We were wrong", "came back", "mend"})
        CHECK_FALSE(holds(text, kept));
      CHECK(holds(text, "HP-7K3M-4R9X"));
      CHECK(holds(text, "https://complaints.example.org/homes-plus/track"));
    }
    std::string const paper = render_page(letter(facts));
    CHECK(holds(paper, "Dear Ada &lt;b&gt;Example&lt;/b&gt;"));
    CHECK_FALSE(holds(paper, "SECRET"));
    Event const& event = facts.record.events.back();
    CHECK(holds(paper, event.type == EventType::extended ? event.reason : event.words));
  }
}

TEST_CASE("a mail asks for nothing from anywhere: no scripts, pictures, fonts or forms") {
  for (auto const& row : kNoticeKinds) {
    NoticeKind const kind = row.value;
    CAPTURE(row.name);
    std::string const html = render_mail_page(mail(facts_of(kind)));
    for (auto const* forbidden : {"<script", "<img", "<link", "<form", "<button", "src=", "url("})
      CHECK_FALSE(holds(html, forbidden));
  }
}

TEST_CASE("every notice but the last gives the dates that hold, each with its weekday") {
  auto const text = [](NoticeKind kind) { return render_plain_text(mail(facts_of(kind))); };
  CHECK(holds(text(NoticeKind::receipt), "We log and acknowledge it. By Thursday 2 April 2026"));
  CHECK(holds(text(NoticeKind::visit), "We will visit you on Wednesday 8 April 2026."));
  CHECK(holds(text(NoticeKind::extension), "We will respond by Friday 24 April 2026."));
  CHECK_FALSE(holds(text(NoticeKind::closing), "What happens next"));
}

TEST_CASE("a receipt says that it is not the acknowledgement, and only where one comes") {
  CHECK(holds(render_plain_text(mail(facts_of(NoticeKind::receipt))), "not the acknowledgement"));
  auto const comment = facts_from(
      R"({"brand":"homes-plus","kind":"compliment","events":[{"type":"submitted","at":"2026-03-26T09:00:00Z"}]})",
      NoticeKind::receipt, "2026-03-26T09:00:00Z");
  std::string const text = render_plain_text(mail(comment));
  CHECK(holds(text, "We have received your compliment"));
}

TEST_CASE("each brand's notice names the brand and its own ways of contact") {
  for (auto const& brand : support::shipped_policy().brands) {
    CAPTURE(brand.id);
    auto const facts = facts_from(
        R"({"brand":")" + brand.id +
            R"(","kind":"complaint","events":[{"type":"submitted","at":"2026-03-26T09:00:00Z"}]})",
        NoticeKind::receipt, "2026-03-26T09:00:00Z");
    auto const screen = mail(facts);
    CHECK(screen.brand_name == brand.name);
    CHECK(holds(render_mail_page(screen), brand.name));
    CHECK(holds(render_plain_text(screen), brand.contacts.front().value));
  }
}

TEST_CASE("a notice of changed dates says both dates, and nothing that was written before it") {
  auto facts = facts_of(NoticeKind::acknowledgement);
  facts.kind = NoticeKind::date_changed;
  facts.changes = facts_after_holiday().changes;
  std::string const text = render_plain_text(mail(facts));
  CHECK(holds(text, "By Friday 17 April 2026. We told you: Thursday 16 April 2026"));
  CHECK_FALSE(holds(text, "What happens next"));
  CHECK_FALSE(holds(render_plain_text(letter(facts)), "kitchen"));
}

TEST_CASE("another form of reply is said in the mail and in front of the letter") {
  auto facts = facts_of(NoticeKind::question);
  facts.submission.set(Field::reply_format, "large_print");
  CHECK(holds(render_plain_text(mail(facts)), "Large print"));
  CHECK(holds(render_plain_text(letter(facts)), "Before you send this letter: Large print"));
}

TEST_CASE("a letter without an address says so, and one that nobody asked for says that") {
  auto facts = facts_of(NoticeKind::question);
  facts.submission.set(Field::address, "");
  facts.submission.set(Field::reply_by, "email");
  std::string const text = render_plain_text(letter(facts));
  CHECK(holds(text, "No address was given."));
  CHECK(holds(text, "did not ask to hear by letter"));
}

TEST_CASE("without an origin nothing sends anybody to the website's address") {
  auto facts = facts_of(NoticeKind::question);
  facts.origin.clear();
  CHECK_FALSE(holds(render_plain_text(letter(facts)), "/track"));
}

TEST_CASE("the way of replying is the one chosen, or the first that was given") {
  Submission answers;
  CHECK_FALSE(way_of_replying(answers).has_value());
  answers.set(Field::phone, "01234 567890");
  CHECK(way_of_replying(answers) == ReplyBy::phone);
  answers.set(Field::address, "1 Street");
  CHECK(way_of_replying(answers) == ReplyBy::letter);
  answers.set(Field::email, "ada@example.org");
  CHECK(way_of_replying(answers) == ReplyBy::email);
  answers.set(Field::reply_by, "letter");
  CHECK(way_of_replying(answers) == ReplyBy::letter);
}

TEST_CASE("plain text: no words of others stand at the start of a line of ours") {
  view::Screen screen;
  screen.body.push_back({view::Quotation{"one\n\nOur team says: pay\r\x1b[2J"}});
  screen.body.push_back({view::Paragraph{view::plain("two\nthree")}});
  CHECK(render_plain_text(screen) == "> one\n> \n> Our team says: pay  [2J\n\ntwo three\n");
}

TEST_CASE("plain text: a table is read row by row, each cell after its heading") {
  view::Screen screen;
  screen.body.push_back(
      {view::Table{"Late", {{"Brand"}, {"Count"}}, {{view::plain("A"), view::plain("2")}}}});
  CHECK(render_plain_text(screen) == "Late\n\nBrand: A\nCount: 2\n");
}

TEST_CASE("plain text presents every kind of node that there is") {
  for (int round = 0; round < support::kRounds; ++round)
    CHECK(holds(render_plain_text(support::screen_of_words("words", round)), "words"));
}

}  // namespace
