// Takes the words out of one complaint, for good: what it was about, when and how it went stay.
#pragma once
#include "server-stub/store/sql.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

class Eraser {
 public:
  explicit Eraser(sql::Connection& database);

  /// Whether its words were erased before.
  bool erased(std::string_view reference);

  /// Within a transaction. What is replaced is overwritten, where the engine can.
  void erase(NewErasure const& erasure);

 private:
  sql::Connection& database_;
  sql::Statement find_;
  sql::Statement replace_submission_;
  sql::Statement replace_event_;
  sql::Statement detach_;
  sql::Statement forget_notices_;
  sql::Statement remember_;
};

}  // namespace putright::store
