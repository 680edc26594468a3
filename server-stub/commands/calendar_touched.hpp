// `putright calendar touched`: the open complaints in the store whose promised date is not the one
// that today's calendar gives.
#pragma once
#include "server-stub/commands/input.hpp"

namespace putright {

/// Prints one JSON line for each date that differs. The exit code.
int list_touched(CommandLine const& line);

}  // namespace putright
