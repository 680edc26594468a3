// Editing what happens in a scenario: any event, in any order. Whether it may stand is asked of
// assess(); the refusals are its own. No rule is here.
#pragma once
#include <string>
#include <vector>

#include "portal/workbench/scenario.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

/// "Stage 1 responded": an event's own name as colleagues read it.
std::string event_words(EventType type);

/// An event of this type today, filled in so that it mostly may stand. `assessment` is today's, or
/// null.
Event new_event(Scenario const& scenario, EventType type, Assessment const* assessment);

/// Puts an event after all that have happened by its day; returns its place.
std::size_t add_event(Scenario& scenario, Event event);

void remove_event(Scenario& scenario, std::size_t index);

enum class Shift { earlier, later };
/// Changes places with the event before or after it in the record; returns its new place.
std::size_t shift_event(Scenario& scenario, std::size_t index, Shift shift);

/// Sets an event's date; its time of day in London stays.
void set_event_day(Event& event, Date on);

/// The time of day in London, or none when only the date is known.
std::optional<std::chrono::minutes> event_time_of_day(Event const& event);
void set_event_time(Event& event, std::optional<std::chrono::minutes> time);

/// The refusals of each event, in their order; then those of the whole as the last.
std::vector<std::vector<Problem>> refusals_of(Scenario const& scenario, PolicyBook const& book);

/// Why an event of this type may not be added today; empty when it may.
std::vector<Problem> refusals_of_adding(Scenario const& scenario, Event const& event,
                                        PolicyBook const& book);

}  // namespace putright::workbench
