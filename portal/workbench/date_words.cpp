#include "portal/workbench/date_words.hpp"

#include <array>

#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

constexpr std::size_t kShortName = 3;

}  // namespace

// The long form is "Thursday 26 March"; the short one keeps three letters of each name.
std::string short_date(Date date) {
  return say_day(date).substr(0, kShortName) + " " + short_day_and_month(date);
}

std::string short_day_and_month(Date date) {
  std::string const day = say_day(date);
  std::size_t const number = day.find(' ') + 1;
  std::size_t const month = day.find(' ', number) + 1;
  return day.substr(number, month - number + kShortName);
}

std::string_view weekday_letter(Date date) {
  constexpr std::array<std::string_view, 7> kLetters{"S", "M", "T", "W", "T", "F", "S"};
  return kLetters[std::chrono::weekday{date}.c_encoding()];
}

std::string_view short_name(DeadlineId id) {
  switch (id) {
    case DeadlineId::stage_1_acknowledgement:
      return "Acknowledge";
    case DeadlineId::stage_1_response:
      return "Stage 1 response";
    case DeadlineId::stage_2_acknowledgement:
      return "Acknowledge stage 2";
    case DeadlineId::stage_2_response:
      return "Stage 2 response";
    case DeadlineId::path_to_resolution:
      return "Path to resolution";
    case DeadlineId::assessment_and_response:
      return "Assess and respond";
    case DeadlineId::eight_week_letter:
      return "Eight-week letter";
  }
  return {};
}

}  // namespace putright::workbench
