// `putright render`: the static pages, made ahead of time by the presenter that also makes the live
// ones.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "portal/html/page.hpp"
#include "portal/information/information.hpp"
#include "portal/journey/portal.hpp"
#include "server-stub/commands/input.hpp"
#include "shared/calendar/london.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright render --to DIR [--as-of INSTANT] [--policy DIR]\n\n"
    "Writes every page that needs no server, and the policy book that the pages read, into DIR:\n"
    "index.html, homes-plus/index.html, ..., policy/book.json. Any static host can serve them.\n"
    "Exit codes: 0 ok, 1 a file could not be written, 2 wrong usage, 3 a policy file was "
    "refused.\n";

namespace fs = std::filesystem;

// Written beside and renamed, so that a page is never half there. Its compressed forms are those
// of the page before it, so they go first.
bool write_page(fs::path const& path, std::string_view text) {
  std::error_code failure;
  fs::create_directories(path.parent_path(), failure);
  for (char const* const compressed : {".br", ".gz"})
    fs::remove(path.string() + compressed, failure);
  fs::path const beside = path.string() + ".new";
  std::ofstream{beside, std::ios::binary} << text;
  fs::rename(beside, path, failure);
  if (!failure) return true;
  std::cerr << "putright render: cannot write " << path.string() << ": " << failure.message()
            << '\n';
  return false;
}

fs::path page_file(fs::path const& to, std::string const& path) {
  return (to / path.substr(1)) / "index.html";
}

int render(fs::path const& to, PolicySource const& policy, Instant now) {
  int pages = 0;
  for (auto const& path : static_paths(policy.book)) {
    PortalRequest const request{Method::get, path, {}, now, "", std::nullopt};
    if (!write_page(page_file(to, path), render_page(answer_request(request, policy.book).screen)))
      return exit_no;
    ++pages;
  }
  for (auto const& path : information_paths(policy.book)) {
    auto const screen = information_page(path, policy.book, london_date(now));
    if (!screen || !write_page(page_file(to, path), render_page(*screen))) return exit_no;
    ++pages;
  }
  if (!write_page(to / "policy" / "book.json", policy.joined)) return exit_no;
  std::cout << "putright render: " << pages << " pages and the policy book are in " << to.string()
            << '\n';
  return exit_ok;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(arguments, {"--to", "--as-of", "--policy"}, {});
  std::optional<Instant> now =
      std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (line && line->has("--as-of")) now = parse_instant(line->value("--as-of"));
  if (!line || !line->has("--to") || !now) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  auto const policy = open_policy_of(*line);
  if (!policy) return exit_input_refused;
  return render(line->value("--to"), *policy, *now);
}

}  // namespace

Command const kRender{"render", "write the static pages", run};

}  // namespace putright
