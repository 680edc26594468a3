// May this event follow those before it? The whole course of a complaint as rules on events; each
// refusal has its own name. Used for a record that is read and for an event that somebody wants to
// add.
#pragma once
#include <vector>

#include "shared/complaint/deadlines.hpp"

namespace putright {

/// Who may record an event of this type. Colleagues write down what customers tell them by phone or
/// letter, so they may record everything; customers may record their own acts only.
bool may_record(Actor actor, EventType type);

/// The problems of `event` after `before`; empty when it may stand. Nothing may be dated after
/// `as_of`. Pointers say `/events/<number of events before>/...`.
std::vector<Problem> event_problems(Event const& event, History const& before, FeedbackKind kind,
                                    CountingRules const& rules, Instant as_of);

/// The problems of all events, each with its pointer, in order.
std::vector<Problem> all_event_problems(ComplaintRecord const& record, CountingRules const& rules,
                                        Instant as_of);

}  // namespace putright
