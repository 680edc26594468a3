#include "server-stub/store/change_rows.hpp"

namespace putright::store {

using sql::Use;

bool ChangeRows::insert(PublishedChange const& change) {
  Use const use{insert_};
  use->bind(change.id).bind(change.brand).bind(change.told).bind(change.changed);
  return use->bind(change.published_on).step();
}

bool ChangeRows::take_back(ChangeTakenBack const& change) {
  Use const use{take_back_};
  return use->bind(change.taken_back_on).bind(change.id).step();
}

std::vector<PublishedChange> ChangeRows::published(std::string_view brand, std::size_t limit) {
  std::vector<PublishedChange> found;
  Use const use{published_};
  use->bind(brand).bind(static_cast<std::int64_t>(limit));
  while (use->step())
    found.push_back({use->text(0), use->text(1), use->text(2), use->text(3), use->text(4)});
  return found;
}

}  // namespace putright::store
