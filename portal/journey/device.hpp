// What the page tells about the device it runs on: answers kept there, and what waits there to be
// sent. The stub never has any of it, and without JavaScript nobody has.
#pragma once
#include <string>
#include <vector>

#include "shared/base/names.hpp"
#include "shared/calendar/date.hpp"
#include "shared/policy/terms.hpp"
#include "shared/wire/json.hpp"

namespace putright {

/// Answers that were typed on this device and not sent. `draft` is the text of the form's hidden
/// field.
struct KeptDraft {
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  /// The screen they were left on.
  std::string path;
  std::string draft;
  Instant saved_at;
};

/// `refused`: the stub would not take it as it is, and somebody must look at it again.
enum class OutboxState { waiting, sent, refused };

inline constexpr std::array<Named<OutboxState>, 3> kOutboxStates{{
    {OutboxState::waiting, "waiting"},
    {OutboxState::sent, "sent"},
    {OutboxState::refused, "refused"},
}};

/// One submission whose Send was pressed while nobody could be reached.
struct OutboxItem {
  std::string id;
  std::string brand;
  FeedbackKind kind = FeedbackKind::complaint;
  OutboxState state = OutboxState::waiting;
  Instant queued_at;
  /// Empty until it was sent.
  std::string reference;
};

struct Device {
  enum class Storage { refused, works } storage = Storage::refused;
  std::vector<KeptDraft> drafts;
  std::vector<OutboxItem> outbox;
};

/// Reads the member `device` of a page's request. What cannot be read is left out.
Device read_device(json::Value const& value);

}  // namespace putright
