// A made-up complaint: what colleagues change in the workbench. Plain state; what it comes to is
// asked of assess(), never worked out here.
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shared/complaint/record.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright::workbench {

/// A step that may have happened, and the date it is set to.
struct Happening {
  bool happened = false;
  Date on;
  bool operator==(Happening const&) const = default;
};

/// The steps after the complaint was made, in their order.
enum class ProcessStep {
  acknowledged,
  stage_1_responded,
  stage_2_requested,
  stage_2_acknowledged,
  stage_2_responded
};
inline constexpr std::size_t kStepCount = 5;

struct Scenario {
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  std::string matter;
  Date made_on;
  /// London time of day.
  std::chrono::minutes made_at{};
  std::array<Happening, kStepCount> steps;
  /// Absent: the edition in force on the day.
  std::optional<std::string> edition;
  /// Absent: the edition's own rule.
  std::optional<ReceiptRule> receipt;
  Date today;
  /// What if there were one more bank holiday? Absent: there is none.
  std::optional<Date> invented_holiday{};

  bool operator==(Scenario const&) const = default;

  Happening& step(ProcessStep which) { return steps[static_cast<std::size_t>(which)]; }
  Happening const& step(ProcessStep which) const { return steps[static_cast<std::size_t>(which)]; }
};

/// The scenario the workbench opens with: a complaint made on a Thursday before Easter,
/// acknowledged.
Scenario first_scenario(PolicyBook const& book);

/// The event that a step is in a record.
EventType event_of(ProcessStep step);

/// The scenario's complaint as it stands today: what is set to happen later has not happened yet.
ComplaintRecord record_of(Scenario const& scenario);

/// The instant at which today is looked at: noon in London.
Instant as_of(Scenario const& scenario);

/// Moves the complaint by `count` days; steps never come before it, and today neither.
void move_made_on(Scenario& scenario, int count, PolicyBook const& book);

/// Sets whether a step happened. Switching one on sets those before it on as well; off, those after
/// off.
void switch_step(Scenario& scenario, ProcessStep step);

/// Moves a step by `count` days; it stays between the step before it and the calendar's last day.
void move_step(Scenario& scenario, ProcessStep step, int count, PolicyBook const& book);

/// Sets today, kept between the day of the complaint and the calendar's last day.
void set_today(Scenario& scenario, Date today, PolicyBook const& book);

/// Puts an invented bank holiday on the next working day after today, or takes it away again.
void switch_invented_holiday(Scenario& scenario, PolicyBook const& book);

/// Moves the invented bank holiday by `count` days, inside the calendar.
void move_invented_holiday(Scenario& scenario, int count, PolicyBook const& book);

/// The book with the scenario's invented bank holiday in its calendar.
PolicyBook with_invented_holiday(PolicyBook const& book, Scenario const& scenario);

/// The next or previous edition to look at; the first choice is the one in force.
void turn_edition(Scenario& scenario, int direction, PolicyBook const& book);

/// The next or previous matter of the book.
void turn_matter(Scenario& scenario, int direction, PolicyBook const& book);

}  // namespace putright::workbench
