// PostgreSQL as an engine of the store. A connection that is lost is made again at the next use, so
// that the stub recovers by itself; what was in hand when it went fails with an SqlError. Nothing
// here waits longer than it is told to, whatever the network does.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "server-stub/store/sql.hpp"

struct pg_conn;
struct pg_result;

namespace putright::postgres {

struct ClearResult {
  void operator()(pg_result* result) const;
};
using Result = std::unique_ptr<pg_result, ClearResult>;

/// How long one use may wait for a connection, and for an answer.
struct Patience {
  std::chrono::milliseconds connection;
  std::chrono::milliseconds answer;
};

class Database : public sql::Connection {
 public:
  /// `address` is a connection URI; it may hold a password and is never shown. Connects at the
  /// first use.
  Database(std::string address, Patience patience);

  std::unique_ptr<sql::Prepared> prepare(std::string_view sql) override;
  void begin() override;
  void commit() override;
  void roll_back() noexcept override;
  void overwrite_replaced() override {}
  void forget_replaced() override;

  /// Runs statements that answer nothing.
  void run(std::string const& sql);
  /// The first column of the first row; empty: there is none.
  std::string ask(std::string const& sql);

  /// Connected, or an SqlError.
  pg_conn* ready();
  /// Counts the connections: what was prepared in one is not known in the next.
  std::uint64_t number() const { return number_; }
  /// A name for a prepared statement that no other has.
  std::string new_name() { return "statement_" + std::to_string(++names_); }
  /// The answer to what was just sent (`sent` is libpq's word on that).
  Result answer(int sent);

 private:
  using Clock = std::chrono::steady_clock;
  struct Close {
    void operator()(pg_conn* handle) const;
  };

  void start();
  void poll_until_connected();
  void greet();
  Result next_result(Clock::time_point until);
  bool wait_for(short events, Clock::time_point until);
  [[noreturn]] void lose(std::string const& words);

  std::string address_;
  Patience patience_;
  std::unique_ptr<pg_conn, Close> handle_;
  enum class State { away, connecting, connected } state_ = State::away;
  short waits_to_ = 0;
  Clock::time_point started_;
  std::uint64_t number_ = 0;
  std::uint64_t names_ = 0;
};

/// Whether this is a connection URI that libpq can read.
bool is_address(std::string const& text);

}  // namespace putright::postgres
