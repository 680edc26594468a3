// What a subcommand of `putright` is. Each lives in a file of its own and is a row of main.cpp's
// table.
#pragma once
#include <span>
#include <string_view>

namespace putright {

/// The words after the subcommand's own name.
using Arguments = std::span<std::string_view const>;

/// What the process ends with.
enum ExitCode : int {
  exit_ok = 0,
  /// The answer is no.
  exit_no = 1,
  exit_wrong_usage = 2,
  /// The input was refused: its problems are on the standard error stream, as JSON.
  exit_input_refused = 3,
};

/// `summary` is its one line in `putright --help`. `run` answers `--help` itself.
struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(Arguments arguments);
};

extern Command const kServe;
extern Command const kVerify;
extern Command const kAssess;
extern Command const kCheck;
extern Command const kRender;
extern Command const kCalendar;
extern Command const kPolicy;
extern Command const kKeys;
extern Command const kColleagues;
extern Command const kBackup;
extern Command const kAudit;

/// Whether `--help` or `-h` is among the arguments.
bool asks_for_help(Arguments arguments);

}  // namespace putright
