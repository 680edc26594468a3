#include "shared/submission/later_forms.hpp"

#include <doctest/doctest.h>

using namespace putright;

static std::string refusal(LaterForm form, std::string_view text) {
  auto const read = read_later_form(form, text);
  std::string names;
  if (read.ok()) return names;
  for (auto const& problem : read.error())
    names += problem.pointer + ":" + std::string{name(problem.code)} + " ";
  return names;
}

TEST_CASE("later forms: a stage 2 request needs no reasons, nor a withdrawal any") {
  CHECK(refusal(LaterForm::stage_2_request, "{}") == "");
  CHECK(refusal(LaterForm::withdrawal, "{}") == "");
}

TEST_CASE(
    "later forms: an answer must say something; what is given comes back tidied and in screen "
    "order") {
  CHECK(refusal(LaterForm::answer, "{}") == "/answer:answer_missing ");
  CHECK(refusal(LaterForm::answer, R"({"answer":" \r\n "})") == "/answer:answer_missing ");
  auto const given = read_later_form(
      LaterForm::stage_2_request,
      R"({"what_would_put_it_right":"Mend it\r\n","why_not_satisfied":" No answer "})");
  REQUIRE(given.ok());
  CHECK(given.value() ==
        GivenTexts{{"why_not_satisfied", "No answer"}, {"what_would_put_it_right", "Mend it"}});
}

TEST_CASE("later forms: unknown fields, wrong types and limits are refused, all at once") {
  CHECK(refusal(LaterForm::answer, R"({"answer":7,"colour":"blue"})") ==
        "/answer:field_wrong_type /colour:field_unknown /answer:answer_missing ");
  CHECK(refusal(LaterForm::answer, "{\"answer\":\"" + std::string(10000, 'x') + "\"}") == "");
  CHECK(refusal(LaterForm::answer, "{\"answer\":\"" + std::string(10001, 'x') + "\"}") ==
        "/answer:text_too_long ");
  CHECK(refusal(LaterForm::answer, "[1]") == ":not_an_object ");
}
