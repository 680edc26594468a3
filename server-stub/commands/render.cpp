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
#include "server-stub/files.hpp"
#include "server-stub/http/asset_names.hpp"
#include "server-stub/limits.hpp"
#include "shared/calendar/london.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright render --to DIR [--as-of INSTANT] [--policy DIR]\n\n"
    "Writes every page that needs no server, and the policy book that the pages read, into DIR:\n"
    "index.html, homes-plus/index.html, ..., policy/book.json. Any static host can serve them.\n"
    "Exit codes: 0 ok, 1 a file could not be written, 2 wrong usage, 3 a policy file or DIR's "
    "assets/manifest.json was refused.\n";

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

// The names that `npm run build` gave the files which pages link; plain names in a folder without.
Outcome<http::AssetNames, Failure> asset_names_in(fs::path const& to) {
  std::string const manifest = to.string() + std::string{http::kAssetManifest};
  if (!fs::exists(manifest)) return http::AssetNames{};
  auto const text = read_file(manifest, limits::kAssetManifestBytes);
  if (!text.ok()) return text.error();
  return http::AssetNames::read(text.value());
}

bool write_screen(fs::path const& to, std::string const& path, view::Screen const& screen,
                  http::AssetNames const& assets) {
  std::string page = render_page(screen);
  assets.write_into(page);
  return write_page(page_file(to, path), page);
}

int render(fs::path const& to, PolicySource const& policy, Instant now) {
  auto const assets = asset_names_in(to);
  if (!assets.ok()) {
    std::cerr << "putright render: " << assets.error().why << '\n';
    return exit_input_refused;
  }
  int pages = 0;
  for (auto const& path : static_paths(policy.book)) {
    PortalRequest const request{Method::get, path, {}, now, "", std::nullopt};
    auto const screen = answer_request(request, policy.book).screen;
    if (!write_screen(to, path, screen, assets.value())) return exit_no;
    ++pages;
  }
  for (auto const& path : information_paths(policy.book)) {
    auto const screen = information_page(path, policy.book, london_date(now));
    if (!screen || !write_screen(to, path, *screen, assets.value())) return exit_no;
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
