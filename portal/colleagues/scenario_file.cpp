#include "portal/colleagues/scenario_file.hpp"

#include <algorithm>
#include <charconv>

#include "portal/colleagues/scenario.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using workbench::kMaxInventedHolidays;
using workbench::Scenario;

json::Value const* item_of(json::Value const& list, std::string_view index) {
  std::size_t at = list.items.size();
  std::from_chars(index.data(), index.data() + index.size(), at);
  return at < list.items.size() ? &list.items[at] : nullptr;
}

// Where the value stands that a pointer names, or the nearest one around it that is there.
std::size_t offset_of(json::Value const& root, std::string_view pointer) {
  json::Value const* at = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    std::string_view const name = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(name.size());
    json::Value const* const next =
        at->kind == json::Kind::array ? item_of(*at, name) : at->find(name);
    if (next == nullptr) break;
    at = next;
  }
  return at->offset;
}

Problem at_its_place(Problem problem, json::Value const& root, std::string_view text) {
  auto const place = json::place_of(text, offset_of(root, problem.pointer));
  problem.words = fill(words::kAtPlace, {{"line", std::to_string(place.line)},
                                         {"column", std::to_string(place.column)},
                                         {"words", problem.words}});
  return problem;
}

// What only the workbench knows is left alone by whoever reads records; here it must be right, or a
// mistyped day would silently be another day.
class WorkbenchCheck {
 public:
  std::vector<Problem> run(json::Value const& root) {
    json::Value const* const more = root.find("workbench");
    if (more == nullptr) return {};
    if (more->kind != json::Kind::object) {
      add(ProblemCode::field_wrong_type, "/workbench", "workbench");
      return std::move(problems_);
    }
    if (auto const* const today = more->find("today")) check_day(*today, "/workbench/today");
    check_name(*more, "speaker", workbench::kSpeakers);
    check_name(*more, "receipt", kReceiptRules);
    if (auto const* const days = more->find("invented_holidays")) check_days(*days);
    return std::move(problems_);
  }

 private:
  void add(ProblemCode code, std::string pointer, std::string_view detail) {
    problems_.push_back(make_problem(code, std::move(pointer), detail));
  }

  void check_day(json::Value const& value, std::string pointer) {
    if (!parse_date(value.string))
      add(ProblemCode::event_time_malformed, std::move(pointer), value.string);
  }

  template <class Table>
  void check_name(json::Value const& more, std::string const& member, Table const& table) {
    json::Value const* const value = more.find(member);
    if (value == nullptr || value_in(table, value->string)) return;
    std::string names;
    for (auto const& row : table)
      names += (names.empty() ? "" : ", ") + std::string{row.name};
    problems_.push_back({ProblemCode::field_wrong_type, "/workbench/" + member,
                         fill(words::kNotOneOf, {{"text", value->string}, {"names", names}})});
  }

  void check_days(json::Value const& days) {
    std::string const pointer = "/workbench/invented_holidays";
    if (days.kind != json::Kind::array)
      add(ProblemCode::field_wrong_type, pointer, "invented_holidays");
    for (std::size_t at = 0; at < days.items.size(); ++at)
      check_day(days.items[at], pointer + "/" + std::to_string(at));
    if (days.items.size() > kMaxInventedHolidays)
      problems_.push_back(
          {ProblemCode::json_too_large, pointer,
           fill(words::kTooManyHolidays, {{"count", std::to_string(kMaxInventedHolidays)}})});
  }

  std::vector<Problem> problems_;
};

}  // namespace

Outcome<Scenario, std::vector<Problem>> open_scenario(std::string_view text) {
  if (text.size() > kMaxScenarioBytes)
    return std::vector<Problem>{make_problem(ProblemCode::json_too_large, "")};
  auto const root = json::parse(text, json::kDocumentLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), text)};
  auto scenario = workbench::read_scenario(text);
  std::vector<Problem> problems = scenario.ok() ? std::vector<Problem>{} : scenario.error();
  for (Problem& problem : WorkbenchCheck{}.run(root.value()))
    problems.push_back(std::move(problem));
  if (problems.empty()) return scenario;
  for (Problem& problem : problems)
    problem = at_its_place(std::move(problem), root.value(), text);
  return problems;
}

}  // namespace putright::colleagues
