// `putright policy check`: does a folder of policy files make a whole policy book?
#include <chrono>
#include <iostream>

#include "server-stub/commands/input.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright policy check DIR\n\n"
    "Reads the policy files in DIR and says what they hold, and for how many days yet the calendar "
    "knows all\n"
    "bank holidays; or refuses the first thing that is wrong, with file, line and column.\n"
    "Exit codes: 0 whole, 1 whole, but the calendar ends within a year, 2 wrong usage, 3 "
    "refused.\n";

// Staff are warned this long before the calendar ends.
constexpr std::chrono::days kWarnBefore{365};

int check(std::string const& folder) {
  auto const policy = open_policy(folder);
  if (!policy.ok()) {
    std::cerr << policy.error().why << '\n';
    return exit_input_refused;
  }
  PolicyBook const& book = policy.value().book;
  auto const today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  auto const left = book.calendar.covered_to() - today;
  std::cout << book.brands.size() << " brands, " << book.editions.size() << " editions, "
            << book.schemes.size() << " ombudsman schemes, " << book.matters.size() << " matters, "
            << book.calendar.holidays().size() << " bank holidays from "
            << format_date(book.calendar.covered_from()) << " to "
            << format_date(book.calendar.covered_to()) << " (" << left.count() << " days left)\n";
  if (left >= kWarnBefore) return exit_ok;
  std::cout
      << "Dates past the end are provisional. Merge the newer file: putright calendar merge FILE\n";
  return exit_no;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  if (arguments.size() != 2 || arguments[0] != "check") {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  return check(std::string{arguments[1]});
}

}  // namespace

Command const kPolicy{"policy", "check a folder of policy files", run};

}  // namespace putright
