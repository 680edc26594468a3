// SQLite with owners for what it hands out. Every failure is thrown as an SqliteError and caught
// where the store answers for itself (sqlite_store.cpp): none leaves the store.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace putright::sqlite {

/// `code` is SQLite's extended result code. The words name no data.
class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code, std::string const& words) : std::runtime_error(words), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

enum class Access { write, read };

class Database {
 public:
  /// Opens the file; with `write` it is made when it is not there.
  Database(std::string const& path, Access access);

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

/// One prepared statement, used again and again: bind, step, read, reset.
class Statement {
 public:
  Statement(Database const& database, std::string_view sql);

  /// Binds the next parameter. The bytes must live until `reset`.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(std::span<std::uint8_t const> bytes);

  /// True: there is a row to read. False: done.
  bool step();
  /// Makes it ready for the next use. Called by `Use` on every way out.
  void reset() noexcept;

  std::string text(int column) const;
  std::int64_t number(int column) const;
  /// Fills `into` with the column's bytes, which must be as many.
  void bytes(int column, std::span<std::uint8_t> into) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_parameter_ = 1;
};

/// Resets a statement when the use of it ends.
class Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) {}
  ~Use() { statement_.reset(); }
  Use(Use const&) = delete;
  Use& operator=(Use const&) = delete;
  Statement* operator->() const { return &statement_; }
  Statement& operator*() const { return statement_; }

 private:
  Statement& statement_;
};

/// A write transaction: rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace putright::sqlite
