#include "server-stub/store/overview_rows.hpp"

namespace putright::store {

using sqlite::Use;

void OverviewRows::put(std::string_view reference, Overview const& overview) {
  {
    Use const use{put_overview_};
    use->bind(overview.status).bind(std::int64_t{overview.stage});
    use->bind(std::int64_t{overview.open == Overview::Open::yes}).bind(overview.received_on);
    use->bind(overview.next_event).bind(overview.next_by);
    use->bind(std::int64_t{overview.waits_for_customer == Overview::Waits::yes});
    use->bind(overview.officer).bind(overview.finding);
    use->bind(std::int64_t{overview.actions_outstanding}).bind(overview.policy_sha256);
    use->bind(reference).step();
  }
  {
    Use const use{clear_deadlines_};
    use->bind(reference).step();
  }
  for (auto const& deadline : overview.deadlines) {
    Use const use{put_deadline_};
    use->bind(reference).bind(deadline.id).bind(deadline.promised_on);
    use->bind(deadline.due_on).bind(deadline.met_on).step();
  }
}

}  // namespace putright::store
