// From what is kept to what goes out, and what a colleague may say of it (server-stub/notices).
#include <doctest/doctest.h>

#include "portal/html/page.hpp"
#include "server-stub/notices/by_hand.hpp"
#include "server-stub/notices/composing.hpp"
#include "server-stub/notices/new_notices.hpp"
#include "tests/support/shipped_policy.hpp"

namespace putright::notices {
namespace {

using store::KeptNotice;
using store::NoticeState;

constexpr char kFrom[] = "complaints@example.org";
constexpr char kOrigin[] = "https://complaints.example.org";

Instant at(char const* text) {
  return parse_instant(text).value();
}

// Acknowledged, and then closed.
store::KeptComplaint kept(std::string const& more = R"("email":"ada@example.org")") {
  store::KeptComplaint complaint;
  complaint.reference = "HP-7K3M-4R9X";
  complaint.brand = "homes-plus";
  complaint.kind = "complaint";
  complaint.edition = "group-v2-mar24";
  complaint.promised = "[]";
  complaint.submission =
      R"({"brand":"homes-plus","kind":"complaint","what_happened":"words",)" + more + "}";
  complaint.events = {
      {"submitted", "2026-03-26T09:00:00Z", "{}"},
      {"acknowledged", "2026-03-31T10:00:00Z", R"({"definition":"The roof leaks."})"},
      {"closed", "2026-04-01T10:00:00Z", "{}"}};
  return complaint;
}

KeptNotice notice(std::size_t position, std::string const& kind, std::string const& way = "email") {
  return {{"HP-7K3M-4R9X", position, kind},
          way,
          NoticeState::waiting,
          "2026-03-31T10:00:00Z",
          0,
          "",
          ""};
}

Outcome<Message, Failure> composed(store::KeptComplaint const& complaint, KeptNotice const& row) {
  auto const facts = facts_of(complaint, row, kOrigin);
  REQUIRE(facts.has_value());
  return compose(support::shipped_policy(), *facts, row.key, kFrom);
}

TEST_CASE("a notice that goes late says what was so with its event, not what came after") {
  auto const message = composed(kept(), notice(1, "acknowledgement"));
  REQUIRE(message.ok());
  CHECK(message.value().plain_text.find("We send our stage 1 response. By") != std::string::npos);
  CHECK(message.value().plain_text.find("closed") == std::string::npos);
  CHECK(message.value().to == "ada@example.org");
  CHECK(message.value().id == "HP-7K3M-4R9X.1.acknowledgement@example.org");
  CHECK(message.value().reply_to == "feedback@housingplusgroup.co.uk");
}

TEST_CASE("a notice that does not fit its complaint is none") {
  CHECK_FALSE(facts_of(kept(), notice(3, "closing"), kOrigin).has_value());
  CHECK_FALSE(facts_of(kept(), notice(1, "unheard_of"), kOrigin).has_value());
  auto broken = kept();
  broken.submission = "{";
  CHECK_FALSE(facts_of(broken, notice(1, "acknowledgement"), kOrigin).has_value());
}

TEST_CASE("what has no address that mail can be sent to is refused without saying it") {
  auto const message =
      composed(kept(R"("email":"a\u0000b@example.org","reply_by":"email")"), notice(0, "receipt"));
  REQUIRE_FALSE(message.ok());
  CHECK(message.error().why.find('@') == std::string::npos);
}

TEST_CASE("an event brings a notice by the way asked for, and what customers do brings none") {
  auto const made = at("2026-03-31T10:00:00Z");
  auto const ways = [&](EventType type, std::string const& more) {
    std::string text;
    for (auto const& one : new_notices(type, kept(more), made))
      text += one.kind + " by " + one.way + " at " + one.made_at;
    return text;
  };
  CHECK(ways(EventType::acknowledged, R"("email":"a@b.org")") ==
        "acknowledgement by email at 2026-03-31T10:00:00Z");
  CHECK(ways(EventType::visit_arranged, R"("email":"a@b.org","address":"x","reply_by":"letter")") ==
        "visit by letter at 2026-03-31T10:00:00Z");
  CHECK(ways(EventType::closed, R"("phone":"01234 567890")") ==
        "closing by phone at 2026-03-31T10:00:00Z");
  for (auto const type : {EventType::officer_assigned, EventType::question_answered,
                          EventType::stage_2_requested, EventType::withdrawn})
    CHECK(ways(type, R"("email":"a@b.org")").empty());
}

TEST_CASE("a letter is that of the notice that is asked for, and of no other") {
  std::vector<KeptNotice> const rows{notice(0, "receipt"), notice(1, "acknowledgement", "letter")};
  auto const letter =
      letter_about(support::shipped_policy(), kept(R"("address":"1 Street","name":"Ada")"), rows,
                   rows[1].key, kOrigin, "/staff/complaints/HP-7K3M-4R9X/letters/1");
  REQUIRE(letter.has_value());
  std::string const page = render_page(*letter);
  CHECK(page.find("The roof leaks.") != std::string::npos);
  CHECK(page.find("Dear Ada") != std::string::npos);
  store::NoticeKey const other{"HP-7K3M-4R9X", 2, "closing"};
  CHECK_FALSE(
      letter_about(support::shipped_policy(), kept(), rows, other, kOrigin, "/").has_value());
}

TEST_CASE(
    "a notice of changed dates says the dates that were kept with it, under an id of its own") {
  auto row = notice(1, "date_changed");
  row.key.calendar = "abc";
  row.changes = R"([{"id":"stage_1_response","was":"2026-04-16","now":"2026-04-17"}])";
  auto const message = composed(kept(), row);
  REQUIRE(message.ok());
  CHECK(message.value().id == "HP-7K3M-4R9X.1.date_changed.abc@example.org");
  CHECK(message.value().plain_text.find("We told you: Thursday 16 April 2026") !=
        std::string::npos);
}

TEST_CASE("a colleague may mark what was asked for by letter as posted, and nothing else of it") {
  Colleague const colleague{"h.one", "Hannah One", {}};
  auto const now = at("2026-04-01T10:00:00Z");
  auto row = notice(1, "acknowledgement", "letter");
  auto const posted = sent_by_hand(row, ReplyBy::letter, colleague, now);
  REQUIRE(posted.has_value());
  CHECK(posted->after.state == NoticeState::sent);
  REQUIRE(posted->audit.has_value());
  CHECK(posted->audit->entry.find("colleague:h.one") != std::string::npos);
  CHECK_FALSE(sent_by_hand(row, ReplyBy::email, colleague, now).has_value());
  CHECK_FALSE(sent_by_hand(row, ReplyBy::phone, colleague, now).has_value());
  row.state = NoticeState::sent;
  CHECK_FALSE(sent_by_hand(row, ReplyBy::letter, colleague, now).has_value());
}

TEST_CASE(
    "a mail that was given up goes by letter or call, or is tried again; one that waits does not") {
  Colleague const colleague{"h.one", "Hannah One", {}};
  auto const now = at("2026-04-01T10:00:00Z");
  auto row = notice(1, "acknowledgement");
  CHECK_FALSE(sent_by_hand(row, ReplyBy::letter, colleague, now).has_value());
  CHECK_FALSE(tried_again(row, now).has_value());
  row.state = NoticeState::given_up;
  row.tries = 15;
  CHECK(sent_by_hand(row, ReplyBy::letter, colleague, now)->after.way == "letter");
  CHECK_FALSE(sent_by_hand(row, ReplyBy::email, colleague, now).has_value());
  auto const again = tried_again(row, now);
  REQUIRE(again.has_value());
  CHECK(again->after.state == NoticeState::waiting);
  CHECK(again->after.tries == 0);
  CHECK(again->after.next_try_at == "2026-04-01T10:00:00Z");
}

}  // namespace
}  // namespace putright::notices
