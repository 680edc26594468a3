// What the core is measured beside. Behind a door of their own, so that their headers stay out of
// ours.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/calendar/working_days.hpp"

namespace putright::bench {

/// The least that can answer: two arrays, no checks.
class BareTable {
 public:
  explicit BareTable(WorkingCalendar const& calendar);
  Date add(Date start, int count) const {
    return from_ +
           std::chrono::days{working_[through_[at(start)] + static_cast<std::size_t>(count) - 1]};
  }
  int count(Date start, Date end) const { return through_[at(end)] - through_[at(start)]; }

 private:
  std::size_t at(Date date) const { return static_cast<std::size_t>((date - from_).count()); }
  Date from_;
  std::vector<std::uint16_t> through_;
  std::vector<std::uint16_t> working_;
};

/// QuantLib's UnitedKingdom calendar, when it was built in; otherwise never asked.
class QuantLibCalendar {
 public:
  bool is_built_in() const;
  long long add(Date start, int count) const;
  long long count(Date start, Date end) const;
};

/// Parses to nlohmann's own tree and counts its members.
long long nlohmann_dom_size(std::string_view text);

}  // namespace putright::bench
