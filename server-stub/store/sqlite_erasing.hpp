// Takes the words out of one complaint, for good: what it was about, when and how it went stay.
#pragma once
#include "server-stub/store/sqlite.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

class Eraser {
 public:
  explicit Eraser(sqlite::Database const& database);

  /// Whether its words were erased before.
  bool erased(std::string_view reference);

  /// Within a transaction. What is replaced is overwritten in the file (`secure_delete`).
  void erase(NewErasure const& erasure);

 private:
  sqlite::Database const& database_;
  sqlite::Statement find_;
  sqlite::Statement replace_submission_;
  sqlite::Statement replace_event_;
  sqlite::Statement detach_;
  sqlite::Statement forget_notices_;
  sqlite::Statement remember_;
};

}  // namespace putright::store
