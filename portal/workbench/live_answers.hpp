// What the staff API answers, read into the workbench's own values. Nothing is believed: what
// cannot be read is no answer.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portal/workbench/live.hpp"

namespace putright::workbench {

/// Whether this is an answer of the API at all: a JSON object.
bool is_ours(std::string_view body);

/// `{"id","name","roles"}`.
struct SignedIn {
  std::string name;
  LiveRole role = LiveRole::none;
};
SignedIn read_signed_in(std::string_view body);

/// The work list of this brand, or of all; what cannot be read in it is left out.
colleagues::Work read_work(std::string_view body, std::string const& brand);

/// A complaint, looked at on `today`, or on the day of its last event if that is later.
std::optional<LiveComplaint> read_live_complaint(std::string_view body, Date today);

/// A refusal's own words, or an empty text.
std::string detail_in(std::string_view body);

/// The brand in the address of a work list, or an empty text.
std::string brand_asked_for(std::string_view target);

/// Problems with the reason, which has no name in the API, at the field where it is typed.
std::vector<Problem> as_fields_of_reason(std::vector<Problem> problems);

}  // namespace putright::workbench
