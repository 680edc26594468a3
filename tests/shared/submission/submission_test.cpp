#include "shared/submission/submission.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/shipped_policy.hpp"

using namespace putright;

static std::vector<std::string> codes_of(std::vector<Problem> const& problems) {
  std::vector<std::string> codes;
  codes.reserve(problems.size());
  for (auto const& problem : problems)
    codes.emplace_back(name(problem.code));
  return codes;
}

static Submission good() {
  Submission submission;
  submission.set(Field::brand, "homes-plus");
  submission.set(Field::kind, "complaint");
  submission.set(Field::what_happened, "The roof leaks.");
  submission.set(Field::email, "grace@example.org");
  return submission;
}

using Codes = std::vector<std::string>;

TEST_CASE("submission: only brand, kind, words and one way to reply are required") {
  CHECK(codes_of(check_submission(good(), support::shipped_policy())).empty());
  CHECK(codes_of(check_submission({}, support::shipped_policy())) ==
        Codes{"brand_missing", "kind_missing", "what_happened_missing", "reply_missing"});
}

TEST_CASE("submission: all problems at once, in screen order") {
  Submission submission = good();
  submission.set(Field::brand, "no-such-brand");
  submission.set(Field::matter, "no-such-matter");
  submission.set(Field::what_happened, " \r\n ");
  submission.set(Field::email, "grace at example");
  submission.set(Field::phone, "12");
  CHECK(codes_of(check_submission(submission, support::shipped_policy())) ==
        Codes{"brand_unknown", "matter_unknown", "what_happened_missing", "email_incomplete",
              "phone_incomplete"});
}

TEST_CASE("submission: the way to reply that was chosen needs its address") {
  for (auto const& [by, code] : {std::pair{"phone", "phone_missing"},
                                 {"letter", "address_missing"},
                                 {"pigeon", "reply_unknown"}}) {
    Submission submission = good();
    submission.set(Field::reply_by, by);
    CHECK(codes_of(check_submission(submission, support::shipped_policy())) == Codes{code});
  }
}

TEST_CASE("submission: each limit holds on both sides, counted in characters and not bytes") {
  for (auto const& rule : kFieldRules) {
    if (rule.max_characters < 200) continue;
    Submission submission = good();
    std::string text;
    for (std::size_t count = 0; count < rule.max_characters; ++count)
      text += "\xE2\x82\xAC";
    submission.set(rule.field, rule.field == Field::email ? "" : text);
    if (rule.field == Field::email) continue;
    submission.set(Field::on_behalf_of_consent, "yes");
    auto const has = [&](char const* code) {
      auto const codes = codes_of(check_submission(submission, support::shipped_policy()));
      return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    CHECK_MESSAGE(!has("text_too_long"), rule.name);
    if (rule.field == Field::on_behalf_of_consent) continue;
    submission.set(rule.field, text + "x");
    CHECK_MESSAGE(has("text_too_long"), rule.name);
  }
}

TEST_CASE("submission: of several answers that are too long each is called by its own name") {
  Submission submission = good();
  for (auto const& rule : kFieldRules)
    if (rule.lines == Lines::many || rule.max_characters >= 200)
      submission.set(rule.field, std::string(rule.max_characters + 1, 'x'));
  std::vector<std::string> words;
  for (auto const& problem : check_submission(submission, support::shipped_policy()))
    if (problem.code == ProblemCode::text_too_long) words.push_back(problem.words);
  CHECK(words.size() > 10);
  for (auto const& each : words) {
    CHECK(std::count(words.begin(), words.end(), each) == 1);
    CHECK_FALSE(each.starts_with("This answer"));
  }
  CHECK(too_long("/other", 1000).words == "This answer must be 1,000 characters or fewer");
}

TEST_CASE("submission: names and addresses of the real world pass") {
  for (char const* const name : {"Siân", "O’Brien-Llwyd", "محمد علی", "李", "Ngô Thị Ánh"}) {
    Submission submission = good();
    submission.set(Field::name, name);
    submission.set(Field::reply_by, "letter");
    submission.set(Field::address, "BFPO 57\r\nno fixed address");
    CHECK(check_submission(submission, support::shipped_policy()).empty());
    CHECK(submission[Field::name] == name);
    CHECK(submission[Field::address] == "BFPO 57\nno fixed address");
  }
}

TEST_CASE(
    "submission: what a word processor pastes comes through; what cannot be text becomes a sign of "
    "it") {
  Submission submission;
  submission.set(Field::what_happened,
                 std::string{"“Quotes” – and\vlines\r\nand\rmore\x00\x07!", 39});
  CHECK(submission[Field::what_happened] ==
        "“Quotes” – and\nlines\nand\nmore\xEF\xBF\xBD\xEF\xBF\xBD!");
  submission.set(Field::name, "Grace\nOkafor\xFF");
  CHECK(submission[Field::name] == "Grace Okafor\xEF\xBF\xBD");
}

TEST_CASE(
    "submission: the JSON is read into fields; unknown and wrong ones are refused, all at once") {
  auto const refused =
      parse_submission(R"({"brand":"homes-plus","colour":"blue","email":7,"name":["x"]})");
  REQUIRE_FALSE(refused.ok());
  CHECK(codes_of(refused.error()) ==
        Codes{"field_unknown", "field_wrong_type", "field_wrong_type"});
  CHECK(refused.error()[1].pointer == "/email");
  CHECK(codes_of(parse_submission("[]").error()) == Codes{"not_an_object"});
  CHECK(codes_of(parse_submission("{").error()) == Codes{"json_malformed"});
}

TEST_CASE("submission: the canonical form reads back as the same submission") {
  Submission submission = good();
  submission.set(Field::what_happened, "“It’s wet” 😀 \"quoted\" \\ \t tab");
  auto const again = parse_submission(canonical_json(submission));
  REQUIRE(again.ok());
  CHECK(again.value() == submission);
}
