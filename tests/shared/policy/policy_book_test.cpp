#include <doctest/doctest.h>

#include "shared/complaint/assess.hpp"
#include "shared/policy/load_policy_book.hpp"
#include "shared/policy/merge_bank_holidays.hpp"
#include "tests/support/shipped_policy.hpp"

using namespace putright;

namespace {

// A copy of the shipped policy in which texts can be replaced.
class Copy {
 public:
  Copy() {
    for (auto const& name : support::policy_file_names())
      texts_.push_back(support::read_file("public/policy/" + name));
  }
  Copy& replace(std::string_view file, std::string_view from, std::string_view to) {
    auto const& names = support::policy_file_names();
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (names[at] != file) continue;
      std::size_t const found = texts_[at].find(from);
      REQUIRE_MESSAGE(found != std::string::npos, std::string{from});
      texts_[at].replace(found, from.size(), to);
    }
    return *this;
  }
  Outcome<PolicyBook, PolicyRefusal> load() const {
    std::vector<NamedText> files;
    for (std::size_t at = 0; at < texts_.size(); ++at)
      files.push_back({support::policy_file_names()[at], texts_[at]});
    return load_policy_book(files);
  }

 private:
  std::vector<std::string> texts_;
};

Assessment assess_in(PolicyBook const& book, char const* brand, char const* received_at) {
  ComplaintRecord record;
  record.brand = brand;
  record.events.push_back({EventType::submitted, event_time(*parse_instant(received_at))});
  auto assessment = assess(record, book, *parse_instant(received_at));
  REQUIRE(assessment.ok());
  return std::move(assessment).value();
}

}  // namespace

TEST_CASE("policy: a wrong file is refused with its place, the line and what was expected") {
  struct Row {
    char const* file;
    char const* from;
    char const* to;
    char const* expected;
  };
  for (Row const& row : std::initializer_list<Row>{
           {"editions.json", "\"count\": 10, ", "\"count\": \"ten\", ",
            "a whole number from 1 to 400"},
           {"editions.json", "\"count\": 10, ", "\"count\": 0, ", "a whole number from 1 to 400"},
           {"editions.json", "\"working_days\"", "\"weekdays\"",
            "one of working_days, calendar_days"},
           {"editions.json", "\"care-plus\"", "\"care-minus\"",
            "an id that the policy book defines"},
           {"editions.json", "\"id\": \"promise.2\"", "\"id\": \"promise.99\"",
            "a clause of complaints-service-standards-v2-mar24 in documents.json"},
           {"editions.json", "\"2024-03-01\"", "\"2024-02-30\"", "a date such as \"2026-03-26\""},
           {"editions.json", "\"17:00\"", "\"25:00\"", "a time such as \"17:00\""},
           {"brands.json", "\"name\": \"Homes Plus\"", "\"name\": \"\"",
            "a text that is not empty"},
           {"schemes.json", "\"scheme\": \"housing-ombudsman\"", "\"scheme\": \"no-such\"",
            "the id of a scheme in this file"},
           {"bank-holidays.json", "\"2012-04-06\"", "\"2012-01-01\"",
            "a date after the one before it"},
           {"matters.json", "{", "[", "JSON that can be read (json_malformed)"}}) {
    auto const refused = Copy{}.replace(row.file, row.from, row.to).load();
    CAPTURE(row.to);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().file == row.file);
    CHECK(refused.error().expected == row.expected);
  }
}

TEST_CASE("policy: a refusal shows the line with a caret under the value") {
  auto const refused =
      Copy{}.replace("editions.json", "\"count\": 10, ", "\"count\": \"ten\", ").load();
  REQUIRE_FALSE(refused.ok());
  CHECK(describe(refused.error()) ==
        "editions.json:32:35: expected a whole number from 1 to 400\n"
        "                \"period\": {\"count\": \"ten\", \"unit\": \"working_days\"},\n"
        "                                    ^\n");
}

TEST_CASE("policy: a new bank holiday is a row, and moves the dates it falls among") {
  auto const before = assess_in(support::shipped_policy(), "homes-plus", "2026-06-08T09:00:00Z");
  auto const book =
      Copy{}
          .replace("bank-holidays.json",
                   "      {\"title\": \"Summer bank holiday\", \"date\": \"2026-08-31\"",
                   "      {\"title\": \"World Cup\", \"date\": \"2026-06-15\", \"notes\": \"\", "
                   "\"bunting\": true},\n"
                   "      {\"title\": \"Summer bank holiday\", \"date\": \"2026-08-31\"")
          .load();
  REQUIRE(book.ok());
  auto const after = assess_in(book.value(), "homes-plus", "2026-06-08T09:00:00Z");
  CHECK(format_date(before.deadlines[0].due_on) == "2026-06-15");
  CHECK(format_date(after.deadlines[0].due_on) == "2026-06-16");
  CHECK(after.deadlines[0].skipped.back().why == "World Cup");
}

TEST_CASE("policy: a new brand is rows of data") {
  auto const book =
      Copy{}
          .replace("brands.json", "{\n  \"brands\": [",
                   "{\n  \"brands\": [{\"id\": \"garden-plus\", \"name\": \"Garden Plus\", "
                   "\"reference_prefix\": \"GP\", \"about\": \"Gardens\","
                   "\"colour\": {\"main\": \"#005500\", \"hover\": \"#003300\", \"on_dark\": "
                   "\"#aaddaa\"}, \"contacts\": []},")
          .replace("editions.json", "[\"homes-plus\", \"care-plus\", \"property-plus\"]",
                   "[\"homes-plus\", \"care-plus\", \"property-plus\", \"garden-plus\"]")
          .load();
  REQUIRE_MESSAGE(book.ok(), describe(book.error()));
  CHECK(format_date(
            assess_in(book.value(), "garden-plus", "2026-03-26T09:00:00Z").deadlines[0].due_on) ==
        "2026-04-02");
}

