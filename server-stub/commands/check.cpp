// `putright check`: a submission in, all its problems out.
#include <iostream>

#include "server-stub/commands/input.hpp"
#include "shared/submission/submission.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright check [--policy DIR] [--lines] [FILE]\n\n"
    "Reads a submission (JSON) from FILE or standard input and prints all its problems, in screen "
    "order:\n"
    "{\"problems\":[{\"code\",\"pointer\",\"words\"}]}.\n"
    "Exit codes: 0 nothing to put right, 1 there are problems, 2 wrong usage, 3 the input is no "
    "submission.\n";

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--policy"}, {"--lines"});
  if (!line) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const policy = open_policy_of(*line);
  if (!policy) return exit_input_refused;
  bool any_problem = false;
  int const code =
      answer_input(*line, [&](std::string_view text) -> Outcome<std::string, std::vector<Problem>> {
        auto const submission = parse_submission(text);
        if (!submission.ok()) return submission.error();
        auto const problems = check_submission(submission.value(), policy->book);
        any_problem = any_problem || !problems.empty();
        return "{\"problems\":" + problems_json(problems) + "}";
      });
  return code == exit_ok && any_problem ? exit_no : code;
}

}  // namespace

Command const kCheck{"check", "the problems of a submission", run};

}  // namespace putright
