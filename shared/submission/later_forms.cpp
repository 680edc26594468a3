#include "shared/submission/later_forms.hpp"

#include <algorithm>
#include <array>

#include "shared/wire/json.hpp"

namespace putright {
namespace {

constexpr std::array kStage2Request{TextRule{"why_not_satisfied", 10000, Need::optional},
                                    TextRule{"what_would_put_it_right", 10000, Need::optional}};
constexpr std::array kAnswer{TextRule{"answer", 10000, Need::required}};
constexpr std::array kWithdrawal{TextRule{"reason", 2000, Need::optional}};

std::vector<Problem> shape_problems(json::Value const& root, std::span<TextRule const> rules) {
  std::vector<Problem> problems;
  for (auto const& member : root.members) {
    bool const known = std::any_of(rules.begin(), rules.end(),
                                   [&](TextRule const& rule) { return rule.name == member.name; });
    if (!known) {
      problems.push_back(make_problem(ProblemCode::field_unknown, "/" + member.name, member.name));
    } else if (member.value.kind != json::Kind::string) {
      problems.push_back(
          make_problem(ProblemCode::field_wrong_type, "/" + member.name, member.name));
    }
  }
  return problems;
}

}  // namespace

std::span<TextRule const> rules_of(LaterForm form) {
  switch (form) {
    case LaterForm::stage_2_request:
      return kStage2Request;
    case LaterForm::answer:
      return kAnswer;
    case LaterForm::withdrawal:
      return kWithdrawal;
  }
  return {};
}

Outcome<GivenTexts, std::vector<Problem>> read_later_form(LaterForm form,
                                                          std::string_view json_text) {
  auto const root = json::parse(json_text, json::kSubmissionLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), json_text)};
  if (root.value().kind != json::Kind::object) {
    return std::vector<Problem>{make_problem(ProblemCode::not_an_object, "")};
  }
  auto const rules = rules_of(form);
  auto problems = shape_problems(root.value(), rules);
  GivenTexts given;
  for (auto const& rule : rules) {
    std::string text = tidy_text(root.value().string_at(rule.name), Lines::many);
    std::string const pointer = "/" + std::string{rule.name};
    if (text.empty() && rule.need == Need::required)
      problems.push_back(make_problem(ProblemCode::answer_missing, pointer));
    if (count_characters(text) > rule.max_characters)
      problems.push_back(too_long(pointer, rule.max_characters));
    if (!text.empty()) given.emplace_back(rule.name, std::move(text));
  }
  if (!problems.empty()) return problems;
  return given;
}

}  // namespace putright
