// `putright backup FILE`: a copy of the store in one file, while the stub runs.
#include <iostream>

#include <sys/stat.h>

#include "server-stub/commands/settings.hpp"
#include "server-stub/store/open_store.hpp"
#include "server-stub/store/sqlite_backup.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright backup FILE [--config FILE]\n\n"
    "Copies the store under PUTRIGHT_DATA into FILE, as it is at this moment, while the stub runs "
    "or not; checks\n"
    "the whole copy before it gets its name. A FILE that is there is never replaced. Not in it: "
    "attachments and\n"
    "keys, which are files of their own (docs/operating/backup.md).\n"
    "Exit codes: 0 the copy is whole, 1 there is no copy, 2 wrong usage.\n";

using Copied = Outcome<store::BackedUp, Failure>;

Copied copy_to(std::string const& file, Outcome<Config, Failure> const& config) {
  if (!config.ok()) return config.error();
  if (!config.value().store.empty())
    return Failure{
        "PUTRIGHT_STORE is a PostgreSQL database: copy it with pg_dump "
        "(docs/operating/backup.md)"};
  return store::back_up_sqlite_store(store::sqlite_path(config.value()), file);
}

int backup(CommandLine const& line) {
  auto const copied = copy_to(line.files[0], settings_of(line));
  if (!copied.ok()) {
    std::cerr << "putright backup: " << copied.error().why << '\n';
    return exit_no;
  }
  std::cout << "putright backup: " << line.files[0] << " is whole: " << copied.value().complaints
            << " complaints, " << copied.value().bytes << " bytes\n";
  return exit_ok;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--config"}, {});
  if (!line || line->files.size() != 1) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  ::umask(077);
  return backup(*line);
}

}  // namespace

Command const kBackup{"backup", "copy the store while the stub runs", run};

}  // namespace putright
