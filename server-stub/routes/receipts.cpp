#include "server-stub/routes/receipts.hpp"

#include "server-stub/http/refusal.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/verify/jws.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/receipt.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;

constexpr json::Limits kVerifyLimits{.bytes = limits::kVerifyBytes, .depth = 2};

Answer json_answer(std::string body, std::string_view cache) {
  Answer answer;
  answer.media_type = "application/json";
  answer.headers.push_back({"Cache-Control", std::string{cache}});
  answer.body = std::move(body);
  return answer;
}

std::vector<Problem> problems_in(json::Value const& root) {
  if (root.kind != json::Kind::object) return {make_problem(ProblemCode::not_an_object, "")};
  json::Value const* const receipt = root.find("receipt");
  if (receipt == nullptr || receipt->kind != json::Kind::string) {
    return {make_problem(ProblemCode::field_wrong_type, "/receipt", "receipt")};
  }
  return {};
}

}  // namespace

void verify_receipt(Stub& stub, http::Request const& request, http::Reply const& reply) {
  if (http::media_type_of(request.header("Content-Type")) != "application/json") {
    return reply(refuse(Refusal::media_type_not_supported));
  }
  auto const root = json::parse(request.body, kVerifyLimits);
  if (!root.ok())
    return reply(refuse(Refusal::body_malformed, {json::problem_of(root.error(), request.body)}));
  if (auto const problems = problems_in(root.value()); !problems.empty()) {
    return reply(refuse(Refusal::body_not_accepted, problems));
  }
  auto const verdict =
      verify_jws(root.value().string_at("receipt"), kReceiptType, stub.keys.checking);
  reply(json_answer(verdict_json(verdict, Paper::receipt), "no-store"));
}

void show_keys(Stub& stub, http::Request const&, http::Reply const& reply) {
  reply(json_answer(jwks_json(stub.keys.checking), "no-cache"));
}

}  // namespace putright::routes
