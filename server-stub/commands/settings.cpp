#include "server-stub/commands/settings.hpp"

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"

namespace putright {

Outcome<Config, Failure> settings_of(CommandLine const& line) {
  if (!line.has("--config")) return read_config("", process_environment);
  auto const text = read_file(line.value("--config"), limits::kConfigFileBytes);
  if (!text.ok()) return text.error();
  return read_config(text.value(), process_environment);
}

}  // namespace putright
