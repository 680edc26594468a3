#include "server-stub/store/notice_rows.hpp"

namespace putright::store {
namespace {

using sql::Statement;
using sql::Use;

KeptNotice row_of(Statement const& row) {
  return {{row.text(0), static_cast<std::size_t>(row.number(1)), row.text(2), row.text(3)},
          row.text(4),
          value_in(kNoticeStates, row.text(5)).value_or(NoticeState::given_up),
          row.text(6),
          row.number(7),
          row.text(8),
          row.text(9),
          row.text(10)};
}

std::vector<KeptNotice> rows(Statement& query) {
  std::vector<KeptNotice> found;
  while (query.step())
    found.push_back(row_of(query));
  return found;
}

}  // namespace

std::string NoticeRows::rows_where(std::string const& condition) {
  return "SELECT reference, position, kind, calendar, way, state, made_at, tries, next_try_at, "
         "last_failure, changes FROM notices WHERE " +
         condition;
}

void NoticeRows::insert(std::string_view reference, std::size_t position, NewNotice const& notice) {
  Use const use{insert_};
  use->bind(reference).bind(static_cast<std::int64_t>(position)).bind(notice.kind);
  use->bind(notice.calendar).bind(notice.changes);
  use->bind(notice.way).bind(notice.made_at).bind(notice.made_at).step();
}

bool NoticeRows::lease(NoticeLease const& lease) {
  Use const use{lease_};
  use->bind(lease.lease).bind(lease.until).bind(lease.key.reference);
  use->bind(static_cast<std::int64_t>(lease.key.position)).bind(lease.key.kind);
  use->bind(lease.key.calendar).bind(lease.now);
  return use->step();
}

bool NoticeRows::put(NoticeOutcome const& outcome) {
  KeptNotice const& after = outcome.after;
  Use const use{put_};
  use->bind(after.way).bind(name_in(kNoticeStates, after.state)).bind(after.tries);
  use->bind(after.next_try_at).bind(after.last_failure).bind(after.key.reference);
  use->bind(static_cast<std::int64_t>(after.key.position)).bind(after.key.kind);
  return use->bind(after.key.calendar).bind(outcome.lease).step();
}

std::vector<KeptNotice> NoticeRows::due(std::string_view now, std::size_t limit) {
  Use const use{due_};
  use->bind(now).bind(static_cast<std::int64_t>(limit));
  return rows(*use);
}

std::vector<KeptNotice> NoticeRows::of(std::string_view reference) {
  Use const use{of_};
  use->bind(reference);
  return rows(*use);
}

std::vector<HandNotice> NoticeRows::by_hand(HandQuery const& query) {
  std::vector<KeptNotice> notices;
  {
    Use const use{by_hand_};
    use->bind(query.after_made_at).bind(query.after.reference);
    use->bind(static_cast<std::int64_t>(query.after.position)).bind(query.after.kind);
    use->bind(query.after.calendar).bind(static_cast<std::int64_t>(query.limit));
    notices = rows(*use);
  }
  std::vector<HandNotice> found;
  for (auto& notice : notices) {
    Use const use{brand_of_};
    use->bind(notice.key.reference);
    std::string brand = use->step() ? use->text(0) : "";
    found.push_back({std::move(notice), std::move(brand)});
  }
  return found;
}

NoticeCounts NoticeRows::counts() {
  Use const use{counts_};
  if (!use->step()) return {};
  return {use->number(0), use->number(1), use->number(2)};
}

}  // namespace putright::store
