#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/commands/command.hpp"

namespace putright {

bool asks_for_help(Arguments arguments) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](std::string_view word) { return word == "--help" || word == "-h"; });
}

namespace {

// In the order in which help lists them.
constexpr std::array kCommands{
    &kServe,  &kVerify, &kAssess,     &kCheck,  &kRender, &kCalendar,
    &kPolicy, &kKeys,   &kColleagues, &kBackup, &kAudit,
};

void print_help(std::ostream& out) {
  out << "Putright, a complaints portal.\n\nputright COMMAND [...]\n\n";
  for (Command const* const command : kCommands) {
    out << "  " << command->name
        << std::string(command->name.size() < 12 ? 12 - command->name.size() : 1, ' ')
        << command->summary << '\n';
  }
  out << "\n  --help, --version; putright COMMAND --help says more.\n"
         "Exit codes: 0 ok, 1 the answer is no, 2 wrong usage, 3 the input was refused.\n";
}

int run(std::vector<std::string_view> const& words) {
  if (words.empty()) return print_help(std::cerr), exit_wrong_usage;
  if (words[0] == "--version") {
    std::cout << "putright " PUTRIGHT_VERSION "\n";
    return exit_ok;
  }
  if (words[0] == "--help" || words[0] == "-h") return print_help(std::cout), exit_ok;
  auto const* const found =
      std::find_if(kCommands.begin(), kCommands.end(),
                   [&](Command const* command) { return command->name == words[0]; });
  if (found == kCommands.end()) {
    std::cerr << "putright: no command is called " << words[0] << "; see putright --help\n";
    return exit_wrong_usage;
  }
  return (*found)->run(Arguments{words}.subspan(1));
}

}  // namespace
}  // namespace putright

int main(int count, char** values) {
  return putright::run({values + 1, values + count});
}
