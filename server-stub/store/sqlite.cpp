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

}  // namespace

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database(std::string const& path, Access access) {
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

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(Database const& database, std::string_view sql)
    : database_(database.handle()) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(database_, code);
}

Statement& Statement::bind(std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), next_parameter_++, text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), next_parameter_++, number));
  return *this;
}

Statement& Statement::bind(std::span<std::uint8_t const> bytes) {
  check(sqlite3_bind_blob64(statement_.get(), next_parameter_++, bytes.data(), bytes.size(),
                            SQLITE_STATIC));
  return *this;
}

bool Statement::step() {
  int const code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(database_, code);
  return false;
}

void Statement::reset() noexcept {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  next_parameter_ = 1;
}

std::string Statement::text(int column) const {
  auto const* const text = sqlite3_column_text(statement_.get(), column);
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return text == nullptr ? std::string{} : std::string{reinterpret_cast<char const*>(text), size};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Statement::bytes(int column, std::span<std::uint8_t> into) const {
  void const* const blob = sqlite3_column_blob(statement_.get(), column);
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  if (size != into.size()) throw SqliteError{SQLITE_CORRUPT, "a stored digest has another length"};
  std::memcpy(into.data(), blob, size);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself (a full disk); then there is nothing to do.
  if (open_ && sqlite3_get_autocommit(database_.handle()) == 0) {
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

}  // namespace putright::sqlite
