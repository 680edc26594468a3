#include "server-stub/erasing.hpp"

#include <algorithm>

#include "shared/calendar/london.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/canonical.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

// What an event keeps: nothing that anybody wrote, and nobody's name.
constexpr std::array<std::string_view, 5> kKeptMembers{"finding", "new_date", "recorded_at", "role",
                                                       "visit_on"};
// An extension is none without a reason (event_rules.hpp): this stands for the one it had.
constexpr std::string_view kErasedReason = "Erased";

// An event as a case file had it: its digest is that of its canonical form.
Outcome<std::string, Failure> body_left(json::Value const& event, std::string const& erased_on) {
  auto const whole = json::canonical(event);
  if (!whole) return Failure{"an event cannot be read"};
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("erased_on", erased_on);
  writer.member(kErasedDigestMember, digest_text(*whole));
  for (auto const name : kKeptMembers) {
    if (name == "recorded_at" && event.find("reason") != nullptr &&
        event.string_at("type") == "extended")
      writer.member("reason", kErasedReason);
    std::string_view const value = event.string_at(name);
    if (!value.empty()) writer.member(name, value);
  }
  return writer.end_object().take();
}

AuditEntry entry_of(store::KeptComplaint const& kept, std::string const& reason, Instant now) {
  return {.at = now,
          .who = "operator",
          .act = AuditAct::erased,
          .reference = kept.reference,
          .what = "",
          .reason = reason,
          .content_sha256 = hexadecimal(kept.content_digest)};
}

json::Value const* periods_in(json::Value const& root) {
  json::Value const* const file = root.find("retention.json");
  return file == nullptr ? nullptr : file->find("periods");
}

// The years for a kind; 0: none that counts.
int years_for(json::Value const& periods, std::string_view kind) {
  for (auto const& row : periods.items) {
    json::Value const* const years = row.find("years_after_end");
    if (row.string_at("kind") != kind || years == nullptr) continue;
    bool const counts = years->kind == json::Kind::integer && years->integer >= 1 &&
                        years->integer <= kMostRetentionYears;
    return counts ? static_cast<int>(years->integer) : 0;
  }
  return 0;
}

}  // namespace

Outcome<RetentionYears, Failure> retention_of(std::string_view joined_policy) {
  auto const root = json::parse(joined_policy, json::kDocumentLimits);
  json::Value const* const periods = root.ok() ? periods_in(root.value()) : nullptr;
  if (periods == nullptr) return Failure{"the policy has no retention.json with periods"};
  RetentionYears years{};
  for (auto const& kind : kFeedbackKinds) {
    int& found = years[static_cast<std::size_t>(kind.value)];
    found = years_for(*periods, kind.name);
    if (found == 0)
      return Failure{"retention.json: expected for the kind " + std::string{kind.name} +
                     " years_after_end, a whole number from 1 to " +
                     std::to_string(kMostRetentionYears)};
  }
  return years;
}

std::optional<Date> erasable_from(ComplaintRecord const& record, RetentionYears const& years) {
  std::optional<Date> ended;
  for (auto const& event : record.events) {
    bool const ends = event.type == EventType::closed || event.type == EventType::withdrawn;
    if (ends) ended = std::max(ended.value_or(event.when.on), event.when.on);
  }
  if (!ended) return std::nullopt;
  std::chrono::year_month_day const day{*ended};
  auto const later = day + std::chrono::years{years[static_cast<std::size_t>(record.kind)]};
  return later.ok() ? Date{std::chrono::sys_days{later}}
                    : Date{std::chrono::sys_days{later.year() / later.month() / std::chrono::last}};
}

Outcome<store::NewErasure, Failure> erasure_of(store::KeptComplaint const& kept,
                                               std::string const& reason, Instant now) {
  auto const root = json::parse(record_json(kept, Reader::colleague), json::kDocumentLimits);
  json::Value const* const events = root.ok() ? root.value().find("events") : nullptr;
  if (events == nullptr) return Failure{"the record of " + kept.reference + " cannot be read"};
  store::NewErasure erasure{
      .reference = kept.reference,
      .submission = "{}",
      .bodies = {},
      .erased_on = format_date(london_date(now)),
      .audit = {kept.reference, std::string{name_in(kAuditActs, AuditAct::erased)},
                audit_entry_json(entry_of(kept, reason, now))}};
  for (auto const& event : events->items) {
    auto left = body_left(event, erasure.erased_on);
    if (!left.ok()) return left.error();
    erasure.bodies.push_back(std::move(left).value());
  }
  return erasure;
}

}  // namespace putright
