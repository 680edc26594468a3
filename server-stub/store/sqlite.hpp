// SQLite as an engine of the store, with owners for what it hands out.
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "server-stub/store/sql.hpp"

struct sqlite3;

namespace putright::sqlite {

/// `code` is SQLite's extended result code.
class SqliteError : public sql::SqlError {
 public:
  SqliteError(int code, std::string const& words);
  int code() const { return code_; }

 private:
  int code_;
};

enum class Access { write, read };

class Database : public sql::Connection {
 public:
  /// Opens the file; with `write` it is made when it is not there.
  Database(std::string const& path, Access access);

  std::unique_ptr<sql::Prepared> prepare(std::string_view sql) override;
  void begin() override;
  void commit() override;
  void roll_back() noexcept override;
  void overwrite_replaced() override;
  void forget_replaced() override;

  /// Runs statements that answer nothing.
  void run(char const* sql) const;
  /// How long a statement waits while others hold the file. `most` must live as long as this.
  void wait_for_others(std::chrono::milliseconds const& most) const;
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace putright::sqlite
