// The settings for the commands that work on the data folder: all read them in the same way.
#pragma once
#include "server-stub/commands/input.hpp"
#include "server-stub/config.hpp"

namespace putright {

/// The settings of the environment and of the file that `--config` names.
Outcome<Config, Failure> settings_of(CommandLine const& line);

}  // namespace putright
