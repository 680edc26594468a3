#include "portal/journey/answering.hpp"
#include "shared/wire/json.hpp"

namespace putright::answering {

std::vector<Problem> problems_in(EffectAnswer const& answer) {
  if (answer.status == 0) return {make_problem(ProblemCode::not_sent_unreachable, "")};
  auto const body = json::parse(answer.body, json::kDocumentLimits);
  json::Value const* const listed = body.ok() ? body.value().find("problems") : nullptr;
  std::vector<Problem> problems;
  if (listed != nullptr) {
    for (auto const& item : listed->items) {
      if (auto const code = problem_code_named(item.string_at("code")))
        problems.push_back(
            {*code, std::string{item.string_at("pointer")}, std::string{item.string_at("words")}});
    }
  }
  if (problems.empty()) problems.push_back(make_problem(ProblemCode::not_sent_not_kept, ""));
  return problems;
}

}  // namespace putright::answering
