#include "shared/text/dates.hpp"

#include <array>
#include <string_view>

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

}  // namespace putright
