// `putright audit FILE`: the audit log as a file that can be checked, made while the stub runs.
#include <iostream>

#include <sys/stat.h>

#include "server-stub/commands/settings.hpp"
#include "server-stub/keys/key_folder.hpp"
#include "server-stub/verify/audit_export.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright audit FILE [--config FILE]\n\n"
    "Writes the audit log of the store under PUTRIGHT_DATA into FILE, as it is at this moment, "
    "while the stub\n"
    "runs or not: one JSON line {\"digest\",\"entry\",\"previous\"} for each entry, and a last "
    "line with the signed\n"
    "head. putright verify FILE checks it. A FILE that is there is never replaced "
    "(docs/operating/audit.md).\n"
    "Exit codes: 0 written, 1 there is no file, 2 wrong usage.\n";

Outcome<AuditHead, Failure> audit(CommandLine const& line) {
  auto const config = settings_of(line);
  if (!config.ok()) return config.error();
  if (!start_sodium()) return Failure{"this machine gives no randomness"};
  auto const keys = open_keys(config.value().data + "/keys", now(), MissingKeys::are_refused);
  if (!keys.ok()) return keys.error();
  return export_audit(config.value(), line.files[0], keys.value().signing, now());
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
  auto const written = audit(*line);
  if (!written.ok()) {
    std::cerr << "putright audit: " << written.error().why << '\n';
    return exit_no;
  }
  std::cout << "putright audit: " << line->files[0] << " is whole: " << written.value().entries
            << " entries\n";
  return exit_ok;
}

}  // namespace

Command const kAudit{"audit", "write down the audit log", run};

}  // namespace putright
