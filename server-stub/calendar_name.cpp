#include "server-stub/calendar_name.hpp"

#include "server-stub/keys/digest.hpp"

namespace putright {
namespace {

// The first quarter of a SHA-256: few calendars are ever merged, and a mail's header is short.
constexpr std::size_t kNameBytes = 8;

}  // namespace

std::string calendar_name(WorkingCalendar const& calendar) {
  std::string text = format_date(calendar.covered_from()) + format_date(calendar.covered_to());
  for (auto const& holiday : calendar.holidays())
    text += format_date(holiday.on);
  auto const digest = sha256(text);
  return hexadecimal(std::span{digest}.first(kNameBytes));
}

}  // namespace putright
