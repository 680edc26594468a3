#include "shared/text/dates.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace putright {

static constexpr std::array<std::string_view, 7> kWeekdays{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static constexpr std::array<std::string_view, 12> kMonths{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string say_day(Date date) {
  std::chrono::year_month_day const parts{date};
  std::string text{kWeekdays[std::chrono::weekday{date}.c_encoding()]};
  text += ' ';
  text += std::to_string(static_cast<unsigned>(parts.day()));
  text += ' ';
  text += kMonths[static_cast<unsigned>(parts.month()) - 1];
  return text;
}

std::string say_date(Date date) {
  return say_day(date) + " " +
         std::to_string(static_cast<int>(std::chrono::year_month_day{date}.year()));
}

std::string say_time(std::chrono::minutes at) {
  std::chrono::hh_mm_ss const parts{at};
  std::string const minutes = std::to_string(parts.minutes().count());
  return std::to_string(parts.hours().count()) + ":" + (minutes.size() < 2 ? "0" : "") + minutes;
}

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The runs of digits and of letters in a text.
std::vector<std::string> runs_of(std::string_view text) {
  std::vector<std::string> runs;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const c = text[at];
    if (!is_digit(c) && !is_letter(c)) continue;
    bool const goes_on =
        at > 0 && !runs.empty() && (is_digit(c) ? is_digit(text[at - 1]) : is_letter(text[at - 1]));
    if (!goes_on) runs.emplace_back();
    runs.back() += small(c);
  }
  return runs;
}

// 1 to 12 for a month's name or the first three letters or more of it; 0: it is none.
unsigned month_named(std::string_view run) {
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    std::string_view const full = kMonths[month];
    bool same = run.size() >= 3 && run.size() <= full.size();
    for (std::size_t at = 0; same && at < run.size(); ++at)
      same = small(full[at]) == run[at];
    if (same) return static_cast<unsigned>(month) + 1;
  }
  return 0;
}

bool is_weekday_name(std::string_view run) {
  for (std::string_view const day : kWeekdays) {
    bool same = run.size() >= 3 && run.size() <= day.size();
    for (std::size_t at = 0; same && at < run.size(); ++at)
      same = small(day[at]) == run[at];
    if (same) return true;
  }
  return false;
}

// What may stand after a day's number.
bool is_ending(std::string_view run) {
  return run == "st" || run == "nd" || run == "rd" || run == "th" || run == "of";
}

constexpr std::size_t kLongestNumber = 4;

unsigned number_in(std::string_view run) {
  unsigned number = 0;
  for (char const c : run)
    number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

}  // namespace

std::optional<Date> read_typed_date(std::string_view text) {
  if (auto const plain = parse_date(text)) return plain;
  std::vector<unsigned> numbers;
  unsigned month = 0;
  std::size_t year_digits = 0;
  for (auto const& run : runs_of(text)) {
    if (is_digit(run[0])) {
      if (run.size() > kLongestNumber) return std::nullopt;
      numbers.push_back(number_in(run));
      year_digits = run.size();
    } else if (unsigned const named = month_named(run); named != 0 && month == 0) {
      month = named;
    } else if (!is_weekday_name(run) && !is_ending(run)) {
      return std::nullopt;
    }
  }
  if (numbers.size() != (month == 0 ? 3U : 2U) || year_digits != kLongestNumber)
    return std::nullopt;
  if (month == 0) month = numbers[1];
  std::chrono::year_month_day const parts{std::chrono::year{static_cast<int>(numbers.back())},
                                          std::chrono::month{month},
                                          std::chrono::day{numbers.front()}};
  if (!parts.ok()) return std::nullopt;
  return Date{parts};
}

}  // namespace putright
