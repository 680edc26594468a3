// Many screens at once: which there are, and that they are pictures.
#include <set>

#include <doctest/doctest.h>

#include "portal/workbench/sheets.hpp"
#include "tests/portal/imgui_bench.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::workbench;
using support::BenchOnCanvas;

namespace {

std::vector<Sheet> sheets(SheetSet set) {
  PolicyBook const& book = support::shipped_policy();
  return sheets_of(set, first_scenario(book), {}, book);
}

}  // namespace

TEST_CASE(
    "sheets: every step of the journey once, and every screen that can be wrong with its "
    "problems") {
  auto const steps = sheets(SheetSet::steps);
  CHECK(steps.size() == step_count(first_scenario(support::shipped_policy())));
  auto const wrong = sheets(SheetSet::problems);
  CHECK(wrong.size() >= 4);
  for (Sheet const& sheet : wrong)
    CHECK_FALSE(sheet.screen.problems.empty());
}

TEST_CASE(
    "sheets: besides what is left out, what is too long, incomplete or missing for the reply") {
  std::set<std::string> titles;
  for (Sheet const& sheet : sheets(SheetSet::problems))
    titles.insert(sheet.title);
  std::size_t const longest = rule_of(Field::what_happened).max_characters;
  for (Problem const& problem :
       {make_problem(ProblemCode::email_incomplete, ""),
        make_problem(ProblemCode::email_missing, ""),
        make_problem(ProblemCode::phone_incomplete, "", std::to_string(kFewestPhoneDigits)),
        make_problem(ProblemCode::phone_missing, ""),
        make_problem(ProblemCode::address_missing, ""), too_long("/what_happened", longest)}) {
    CAPTURE(problem.words);
    CHECK(titles.count(problem.words) == 1);
  }
}

TEST_CASE("sheets: the same screen for every brand") {
  auto const brands = sheets(SheetSet::brands);
  REQUIRE(brands.size() == support::shipped_policy().brands.size());
  for (Sheet const& sheet : brands)
    CHECK(sheet.screen.brand == sheet.scenario.brand);
}

TEST_CASE("sheets: a complaint in every status that there is, each once") {
  std::set<std::string> titles;
  for (Sheet const& sheet : sheets(SheetSet::statuses))
    titles.insert(sheet.title);
  CHECK(titles.size() == kComplaintStatuses.size());
}

TEST_CASE("workbench: of many screens only the sheets have names, and a press opens the screen") {
  BenchOnCanvas bench;
  bench.press("Many screens");
  CHECK(bench.has_control("Open: What happened?"));
  CHECK_FALSE(bench.has_control("Continue"));
  bench.press("All brands");
  CHECK(bench.has_control("Open: County Town Homes"));
  bench.press("All statuses");
  bench.press("Every problem");
  bench.press("Open: What happened?");
  CHECK(bench.shows("There is a problem"));
  CHECK(bench.has_control("Continue"));
}
