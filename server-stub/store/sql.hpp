// What the store needs of any engine that speaks SQL: statements that are prepared once and used
// again and again, and transactions. An engine's failures are thrown as an SqlError and caught
// where the store answers for itself (sql_store.cpp): none leaves the store.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace putright::sql {

/// What an error is about: what one arrival brought, or the engine, its disk or the way to it.
enum class About { one_arrival, engine };

/// The words name no data.
class SqlError : public std::runtime_error {
 public:
  SqlError(About about, std::string const& words) : std::runtime_error(words), about_(about) {}
  About about() const { return about_; }

 private:
  About about_;
};

/// An engine's own prepared statement. What the names mean: `Statement`, below.
class Prepared {
 public:
  Prepared() = default;
  virtual ~Prepared() = default;
  Prepared(Prepared const&) = delete;
  Prepared& operator=(Prepared const&) = delete;

  virtual void bind(std::string_view text) = 0;
  virtual void bind(std::int64_t number) = 0;
  virtual void bind(std::span<std::uint8_t const> bytes) = 0;
  virtual bool step() = 0;
  virtual void reset() noexcept = 0;
  virtual std::string text(int column) const = 0;
  virtual std::int64_t number(int column) const = 0;
  virtual void bytes(int column, std::span<std::uint8_t> into) const = 0;
};

/// One connection, for one thread.
class Connection {
 public:
  Connection() = default;
  virtual ~Connection() = default;
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  /// Parameters are `?`, or `?1` and so on. The statement must not outlive its connection.
  virtual std::unique_ptr<Prepared> prepare(std::string_view sql) = 0;

  /// Begins a transaction that writes. Waits for its turn: one writes at a time.
  virtual void begin() = 0;
  /// Returns when it is on the disk.
  virtual void commit() = 0;
  /// Takes back what was not committed; nothing, when nothing is open.
  virtual void roll_back() noexcept = 0;

  /// From now on what is replaced is overwritten where it lay, if the engine can do that.
  virtual void overwrite_replaced() = 0;
  /// Lets go of copies of what was replaced, as far as nobody reads them just now.
  virtual void forget_replaced() = 0;
};

/// One prepared statement, used again and again: bind, step, read, reset.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql) : prepared_(connection.prepare(sql)) {}

  /// Binds the next parameter. The bytes must live until `reset`.
  template <class Value>
  Statement& bind(Value const& value) {
    prepared_->bind(value);
    return *this;
  }

  /// True: there is a row to read. False: done.
  bool step() { return prepared_->step(); }
  /// Makes it ready for the next use. Called by `Use` on every way out.
  void reset() noexcept { prepared_->reset(); }

  std::string text(int column) const { return prepared_->text(column); }
  std::int64_t number(int column) const { return prepared_->number(column); }
  /// Fills `into` with the column's bytes, which must be as many.
  void bytes(int column, std::span<std::uint8_t> into) const { prepared_->bytes(column, into); }

 private:
  std::unique_ptr<Prepared> prepared_;
};

/// Resets a statement when the use of it ends.
class Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) {}
  ~Use() { statement_.reset(); }
  Use(Use const&) = delete;
  Use& operator=(Use const&) = delete;
  Statement& operator*() const { return statement_; }
  Statement* operator->() const { return &statement_; }

 private:
  Statement& statement_;
};

/// A write transaction: rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) { connection_.begin(); }
  ~Transaction() {
    if (open_) connection_.roll_back();
  }
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;
  void commit() {
    connection_.commit();
    open_ = false;
  }

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace putright::sql
