#include "portal/colleagues/refusals.hpp"

#include "shared/wire/json.hpp"

namespace putright::colleagues {

std::vector<Problem> problems_in(std::string_view refusal_json) {
  std::vector<Problem> problems;
  auto const root = json::parse(refusal_json, json::kSubmissionLimits);
  json::Value const* const list = root.ok() ? root.value().find("problems") : nullptr;
  if (list == nullptr) return problems;
  for (auto const& item : list->items) {
    auto const code = problem_code_named(item.string_at("code"));
    if (code)
      problems.push_back(
          {*code, std::string{item.string_at("pointer")}, std::string{item.string_at("words")}});
  }
  return problems;
}

}  // namespace putright::colleagues
