// `putright assess`: a complaint record in, its stage, status and deadlines with their why out.
#include "shared/complaint/assess.hpp"

#include <chrono>
#include <iostream>

#include "server-stub/commands/input.hpp"
#include "shared/calendar/london.hpp"
#include "shared/wire/assessment_json.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright assess [--as-of INSTANT] [--policy DIR] [--receipt strict|rolled] [--lines] "
    "[FILE]\n\n"
    "Reads a complaint record (JSON) from FILE or standard input and prints its edition, stage, "
    "status and\n"
    "every deadline with the days counted and skipped.\n"
    "  --as-of    an RFC 3339 instant or a date; without it: now, or the record's last event when "
    "that is later\n"
    "  --policy   a folder of policy files; without it: the files built in\n"
    "  --receipt  how arrivals outside working time count; without it: the edition's own rule\n"
    "  --lines    one record a line in, one answer a line out\n"
    "Exit codes: 0 ok, 2 wrong usage, 3 a record or policy file was refused (problems on standard "
    "error).\n";

struct Question {
  std::optional<Instant> as_of;
  AssessOptions options;
};

// A date is asked about as its last second in London: all that happened on it has, and it is not
// over.
std::optional<Instant> read_as_of(std::string_view text) {
  if (auto const instant = parse_instant(text)) return instant;
  auto const date = parse_date(text);
  if (!date) return std::nullopt;
  return end_of_london_day(*date) - std::chrono::seconds{1};
}

std::optional<Question> read_question(CommandLine const& line) {
  Question question;
  if (line.has("--as-of")) {
    question.as_of = read_as_of(line.value("--as-of"));
    if (!question.as_of) return std::nullopt;
  }
  if (line.has("--receipt")) {
    question.options.receipt = value_in(kReceiptRules, line.value("--receipt"));
    if (!question.options.receipt) return std::nullopt;
  }
  return question;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--as-of", "--policy", "--receipt"}, {"--lines"});
  auto const question = line ? read_question(*line) : std::nullopt;
  if (!question) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const policy = open_policy_of(*line);
  if (!policy) return exit_input_refused;
  return answer_input(
      *line, [&](std::string_view text) -> Outcome<std::string, std::vector<Problem>> {
        auto const record = parse_record(text);
        if (!record.ok()) return record.error();
        Instant const as_of = question->as_of.value_or(default_as_of(record.value()));
        auto const assessment = assess(record.value(), policy->book, as_of, question->options);
        if (!assessment.ok()) return assessment.error();
        return explained_assessment_json(
            assessment.value(), alternatives_to(assessment.value(), record.value(), policy->book));
      });
}

}  // namespace

Command const kAssess{"assess", "the dates of a complaint record, and how they were worked out",
                      run};

}  // namespace putright
