// `putright colleagues who`: whose token is this, by the settings that a stub would serve with?
#pragma once
#include "server-stub/commands/input.hpp"

namespace putright {

/// Answers the token on standard input, or with `--lines` each line; gives the exit code.
int say_who(CommandLine const& line);

}  // namespace putright
