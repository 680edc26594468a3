// `putright keys list` and `putright keys rotate`: which keys there are, and a new one to sign
// with.
#include <iostream>

#include <sys/stat.h>

#include "server-stub/commands/settings.hpp"
#include "server-stub/keys/key_folder.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright keys list [--config FILE]\n"
    "putright keys rotate [--config FILE]\n\n"
    "list    the keys under PUTRIGHT_DATA, oldest first, one a line: signs, rests or checks; its "
    "kid; its file.\n"
    "        The key that `signs` signs new receipts. One that `rests` could sign and no longer "
    "does; one that\n"
    "        `checks` has no secret half any more. Receipts of all of them stay valid.\n"
    "rotate  makes a new key that signs. The old ones stay, so that old receipts are still "
    "checked. A running\n"
    "        stub goes on with the old key until it is started again.\n"
    "Exit codes: 0 ok, 1 the keys cannot be used, 2 wrong usage.\n";

int fail(Failure const& failure) {
  std::cerr << "putright keys: " << failure.why << '\n';
  return exit_no;
}

std::string_view word(KeyUse use) {
  switch (use) {
    case KeyUse::signs:
      return "signs ";
    case KeyUse::rests:
      return "rests ";
    case KeyUse::checks:
      return "checks";
  }
  return "";
}

int list(std::string const& folder) {
  auto const keys = list_keys(folder);
  if (!keys.ok()) return fail(keys.error());
  for (auto const& key : keys.value())
    std::cout << word(key.use) << "  " << key.checking.id << "  " << key.file << '\n';
  return exit_ok;
}

int rotate(std::string const& folder) {
  ::umask(077);
  auto const made = rotate_keys(folder, now());
  if (!made.ok()) return fail(made.error());
  std::cout << "putright keys: " << made.value().id
            << " signs from the next start on; start the stub again\n";
  return exit_ok;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--config"}, {});
  bool const lists = line && line->files == std::vector<std::string>{"list"};
  if (!lists && (!line || line->files != std::vector<std::string>{"rotate"})) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const config = settings_of(*line);
  if (!config.ok()) return fail(config.error());
  if (!start_sodium()) return fail({"this machine gives no randomness"});
  std::string const folder = config.value().data + "/keys";
  return lists ? list(folder) : rotate(folder);
}

}  // namespace

Command const kKeys{"keys", "list the keys, or make a new one", run};

}  // namespace putright
