// A made-up complaint: what colleagues change in the workbench. Plain state; what it comes to is
// asked of assess(), never worked out here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/complaint/record.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright::workbench {

/// Who tells us: the customer, or somebody for them.
enum class Speaker { customer, representative };

inline constexpr std::array<Named<Speaker>, 2> kSpeakers{{
    {Speaker::customer, "customer"},
    {Speaker::representative, "representative"},
}};

struct Scenario {
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  std::string matter;
  std::string relationship;
  Speaker speaker = Speaker::customer;
  /// All that happens, also after today, in the order it is recorded.
  std::vector<Event> events;
  std::vector<PromisedDate> promised;
  /// Absent: the edition in force on the day.
  std::optional<std::string> edition;
  /// Absent: the edition's own rule.
  std::optional<ReceiptRule> receipt;
  Date today;
  /// What if these were bank holidays too? Sorted, none twice.
  std::vector<Date> invented_holidays;

  bool operator==(Scenario const& other) const;
};

/// Invented bank holidays in one scenario, at most.
inline constexpr std::size_t kMaxInventedHolidays = 20;

/// The scenario the workbench opens with: a complaint made on a Thursday before Easter,
/// acknowledged.
Scenario first_scenario(PolicyBook const& book);

/// The day of the first event; today when there is none.
Date begun_on(Scenario const& scenario);

/// The complaint with everything that is set to happen.
ComplaintRecord whole_record(Scenario const& scenario);

/// The complaint as it stands today: what is set to happen later has not happened yet.
ComplaintRecord record_of(Scenario const& scenario);

/// The instant at which today is looked at: noon in London, or the evening of a day on which
/// something happens.
Instant as_of(Scenario const& scenario);

/// Sets today, kept between the first event and the calendar's last day.
void set_today(Scenario& scenario, Date today, PolicyBook const& book);

/// Adds an invented bank holiday: on the next working day after today that is not one yet.
void add_invented_holiday(Scenario& scenario, PolicyBook const& book);

/// Moves the invented bank holiday at `index` to another day inside the calendar.
void move_invented_holiday(Scenario& scenario, std::size_t index, Date to, PolicyBook const& book);

void remove_invented_holiday(Scenario& scenario, std::size_t index);

/// The book with the scenario's invented bank holidays in its calendar.
PolicyBook with_invented_holidays(PolicyBook const& book, Scenario const& scenario);

}  // namespace putright::workbench
