#include "server-stub/notices/new_notices.hpp"

#include "portal/notices/notice.hpp"

namespace putright::notices {

std::vector<store::NewNotice> new_notices(EventType type, Submission const& submission,
                                          Instant at) {
  auto const kind = notice_after(type);
  auto const way = way_of_replying(submission);
  if (!kind || !way) return {};
  return {{std::string{name_in(kNoticeKinds, *kind)}, std::string{name_in(kRepliesBy, *way)},
           format_instant(at)}};
}

std::vector<store::NewNotice> new_notices(EventType type, store::KeptComplaint const& kept,
                                          Instant at) {
  auto const submission = parse_submission(kept.submission);
  if (!submission.ok()) return {};
  return new_notices(type, submission.value(), at);
}

}  // namespace putright::notices
