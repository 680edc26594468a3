#include "shared/calendar/date.hpp"

namespace putright {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Reads exactly `width` digits at `at`; -1 when they are not all digits.
int digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (std::size_t index = at; index < at + width; ++index) {
    char const c = text[index];
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// `Z`, `+01:00` or `-05:30`, as what must be taken away to reach UTC.
std::optional<seconds> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return seconds{0};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  int const hour = digits(text, 1, 2);
  int const minute = digits(text, 4, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  seconds const offset = hours{hour} + minutes{minute};
  return text[0] == '+' ? offset : -offset;
}

std::optional<seconds> parse_time_of_day(std::string_view text) {
  int const hour = digits(text, 0, 2);
  int const minute = digits(text, 3, 2);
  int second = digits(text, 6, 2);
  if (text[2] != ':' || text[5] != ':') return std::nullopt;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
    return std::nullopt;
  }
  if (second == 60) second = 59;
  return hours{hour} + minutes{minute} + seconds{second};
}

// Appends `value` with zeros in front, `width` digits. Not printf: its floating point alone is 4 KB
// of WebAssembly.
void append_digits(std::string& text, int value, int width) {
  if (width > 1) append_digits(text, value / 10, width - 1);
  text += static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int const year = digits(text, 0, 4);
  int const month = digits(text, 5, 2);
  int const day = digits(text, 8, 2);
  if (year < kFirstYear || year > kLastYear || month < 0 || day < 0) return std::nullopt;
  std::chrono::year_month_day const date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) {
    return std::nullopt;
  }
  auto const date = parse_date(text.substr(0, 10));
  auto const time = parse_time_of_day(text.substr(11, 8));
  std::string_view rest = text.substr(19);
  if (rest.front() == '.') {
    std::size_t end = 1;
    while (end < rest.size() && rest[end] >= '0' && rest[end] <= '9')
      ++end;
    if (end == 1) return std::nullopt;
    rest.remove_prefix(end);
  }
  auto const offset = parse_offset(rest);
  if (!date || !time || !offset) return std::nullopt;
  return Instant{*date} + *time - *offset;
}

std::string format_date(Date date) {
  std::chrono::year_month_day const parts{date};
  std::string text;
  append_digits(text, static_cast<int>(parts.year()), 4);
  append_digits(text += '-', static_cast<int>(static_cast<unsigned>(parts.month())), 2);
  append_digits(text += '-', static_cast<int>(static_cast<unsigned>(parts.day())), 2);
  return text;
}

std::string format_instant(Instant instant) {
  auto const date = std::chrono::floor<days>(instant);
  std::chrono::hh_mm_ss const time{instant - date};
  std::string text = format_date(date);
  append_digits(text += 'T', static_cast<int>(time.hours().count()), 2);
  append_digits(text += ':', static_cast<int>(time.minutes().count()), 2);
  append_digits(text += ':', static_cast<int>(time.seconds().count()), 2);
  return text += 'Z';
}

}  // namespace putright
