#include "server-stub/colleagues/directory.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server-stub/colleagues/token.hpp"
#include "server-stub/files.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright {
namespace {

using support::TemporaryFolder;

Instant const kNow = parse_instant("2026-11-22T12:00:00Z").value();

void now_at_once(std::function<void()> const& work) {
  work();
}

struct Office {
  Office() {
    REQUIRE(start_sodium());
    config.colleagues = folder / "colleagues.json";
    write(accounts);
  }

  void write(std::vector<Account> const& those) const {
    REQUIRE(write_accounts(config.colleagues, those).ok());
  }
  std::unique_ptr<ColleagueDirectory> open() {
    auto opened = ColleagueDirectory::open(config, metrics, now_at_once);
    REQUIRE(opened.ok());
    return std::move(opened).value();
  }
  bool counted(std::string const& sample) const {
    return metrics.text({}).find("\nputright_" + sample + "\n") != std::string::npos;
  }

  TemporaryFolder folder;
  Config config;
  Metrics metrics;
  std::string anna = new_token();
  std::string bert = new_token();
  std::vector<Account> accounts{
      {{"anna", "Anna Booth", {ColleagueRole::handle}}, sha256(anna), std::nullopt},
      {{"bert", "Bert Cole", {ColleagueRole::report}}, sha256(bert), parse_date("2026-11-22")}};
};

TEST_CASE("directory: without a setting nobody signs in") {
  Metrics metrics;
  auto const opened = ColleagueDirectory::open(Config{}, metrics, now_at_once);
  REQUIRE(opened.ok());
  CHECK_FALSE(opened.value()->is_open());
  CHECK_FALSE(opened.value()->who(new_token(), kNow));
}

TEST_CASE("directory: a token is its own account's and nobody else's") {
  Office office;
  auto const directory = office.open();
  CHECK(directory->is_open());
  CHECK(directory->who(office.anna, kNow)->id == "anna");
  CHECK(directory->who(office.bert, kNow)->name == "Bert Cole");
  CHECK(directory->who(office.bert, kNow)->may(ColleagueRole::report));
  CHECK(office.metrics.text({}).find("tokens_refused_total{") == std::string::npos);
}

TEST_CASE("directory: unknown, changed, cut and out-of-date tokens are told alike, and counted") {
  Office office;
  auto const directory = office.open();
  std::string changed = office.anna;
  changed[10] = changed[10] == 'A' ? 'B' : 'A';
  for (std::string const& token :
       {std::string{}, std::string{"prt_"}, new_token(), changed, office.anna + "A",
        office.anna.substr(4), "prt_" + hexadecimal(sha256(office.anna)),
        hexadecimal(sha256(office.anna)), " " + office.anna})
    CHECK_FALSE(directory->who(token, kNow));
  CHECK(office.counted("tokens_refused_total{why=\"unknown\"} 2"));
  CHECK(office.counted("tokens_refused_total{why=\"malformed\"} 3"));
  CHECK(office.counted("tokens_refused_total{why=\"no_issuer\"} 4"));
  CHECK(directory->who(office.bert, parse_instant("2026-11-22T23:59:59Z").value()));
  CHECK_FALSE(directory->who(office.bert, parse_instant("2026-11-23T00:00:00Z").value()));
}

TEST_CASE("directory: who is taken out of the file is refused from the next request on") {
  Office office;
  auto const directory = office.open();
  REQUIRE(directory->who(office.anna, kNow));
  office.write({office.accounts[1]});
  CHECK_FALSE(directory->who(office.anna, kNow));
  CHECK(directory->who(office.bert, kNow));
  office.write(office.accounts);
  CHECK(directory->who(office.anna, kNow));
}

TEST_CASE("directory: a new version that cannot be used changes nothing and is counted once") {
  Office office;
  auto const directory = office.open();
  SUBCASE("it is not whole") {
    REQUIRE(write_file(office.config.colleagues, "{\"colleagues\":[", Readers::owner).ok());
  }
  SUBCASE("it is gone") {
    std::filesystem::remove(office.config.colleagues);
  }
  SUBCASE("others may write to it") {
    office.write({});
    REQUIRE(::chmod(office.config.colleagues.c_str(), 0620) == 0);
  }
  SUBCASE("it is a folder") {
    std::filesystem::remove(office.config.colleagues);
    std::filesystem::create_directory(office.config.colleagues);
  }
  SUBCASE("it is a pipe") {
    std::filesystem::remove(office.config.colleagues);
    REQUIRE(::mkfifo(office.config.colleagues.c_str(), 0600) == 0);
  }
  CHECK(directory->who(office.anna, kNow));
  CHECK(directory->who(office.anna, kNow));
  CHECK(office.counted("accounts_refused_total 1"));
}

TEST_CASE("directory: a file that others may write to, or that is not whole, ends the start") {
  Office office;
  auto const refused = [&](std::string const& why) {
    auto const opened = ColleagueDirectory::open(office.config, office.metrics, now_at_once);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().why == office.config.colleagues + why);
  };
  for (mode_t const mode : {mode_t{0602}, mode_t{0620}}) {
    REQUIRE(::chmod(office.config.colleagues.c_str(), mode) == 0);
    refused(" may be written to by others than its owner: chmod go-w it, and look at who is in it");
  }
  REQUIRE(::chmod(office.config.colleagues.c_str(), 0644) == 0);
  CHECK(ColleagueDirectory::open(office.config, office.metrics, now_at_once).ok());
  if (::geteuid() == 0) {
    REQUIRE(::chown(office.config.colleagues.c_str(), 1, 1) == 0);
    refused(" belongs to another account: it must be this one's or root's");
  }
  office.accounts[1].colleague.roles.clear();
  office.write(office.accounts);
  refused(": /colleagues/1/roles must be a list of one or more of preview, handle, report");
}

}  // namespace
}  // namespace putright
