// Which notices an event brings, before it is kept.
#pragma once
#include <vector>

#include "server-stub/store/store.hpp"
#include "shared/policy/terms.hpp"
#include "shared/submission/submission.hpp"

namespace putright::notices {

/// The notices that go with an event of this type to whoever sent this submission; none when the
/// customer did it themselves or gave no way to reply.
std::vector<store::NewNotice> new_notices(EventType type, Submission const& submission, Instant at);

/// The same for a complaint that is kept.
std::vector<store::NewNotice> new_notices(EventType type, store::KeptComplaint const& kept,
                                          Instant at);

}  // namespace putright::notices
