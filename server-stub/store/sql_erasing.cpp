#include "server-stub/store/sql_erasing.hpp"

namespace putright::store {

using sql::Use;

Eraser::Eraser(sql::Connection& database)
    : database_(database),
      find_(database, "SELECT 1 FROM erasures WHERE reference = ?"),
      replace_submission_(database, "UPDATE complaints SET submission = ? WHERE reference = ?"),
      replace_event_(database, "UPDATE events SET body = ? WHERE reference = ? AND position = ?"),
      detach_(database, "DELETE FROM attached WHERE reference = ?"),
      forget_notices_(database, "DELETE FROM notices WHERE reference = ? AND state <> 'sent'"),
      remember_(database, "INSERT INTO erasures(reference, erased_on) VALUES (?, ?)") {}

bool Eraser::erased(std::string_view reference) {
  Use const use{find_};
  return use->bind(reference).step();
}

void Eraser::erase(NewErasure const& erasure) {
  database_.overwrite_replaced();
  {
    Use const use{replace_submission_};
    use->bind(erasure.submission).bind(erasure.reference).step();
  }
  for (std::size_t position = 0; position < erasure.bodies.size(); ++position) {
    Use const use{replace_event_};
    use->bind(erasure.bodies[position]).bind(erasure.reference);
    use->bind(static_cast<std::int64_t>(position)).step();
  }
  {
    Use const use{detach_};
    use->bind(erasure.reference).step();
  }
  {
    // Their words are made from what is kept when they go.
    Use const use{forget_notices_};
    use->bind(erasure.reference).step();
  }
  Use const use{remember_};
  use->bind(erasure.reference).bind(erasure.erased_on).step();
}

}  // namespace putright::store
