#include "server-stub/routes/telling.hpp"

#include <algorithm>

#include "server-stub/notices/by_hand.hpp"
#include "server-stub/routes/refusing.hpp"

namespace putright::routes {
namespace {

using http::Refusal;
using Then = std::function<void(std::optional<http::Answer>)>;

Outcome<std::optional<store::KeptNotice>, Failure> find_notice(Stub& stub,
                                                               store::NoticeKey const& key) {
  auto const notices = stub.store.notices_of(key.reference);
  if (!notices.ok()) return notices.error();
  auto const& all = notices.value();
  auto const found = std::find_if(
      all.begin(), all.end(), [&](store::KeptNotice const& notice) { return notice.key == key; });
  return found == all.end() ? std::optional<store::KeptNotice>{} : std::optional{*found};
}

bool is_done(store::KeptNotice const& notice, Telling const& telling) {
  return telling.way && notice.state == store::NoticeState::sent &&
         notice.way == name_in(kRepliesBy, *telling.way);
}

// Somebody else was quicker: the same is as good as done.
void finish(Stub& stub, Telling const& telling, store::Keeping keeping, Then const& then) {
  if (keeping == store::Keeping::kept) return then(std::nullopt);
  if (keeping != store::Keeping::overtaken)
    return then(refuse_counted(stub, Refusal::store_unavailable));
  auto const now = find_notice(stub, telling.notice);
  if (now.ok() && now.value() && is_done(*now.value(), telling)) return then(std::nullopt);
  then(refuse_counted(stub, Refusal::event_not_possible_now));
}

}  // namespace

void tell_by_hand(Stub& stub, Colleague const& colleague, Telling const& telling,
                  Then const& then) {
  auto const found = find_notice(stub, telling.notice);
  if (!found.ok()) return then(refuse_unread(stub, found.error()));
  if (!found.value()) return then(refuse_counted(stub, Refusal::complaint_not_found));
  if (is_done(*found.value(), telling)) return then(std::nullopt);
  auto outcome = telling.way
                     ? notices::sent_by_hand(*found.value(), *telling.way, colleague, stub.now())
                     : notices::tried_again(*found.value(), stub.now());
  if (!outcome) return then(refuse_counted(stub, Refusal::event_not_possible_now));
  bool const queued =
      stub.writer.keep(std::move(*outcome), [&stub, telling, then](store::KeepOutcome const& kept) {
        finish(stub, telling, kept.keeping, then);
      });
  if (!queued) then(refuse_counted(stub, Refusal::too_busy));
}

}  // namespace putright::routes
