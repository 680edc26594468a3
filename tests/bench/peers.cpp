#include "tests/bench/peers.hpp"

#include <nlohmann/json.hpp>

#ifdef PUTRIGHT_WITH_QUANTLIB
#include <ql/time/calendars/unitedkingdom.hpp>
#include <ql/time/date.hpp>
#endif

namespace putright::bench {

BareTable::BareTable(WorkingCalendar const& calendar) : from_(calendar.covered_from()) {
  for (Date day = from_; day <= calendar.covered_to(); day += std::chrono::days{1}) {
    if (calendar.is_working_day(day)) working_.push_back(static_cast<std::uint16_t>(at(day)));
    through_.push_back(static_cast<std::uint16_t>(working_.size()));
  }
}

long long nlohmann_dom_size(std::string_view text) {
  return static_cast<long long>(nlohmann::json::parse(text).size());
}

#ifdef PUTRIGHT_WITH_QUANTLIB

static QuantLib::Calendar const& united_kingdom() {
  static QuantLib::UnitedKingdom const calendar{QuantLib::UnitedKingdom::Settlement};
  return calendar;
}

// QuantLib counts days from 1899-12-30.
static QuantLib::Date to_quantlib(Date date) {
  constexpr int kDaysTo1970 = 25569;
  return QuantLib::Date{
      static_cast<QuantLib::Date::serial_type>(date.time_since_epoch().count() + kDaysTo1970)};
}

bool QuantLibCalendar::is_built_in() const {
  return true;
}
long long QuantLibCalendar::add(Date start, int count) const {
  return united_kingdom().advance(to_quantlib(start), count, QuantLib::Days).serialNumber();
}
long long QuantLibCalendar::count(Date start, Date end) const {
  return united_kingdom().businessDaysBetween(to_quantlib(start), to_quantlib(end), false, true);
}

#else

bool QuantLibCalendar::is_built_in() const {
  return false;
}
long long QuantLibCalendar::add(Date, int) const {
  return 0;
}
long long QuantLibCalendar::count(Date, Date) const {
  return 0;
}

#endif

}  // namespace putright::bench
