// The policy book's viewer, and drafts of its editions.
#include <doctest/doctest.h>

#include "portal/workbench/host.hpp"
#include "portal/workbench/policy_files.hpp"
#include "shared/wire/json_writer.hpp"
#include "tests/portal/imgui_bench.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;
using namespace putright::workbench;
using support::BenchOnCanvas;

namespace {

std::string editions_text() {
  return support::read_file("public/policy/editions.json");
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  std::size_t const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void open_editions(BenchOnCanvas& bench, std::string_view text) {
  json::Writer event;
  event.begin_object().member("type", "file").member("what", "editions").member("text", text);
  REQUIRE(tell(*bench, event.end_object().take()) == Heard::yes);
  bench.settle();
}

}  // namespace

TEST_CASE("policy files: the joined book is split into the files it was made of") {
  std::vector<std::string> texts;
  std::vector<NamedText> files;
  for (std::string const& name : support::policy_file_names())
    texts.push_back(support::read_file("public/policy/" + name));
  for (std::size_t index = 0; index < texts.size(); ++index)
    files.push_back({support::policy_file_names()[index], texts[index]});
  std::string const joined = join_policy_files(files);
  auto const split = split_policy_files(joined);
  REQUIRE(split.size() == files.size());
  for (std::size_t index = 0; index < files.size(); ++index) {
    CHECK(split[index].name == files[index].name);
    CHECK(texts[index].starts_with(split[index].text));
  }
}

TEST_CASE("policy files: contacts that no source has are to be confirmed, the others are not") {
  auto const contacts = sourced_contacts(support::joined_policy());
  int to_confirm = 0;
  for (SourcedContact const& contact : contacts) {
    CAPTURE(contact.value);
    CHECK(contact.checked_on.has_value());
    CHECK((contact.standing == Standing::to_confirm) == contact.source.empty());
    to_confirm += contact.standing == Standing::to_confirm ? 1 : 0;
  }
  CHECK(contacts.size() > 10);
  CHECK(to_confirm == 1);
}

TEST_CASE("book: editions, clauses with where they count, contacts with their age, the calendar") {
  BenchOnCanvas bench;
  bench->bench().real_today = std::chrono::year{2026} / 11 / 22;
  bench.press("Policy book");
  CHECK(bench.shows("Complaints service standards, v2 Mar24"));
  CHECK(bench.shows("10 working days after Acknowledged"));
  bench.press("Clauses");
  CHECK(bench.shows("Stage 1 response (group-v2-mar24)"));
  CHECK(bench.shows("in words and screens; no date counts by it"));
  bench.press("Contacts");
  CHECK(bench.shows("looked at on Friday 21 August 2026, 93 days ago"));
  CHECK(bench.shows("Confirm before use. For colleagues only."));
  bench.press("Calendar");
  CHECK(bench.shows("Sunday 31 December 2028: 770 more days."));
  CHECK_FALSE(bench.shows("The calendar ends within a year"));
  bench->bench().real_today = std::chrono::year{2028} / 1 / 2;
  bench.change();
  CHECK(bench.shows("The calendar ends within a year"));
}

TEST_CASE("book: a draft of the editions changes every date, and the published ones come back") {
  BenchOnCanvas bench;
  open_editions(bench, with(editions_text(), R"("period": {"count": 10)", R"("period": {"count": 11)"));
  CHECK(bench.has_control("Stage 1 response, by Fri 17 Apr"));
  bench.press("Policy book");
  CHECK(bench.shows("A draft is shown everywhere here. It is not published."));
  CHECK(bench.shows("11 working days after Acknowledged"));
  bench.press("Back to the published ones");
  CHECK_FALSE(bench.shows("A draft is shown everywhere here."));
  bench.press("Screen");
  CHECK(bench.has_control("Stage 1 response, by Thu 16 Apr"));
}

TEST_CASE("book: a draft that is wrong is refused at its line and column, and nothing changes") {
  BenchOnCanvas bench;
  open_editions(bench, with(editions_text(), R"("receipt": "strict")", R"("receipt": "sometimes")"));
  CHECK(bench.shows("Not loaded: editions.json, line 10, column 18: expected one of strict, rolled."));
  CHECK(bench.shows(R"("receipt": "sometimes")"));
  open_editions(bench, "{\n  \"editions\": [}\n");
  CHECK(bench.shows("Not loaded: editions.json, line 2, column 16"));
  bench.press("Screen");
  CHECK(bench.has_control("Stage 1 response, by Thu 16 Apr"));
}