TEST_CASE("policy: a changed period changes the date, and a switched-on edition takes over") {
  auto const longer = Copy{}.replace("editions.json", "\"count\": 5, ", "\"count\": 6, ").load();
  CHECK(format_date(
            assess_in(longer.value(), "homes-plus", "2026-03-26T09:00:00Z").deadlines[0].due_on) ==
        "2026-04-07");
  auto const homebuilder =
      Copy{}
          .replace("editions.json", "\"brands\": [\"county-town-homes\"],\n          \"notice\"",
                   "\"brands\": [],\n          \"notice\"")
          .replace("editions.json", "\"switched_on\": false", "\"switched_on\": true")
          .load();
  REQUIRE_MESSAGE(homebuilder.ok(), describe(homebuilder.error()));
  auto const assessment =
      assess_in(homebuilder.value(), "county-town-homes", "2025-04-17T09:00:00Z");
  REQUIRE(assessment.deadlines.size() == 4);
  char const* const expected[] = {"2025-04-27", "2025-05-02", "2025-05-22", "2025-06-17"};
  for (std::size_t at = 0; at < 4; ++at)
    CHECK(format_date(assessment.deadlines[at].due_on) == expected[at]);
}

TEST_CASE("policy: a new edition is rows of data, and holds from its first day") {
  auto const book =
      Copy{}
          .replace(
              "editions.json", "{\n  \"editions\": [",
              "{\n  \"editions\": [{\"id\": \"group-2027\", \"title\": \"Standards 2027\", "
              "\"document\": "
              "\"complaints-service-standards-v2-mar24\", \"switched_on\": true, "
              "\"in_force_from\": "
              "\"2027-01-01\", \"in_force_to\": null, \"receipt\": \"strict\", "
              "\"close_of_business\": \"17:00\", "
              "\"courses\": [{\"kind\": \"complaint\", \"brands\": [\"homes-plus\"], "
              "\"deadlines\": [{\"id\": "
              "\"stage_1_acknowledgement\", \"stage\": 1, \"counts_from\": \"submitted\", "
              "\"start\": "
              "\"same_day\", \"met_by\": \"acknowledged\", \"period\": {\"count\": 3, \"unit\": "
              "\"working_days\"}, \"clause\": {\"document\": "
              "\"complaints-service-standards-v2-mar24\", "
              "\"id\": \"promise.1\"}}]}]},")
          .load();
  REQUIRE_MESSAGE(book.ok(), describe(book.error()));
  CHECK(assess_in(book.value(), "homes-plus", "2026-12-31T12:00:00Z").edition->id ==
        "group-v2-mar24");
  auto const later = assess_in(book.value(), "homes-plus", "2027-01-04T09:00:00Z");
  CHECK(later.edition->id == "group-2027");
  CHECK(format_date(later.deadlines[0].due_on) == "2027-01-07");
}

TEST_CASE("policy: an ombudsman's new address is a row, and colleagues' rows stay theirs") {
  auto const book =
      Copy{}
          .replace("schemes.json", "PO Box 152, Liverpool, L33 7WQ", "1 New Street, Leeds")
          .load();
  CHECK(book.value().scheme("housing-ombudsman")->contacts[3].value ==
        "Housing Ombudsman Service, 1 New Street, Leeds");
  CHECK(book.value().scheme("housing-ombudsman")->contacts[4].audience == Audience::colleagues);
}

TEST_CASE("calendar merge: adds what is new, keeps what the feed forgot, and says both") {
  std::string const known = support::read_file("public/policy/bank-holidays.json");
  std::string published = R"({"england-and-wales":{"division":"england-and-wales","events":[)";
  char const* const rows[] = {"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03",
                              "2027-06-25", "2027-08-30", "2027-12-27", "2027-12-28",
                              "2029-01-01", "2029-03-30", "2029-04-02", "2029-05-07",
                              "2029-05-28", "2029-08-27", "2029-12-25", "2029-12-26"};
  for (char const* const day : rows) {
    published += std::string{"{\"title\":\"New title\",\"date\":\""} + day +
                 "\",\"notes\":\"\",\"bunting\":true},";
  }
  published.back() = ']';
  published += "},\"scotland\":{\"division\":\"scotland\",\"events\":[]}}";
  auto const merged = merge_bank_holidays({"known", known}, {"published", published});
  REQUIRE_MESSAGE(merged.ok(), describe(merged.error()));
  int added = 0;
  int missing = 0;
  for (auto const& change : merged.value().changes) {
    added += change.kind == HolidayChange::Kind::added ? 1 : 0;
    missing += change.kind == HolidayChange::Kind::missing ? 1 : 0;
  }
  CHECK(added == 9);    // 25 June 2027, and the eight of 2029
  CHECK(missing == 9);  // 31 May 2027, and the eight of 2028
  CHECK(format_date(merged.value().covered_to) == "2029-12-31");
  auto const again = merge_bank_holidays({"known", merged.value().json}, {"published", published});
  REQUIRE(again.ok());
  CHECK(again.value().json == merged.value().json);
}

TEST_CASE("calendar merge: merging what is known changes nothing, byte for byte") {
  std::string const known = support::read_file("public/policy/bank-holidays.json");
  auto const merged = merge_bank_holidays({"known", known}, {"published", known});
  REQUIRE(merged.ok());
  CHECK(merged.value().changes.empty());
  CHECK(merged.value().json == known);
}
