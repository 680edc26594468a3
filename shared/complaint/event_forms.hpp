// What a colleague gives with an event that they record, field by field, and how it is checked
// before the rules on events (event_rules.hpp) are asked. Asks for nothing that the customer gave
// already.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/complaint/event_rules.hpp"
#include "shared/complaint/record.hpp"

namespace putright {

/// `note` is for colleagues alone: a customer never sees it. `learning` goes into the report.
enum class EventField {
  definition,
  officer,
  officer_name,
  question,
  answer,
  visit_on,
  visit,
  new_date,
  reason,
  why_not_satisfied,
  what_would_put_it_right,
  finding,
  response,
  signed_off_by,
  action,
  learning,
  at,
  note
};

inline constexpr std::array<Named<EventField>, 18> kEventFields{{
    {EventField::definition, "definition"},
    {EventField::officer, "officer"},
    {EventField::officer_name, "officer_name"},
    {EventField::question, "question"},
    {EventField::answer, "answer"},
    {EventField::visit_on, "visit_on"},
    {EventField::visit, "visit"},
    {EventField::new_date, "new_date"},
    {EventField::reason, "reason"},
    {EventField::why_not_satisfied, "why_not_satisfied"},
    {EventField::what_would_put_it_right, "what_would_put_it_right"},
    {EventField::finding, "finding"},
    {EventField::response, "response"},
    {EventField::signed_off_by, "signed_off_by"},
    {EventField::action, "action"},
    {EventField::learning, "learning"},
    {EventField::at, "at"},
    {EventField::note, "note"},
}};

/// One field of an event's form. `max_characters` counts Unicode characters (code points); dates
/// and findings have none.
struct EventFieldRule {
  enum class Holds { one_line, paragraphs, date, finding, moment };
  enum class Needed { no, yes };
  EventField field;
  Holds holds;
  Needed needed;
  std::size_t max_characters = 0;
};

/// The fields that an event of this type takes from a colleague, in screen order; empty for
/// `submitted`, which no colleague records here.
std::span<EventFieldRule const> fields_of(EventType type);

/// An event as a colleague gave it: the texts that were given, tidied, in screen order, and when it
/// happened where that was not just now.
struct EventForm {
  EventType type;
  std::vector<std::pair<EventField, std::string>> given;
  std::optional<EventTime> when;
};

/// Reads and checks a form's JSON, `{"type": ..., field: text, ...}`. All problems at once: unknown
/// fields and wrong types first, then what is missing, too long or not understood, in screen order.
Outcome<EventForm, std::vector<Problem>> read_event_form(std::string_view json_text);

/// The types that the rules would let stand if a colleague recorded them at `now`, in the list's
/// order.
std::vector<EventType> events_possible(ComplaintRecord const& record, CountingRules const& rules,
                                       Instant now);

/// The form as the event that it would become: recorded by this colleague, and `now` where it says
/// no other time.
Event event_of(EventForm const& form, std::string_view by, Instant now);

}  // namespace putright
