#include "server-stub/store/sqlite.hpp"

#include <cstring>
#include <thread>

#include <sqlite3.h>

#include "server-stub/limits.hpp"

namespace putright::sqlite {
namespace {

[[noreturn]] void fail(sqlite3* database, int code) {
  int const extended = database == nullptr ? code : sqlite3_extended_errcode(database);
  throw SqliteError{extended == SQLITE_OK ? code : extended, sqlite3_errstr(code)};
}

// Called again and again while another connection holds the file, `times` counting from 0; false
// gives up. A connection belongs to one thread, so each thread waits for one thing at a time.
int wait_a_moment(void* most, int times) {
  using Clock = std::chrono::steady_clock;
  thread_local Clock::time_point since;
  if (times == 0) since = Clock::now();
  if (Clock::now() - since >= *static_cast<std::chrono::milliseconds const*>(most)) return 0;
  // Of different lengths, so that two who wait do not look at the same moments.
  std::this_thread::sleep_for(limits::kStoreBusyPause * (1 + times % 3));
  return 1;
}

// Whether an error is one arrival's own, and not the disk's or the file's.
sql::About what_about(int code) {
  int const primary = code & 0xFF;
  bool const one =
      primary == SQLITE_CONSTRAINT || primary == SQLITE_TOOBIG || primary == SQLITE_MISMATCH;
  return one ? sql::About::one_arrival : sql::About::engine;
}

class PreparedHere : public sql::Prepared {
 public:
  PreparedHere(sqlite3* database, std::string_view sql);
  void bind(std::string_view text) override;
  void bind(std::int64_t number) override;
  void bind(std::span<std::uint8_t const> bytes) override;
  bool step() override;
  void reset() noexcept override;
  std::string text(int column) const override;
  std::int64_t number(int column) const override;
  void bytes(int column, std::span<std::uint8_t> into) const override;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code) const;
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_parameter_ = 1;
};

PreparedHere::PreparedHere(sqlite3* database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

void PreparedHere::check(int code) const {
  if (code != SQLITE_OK) fail(database_, code);
}

void PreparedHere::bind(std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), next_parameter_++, text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
}

void PreparedHere::bind(std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), next_parameter_++, number));
}

void PreparedHere::bind(std::span<std::uint8_t const> bytes) {
  check(sqlite3_bind_blob64(statement_.get(), next_parameter_++, bytes.data(), bytes.size(),
                            SQLITE_STATIC));
}

bool PreparedHere::step() {
  int const code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(database_, code);
  return false;
}

void PreparedHere::reset() noexcept {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  next_parameter_ = 1;
}

std::string PreparedHere::text(int column) const {
  auto const* const text = sqlite3_column_text(statement_.get(), column);
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return text == nullptr ? std::string{} : std::string{reinterpret_cast<char const*>(text), size};
}

std::int64_t PreparedHere::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void PreparedHere::bytes(int column, std::span<std::uint8_t> into) const {
  void const* const blob = sqlite3_column_blob(statement_.get(), column);
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  if (size != into.size()) throw SqliteError{SQLITE_CORRUPT, "a stored digest has another length"};
  std::memcpy(into.data(), blob, size);
}

// SQLite's account of its own memory costs it a lock for each piece of it, and nobody asks. Once,
// before its first connection.
void keep_no_account_of_memory() {
  static int const told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(told);
}

}  // namespace

SqliteError::SqliteError(int code, std::string const& words)
    : SqlError(what_about(code), words), code_(code) {}

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database(std::string const& path, Access access) {
  keep_no_account_of_memory();
  // One connection belongs to one thread, so SQLite's own locking of connections is not needed.
  int const flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE |
                    (access == Access::write ? SQLITE_OPEN_CREATE : 0);
  sqlite3* handle = nullptr;
  int const code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(handle, code);
  sqlite3_extended_result_codes(handle, 1);
}

void Database::run(char const* sql) const {
  int const code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle(), code);
}

void Database::wait_for_others(std::chrono::milliseconds const& most) const {
  sqlite3_busy_handler(handle(), wait_a_moment, const_cast<std::chrono::milliseconds*>(&most));
}

std::unique_ptr<sql::Prepared> Database::prepare(std::string_view sql) {
  return std::make_unique<PreparedHere>(handle(), sql);
}

void Database::begin() {
  run("BEGIN IMMEDIATE");
}

void Database::commit() {
  run("COMMIT");
}

void Database::roll_back() noexcept {
  // SQLite may have rolled back by itself (a full disk); then there is nothing to do.
  if (sqlite3_get_autocommit(handle()) == 0)
    sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::overwrite_replaced() {
  run("PRAGMA secure_delete = ON");
}

// The log still has what was replaced.
void Database::forget_replaced() {
  run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace putright::sqlite
