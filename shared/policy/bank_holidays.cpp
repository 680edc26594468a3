#include "shared/policy/bank_holidays.hpp"

#include <algorithm>

#include "shared/policy/policy_reader.hpp"

namespace putright {
namespace {

using namespace std::chrono;

constexpr std::string_view kDivision = "england-and-wales";

std::vector<BankHoliday> read_events(PolicyReader& reader, json::Value const& division) {
  std::vector<BankHoliday> holidays;
  for (auto const& event : reader.list(division, "events")) {
    BankHoliday holiday{reader.date(event, "date"), reader.string(event, "title")};
    if (!holidays.empty() && holiday.on <= holidays.back().on) {
      reader.refuse(reader.member(event, "date"), "a date after the one before it");
    }
    holidays.push_back(std::move(holiday));
  }
  if (holidays.empty()) reader.refuse(division, "at least one bank holiday");
  return holidays;
}

Date first_day_of_year(Date date) {
  return sys_days{year_month_day{date}.year() / January / 1};
}
Date last_day_of_year(Date date) {
  return sys_days{year_month_day{date}.year() / December / 31};
}

}  // namespace

std::optional<WorkingCalendar> read_bank_holidays(PolicyReader& reader) {
  json::Value const& root = reader.root();
  auto holidays = read_events(reader, reader.member(root, kDivision));
  if (reader.refusal()) return std::nullopt;
  Date const from =
      reader.optional_date(root, "covered_from").value_or(first_day_of_year(holidays.front().on));
  Date const to =
      reader.optional_date(root, "covered_to").value_or(last_day_of_year(holidays.back().on));
  if (from > holidays.front().on)
    reader.refuse(reader.member(root, "covered_from"),
                  "a date on or before the first bank holiday");
  if (to < holidays.back().on)
    reader.refuse(reader.member(root, "covered_to"), "a date on or after the last bank holiday");
  if ((to - from).count() >= kMaxCoverageDays)
    reader.refuse(root, "a coverage of fewer than 60000 days");
  if (reader.refusal()) return std::nullopt;
  return WorkingCalendar{from, to, std::move(holidays)};
}

Outcome<WorkingCalendar, PolicyRefusal> load_bank_holidays(NamedText file) {
  auto const root = json::parse(file.text, json::kDocumentLimits);
  if (!root.ok())
    return refusal_at(file.name, file.text, root.error().offset, "JSON that can be read");
  PolicyReader reader{{file.name, file.text, &root.value()}};
  auto calendar = read_bank_holidays(reader);
  if (!calendar) return *reader.refusal();
  return std::move(*calendar);
}

}  // namespace putright
