// An event on its way to a complaint that is kept, whoever records it: the core's rules are asked
// at the moment it is kept, a repeat is answered as the first time, and one that was overtaken by
// another is judged anew.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "server-stub/http/message.hpp"
#include "server-stub/kept_record.hpp"
#include "server-stub/stub.hpp"
#include "shared/complaint/deadlines.hpp"

namespace putright::routes {

/// Lives until it has been answered.
struct Act {
  Stub* stub = nullptr;
  http::Reply reply;
  std::string idempotency_key;
  /// When it happened is decided at the moment of keeping, unless `happened` says.
  Event event;
  std::optional<EventTime> happened;
  /// The event's own members, a JSON object.
  std::string body;
  /// Of everything that was sent: other content under the same key is refused.
  Digest content_digest{};
  store::KeptComplaint kept;
  /// For the audit log: `customer`, or a colleague.
  std::string who;
  Reader reader = Reader::customer;
  int tries = 0;
};

/// Keeps the act's event if the rules let it stand, and answers with the complaint as its reader
/// sees it.
void keep_event(Act act);

/// The rules' own frame for a record.
CountingRules rules_of(Assessment const& assessment, PolicyBook const& book);

/// An event's time as records hold it.
std::string written_time(EventTime const& when);

/// A record's time does not run backwards, whatever the machine's clock does.
Instant moment_after(ComplaintRecord const& record, Instant now);

}  // namespace putright::routes
