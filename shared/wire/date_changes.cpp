#include "shared/wire/date_changes.hpp"

#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/record_json.hpp"

namespace putright {
namespace {

// Each item of the list that is an object with a known deadline's id.
template <class Take>
void each_deadline(std::string const& list, Take take) {
  auto const root = json::parse(list, json::kSubmissionLimits);
  if (!root.ok()) return;
  for (auto const& item : root.value().items)
    if (auto const id = value_in(kDeadlineIds, item.string_at("id"))) take(*id, item);
}

}  // namespace

std::string dates_read(Assessment const& assessment) {
  std::vector<PromisedDate> dates;
  if (!is_over(assessment.status)) {
    for (auto const& deadline : assessment.deadlines)
      if (!deadline.met_on) dates.push_back({deadline.rule->id, deadline.promised_on});
  }
  return promised_json(dates);
}

std::vector<DateChange> changes_since(std::string const& told, Assessment const& assessment) {
  std::vector<DateChange> changes;
  if (is_over(assessment.status)) return changes;
  each_deadline(told, [&](DeadlineId id, json::Value const& item) {
    auto const was = parse_date(item.string_at("on"));
    Deadline const* const now = assessment.deadline(id);
    if (was && now != nullptr && !now->met_on && now->promised_on != *was)
      changes.push_back({id, *was, now->promised_on});
  });
  return changes;
}

std::string changes_json(std::vector<DateChange> const& changes) {
  json::Writer writer;
  writer.begin_array();
  for (auto const& change : changes) {
    writer.begin_object().member("id", name_in(kDeadlineIds, change.id));
    writer.member("was", format_date(change.was));
    writer.member("now", format_date(change.now)).end_object();
  }
  return writer.end_array().take();
}

std::vector<DateChange> changes_in(std::string const& json) {
  std::vector<DateChange> changes;
  each_deadline(json, [&](DeadlineId id, json::Value const& item) {
    auto const was = parse_date(item.string_at("was"));
    auto const now = parse_date(item.string_at("now"));
    if (was && now) changes.push_back({id, *was, *now});
  });
  return changes;
}

}  // namespace putright
