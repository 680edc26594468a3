// `putright calendar tell`: the customers who were told a date that a new calendar changes.
#pragma once
#include "server-stub/commands/input.hpp"

namespace putright {

/// Lists them, and with --write gives each one notice. The exit code.
int tell_changed_dates(CommandLine const& line);

}  // namespace putright
