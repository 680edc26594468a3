// What the commands that read JSON share: options, one object or one a line, refusals on standard
// error.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/commands/command.hpp"
#include "server-stub/policy_source.hpp"
#include "shared/base/problem.hpp"
#include "shared/complaint/record.hpp"

namespace putright {

/// The options and files of a command line. `--name value` for each name in `valued`, `--name` in
/// `plain`.
struct CommandLine {
  std::map<std::string, std::string, std::less<>> values;
  std::vector<std::string> files;
  bool has(std::string_view name) const { return values.contains(name); }
  std::string value(std::string_view name) const;
};

/// Reads a command line; empty when a word is not known or a value is missing.
std::optional<CommandLine> read_command_line(Arguments arguments,
                                             std::initializer_list<std::string_view> valued,
                                             std::initializer_list<std::string_view> plain);

/// The policy book of `--policy DIR`, or the one built in. A refusal is printed, and nothing comes
/// back.
std::optional<PolicySource> open_policy_of(CommandLine const& line);

/// Reads standard input (or the one file named), whole or with `--lines` line by line, and hands
/// each text to `answer`, which gives the JSON to print or the problems. Ends with the exit code: 3
/// when any was refused.
using AnswerText = std::function<Outcome<std::string, std::vector<Problem>>(std::string_view)>;
int answer_input(CommandLine const& line, AnswerText const& answer);

/// The system's clock.
Instant now();

/// The instant to ask a record about when none is named: now, or its last event when that is later,
/// so that a record of the future (a what-if) has an answer.
Instant default_as_of(ComplaintRecord const& record);

}  // namespace putright
