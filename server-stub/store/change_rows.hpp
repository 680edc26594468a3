// The rows of what was changed because customers told us: part of a store that speaks SQL. Throws
// what its statements throw; whoever owns it catches.
#pragma once
#include "server-stub/store/sql.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

class ChangeRows {
 public:
  ChangeRows(sql::Connection& writing, sql::Connection& reading)
      : writing_(writing), reading_(reading) {}

  /// False: it was inserted before.
  bool insert(PublishedChange const& change);
  /// False: it is not shown.
  bool take_back(ChangeTakenBack const& change);

  std::vector<PublishedChange> published(std::string_view brand, std::size_t limit);

 private:
  sql::Connection& writing_;
  sql::Connection& reading_;
  sql::Statement insert_{
      writing_,
      "INSERT INTO published_changes(id, brand, told, changed, published_on, taken_back_on) VALUES "
      "(?, ?, ?, ?, ?, '') ON CONFLICT(id) DO NOTHING RETURNING 1"};
  sql::Statement take_back_{writing_,
                            "UPDATE published_changes SET taken_back_on = ? WHERE id = ? AND "
                            "taken_back_on = '' RETURNING 1"};
  sql::Statement published_{
      reading_,
      "SELECT id, brand, told, changed, published_on FROM published_changes WHERE taken_back_on = "
      "'' AND (?1 = '' OR brand = ?1) ORDER BY published_on DESC, id LIMIT ?2"};
};

}  // namespace putright::store
