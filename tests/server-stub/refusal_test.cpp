#include "server-stub/http/refusal.hpp"

#include <set>

#include <doctest/doctest.h>

#include "shared/wire/json.hpp"

namespace putright::http {
namespace {

TEST_CASE("each refusal has a code of its own, words, and an answer that RFC 9457 describes") {
  std::set<std::string> codes;
  for (int number = 0; number <= static_cast<int>(Refusal::internal_failure); ++number) {
    auto const refusal = static_cast<Refusal>(number);
    CHECK(codes.emplace(name(refusal)).second);
    CHECK(words_of(refusal).back() == '.');
    Answer const answer = refuse(refusal);
    CHECK(answer.status == status_of(refusal));
    CHECK(answer.media_type == "application/problem+json");
    auto const body = json::parse(answer.content(), json::kDocumentLimits);
    REQUIRE(body.ok());
    CHECK(body.value().string_at("code") == name(refusal));
    CHECK(body.value().find("status")->integer == answer.status);
    CHECK(body.value().find("problems")->kind == json::Kind::array);
  }
}

TEST_CASE("a refusal carries the problems that the customer can fix") {
  Answer const answer =
      refuse(Refusal::body_not_accepted, {make_problem(ProblemCode::brand_unknown, "/brand")});
  auto const body = json::parse(answer.content(), json::kDocumentLimits);
  REQUIRE(body.ok());
  auto const& problems = body.value().find("problems")->items;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].string_at("pointer") == "/brand");
  CHECK(problems[0].string_at("code") == "brand_unknown");
}

}  // namespace
}  // namespace putright::http
