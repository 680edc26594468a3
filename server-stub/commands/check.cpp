// `putright check`: a submission in, all its problems out.
#include <array>
#include <iostream>
#include <optional>

#include "server-stub/commands/input.hpp"
#include "shared/base/names.hpp"
#include "shared/submission/later_forms.hpp"
#include "shared/submission/submission.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright check [--form FORM] [--policy DIR] [--lines] [FILE]\n\n"
    "Reads a submission (JSON) from FILE or standard input and prints all its problems, in screen\n"
    "order: {\"problems\":[{\"code\",\"pointer\",\"words\"}]}. FORM is submission (without it, "
    "too),\n"
    "stage-2-request, answer or withdrawal.\n"
    "Exit codes: 0 nothing to put right, 1 there are problems, 2 wrong usage, 3 the input is no\n"
    "submission.\n";

inline constexpr std::array<Named<LaterForm>, 3> kLaterForms{{
    {LaterForm::stage_2_request, "stage-2-request"},
    {LaterForm::answer, "answer"},
    {LaterForm::withdrawal, "withdrawal"},
}};

std::vector<Problem> problems_of(LaterForm form, std::string_view text) {
  auto const read = read_later_form(form, text);
  return read.ok() ? std::vector<Problem>{} : read.error();
}

// Empty: the submission. Unknown: no value at all.
struct WantedForm {
  bool known = true;
  std::optional<LaterForm> later;
};

WantedForm wanted_form(CommandLine const& line) {
  std::string const name = line.value("--form");
  if (name.empty() || name == "submission") return {};
  auto const later = value_in(kLaterForms, name);
  return {later.has_value(), later};
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--policy", "--form"}, {"--lines"});
  auto const form = line ? wanted_form(*line) : WantedForm{};
  if (!line || !form.known) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const policy = open_policy_of(*line);
  if (!policy) return exit_input_refused;
  bool any_problem = false;
  int const code =
      answer_input(*line, [&](std::string_view text) -> Outcome<std::string, std::vector<Problem>> {
        auto const submission = form.later ? Outcome<Submission, std::vector<Problem>>{Submission{}}
                                           : parse_submission(text);
        if (!submission.ok()) return submission.error();
        auto const problems = form.later ? problems_of(*form.later, text)
                                         : check_submission(submission.value(), policy->book);
        any_problem = any_problem || !problems.empty();
        return "{\"problems\":" + problems_json(problems) + "}";
      });
  return code == exit_ok && any_problem ? exit_no : code;
}

}  // namespace

Command const kCheck{"check", "the problems of a submission", run};

}  // namespace putright
