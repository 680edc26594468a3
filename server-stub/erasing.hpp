// Keeping and forgetting: how long each kind is kept (public/policy/retention.json), and what is
// left of a complaint whose words are erased. What it was about, when each step was taken and the
// digests of what was written stay, so that its case file and the audit log still verify.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/failure.hpp"
#include "server-stub/kept_record.hpp"

namespace putright {

/// Years after the end of each kind, in the order of FeedbackKind.
using RetentionYears = std::array<int, kFeedbackKinds.size()>;

/// The longest period that may be given.
inline constexpr int kMostRetentionYears = 100;

/// The periods of retention.json among the joined policy files. Refused when a kind has none, or
/// one that is not a whole number from 1 to kMostRetentionYears.
Outcome<RetentionYears, Failure> retention_of(std::string_view joined_policy);

/// The day from which a complaint may be erased: so many years after it was closed or withdrawn;
/// empty: it is not over. 29 February counts as 28 in other years.
std::optional<Date> erasable_from(ComplaintRecord const& record, RetentionYears const& years);

/// What to keep instead of its words. `reason` is for the audit log.
Outcome<store::NewErasure, Failure> erasure_of(store::KeptComplaint const& kept,
                                               std::string const& reason, Instant now);

}  // namespace putright
