#include "server-stub/store/postgres.hpp"

#include <array>
#include <cctype>

#include <libpq-fe.h>
#include <poll.h>

#include "server-stub/limits.hpp"
#include "server-stub/store/postgres_statement.hpp"

namespace putright::postgres {
namespace {

using sql::About;
using sql::SqlError;

// Two-part advisory lock: ours ("PutR"), and the schema that the tables are in.
constexpr char kBegin[] =
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; "
    "SELECT pg_advisory_xact_lock(1349867090, hashtext(current_schema()))";

std::string in_milliseconds(std::chrono::milliseconds time) {
  return "'" + std::to_string(time.count()) + "ms'";
}

// A server that was told to answer before the disk has it is told otherwise. A stub that stops, or
// whose machine goes, must not keep the others from writing.
std::string settings() {
  return "SELECT set_config('synchronous_commit', 'on', false) "
         "WHERE current_setting('synchronous_commit') = 'off'; "
         "SET bytea_output = 'hex'; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; "
         "SET tcp_keepalives_count = 3; SET lock_timeout = " +
         in_milliseconds(limits::kStoreTurnTime) + "; SET idle_in_transaction_session_timeout = " +
         in_milliseconds(2 * limits::kStoreTurnTime);
}

std::string first_line(char const* text) {
  std::string const words{text};
  return words.substr(0, words.find('\n'));
}

// By SQLSTATE class: 22 data, 23 integrity, 54 a limit of the program.
bool is_about_one(std::string_view state) {
  std::string_view const kind = state.substr(0, 2);
  return kind == "22" || kind == "23" || kind == "54";
}

// The server's words can hold what was sent only where the data is to blame, or our own statement.
std::string words_of(PGresult const* result, std::string const& state) {
  std::string words = "the database answered " + state;
  char const* const primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  if (primary == nullptr || is_about_one(state) || state.substr(0, 2) == "42") return words;
  words.append(": ").append(first_line(primary));
  return words;
}

void check(PGresult const* result) {
  auto const status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return;
  char const* const field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  std::string const state = field == nullptr ? "nothing" : field;
  throw SqlError{is_about_one(state) ? About::one_arrival : About::engine, words_of(result, state)};
}

}  // namespace

void ClearResult::operator()(pg_result* result) const {
  PQclear(result);
}

void Database::Close::operator()(pg_conn* handle) const {
  PQfinish(handle);
}

Database::Database(std::string address, Patience patience)
    : address_(std::move(address)), patience_(patience) {}

std::unique_ptr<sql::Prepared> Database::prepare(std::string_view sql) {
  return make_prepared(*this, sql);
}

void Database::begin() {
  try {
    run(kBegin);
  } catch (SqlError const&) {
    // It is open already when its turn did not come in time.
    roll_back();
    throw;
  }
}

void Database::commit() {
  run("COMMIT");
}

void Database::roll_back() noexcept {
  if (state_ != State::connected || PQtransactionStatus(handle_.get()) == PQTRANS_IDLE) return;
  try {
    run("ROLLBACK");
  } catch (SqlError const&) {
    // Without its connection the server takes everything back by itself.
    handle_.reset();
    state_ = State::away;
  }
}

// A row that was replaced stays in its page until it is vacuumed.
void Database::forget_replaced() {
  for (char const* const table : {"complaints", "events", "attached", "notices"})
    run(std::string{"VACUUM "} + table);
}

void Database::run(std::string const& sql) {
  ask(sql);
}

std::string Database::ask(std::string const& sql) {
  Result const result = answer(PQsendQuery(ready(), sql.c_str()));
  bool const any = PQntuples(result.get()) > 0 && PQnfields(result.get()) > 0;
  return any ? PQgetvalue(result.get(), 0, 0) : "";
}

pg_conn* Database::ready() {
  if (state_ == State::connected && PQstatus(handle_.get()) != CONNECTION_OK) state_ = State::away;
  if (state_ == State::connecting && Clock::now() - started_ > limits::kDatabaseConnectTime)
    state_ = State::away;
  if (state_ == State::away) start();
  if (state_ == State::connecting) poll_until_connected();
  return handle_.get();
}

void Database::start() {
  std::array const names{"dbname", "client_encoding", "fallback_application_name",
                         static_cast<char const*>(nullptr)};
  std::array const values{address_.c_str(), "UTF8", "putright", static_cast<char const*>(nullptr)};
  handle_.reset(PQconnectStartParams(names.data(), values.data(), 1));
  if (handle_ == nullptr || PQstatus(handle_.get()) == CONNECTION_BAD)
    lose(handle_ == nullptr ? "no memory" : first_line(PQerrorMessage(handle_.get())));
  state_ = State::connecting;
  waits_to_ = POLLOUT;
  started_ = Clock::now();
}

// What is not connected in time goes on connecting until the next use.
void Database::poll_until_connected() {
  auto const until = Clock::now() + patience_.connection;
  while (wait_for(waits_to_, until)) {
    auto const progress = PQconnectPoll(handle_.get());
    if (progress == PGRES_POLLING_OK) return greet();
    if (progress == PGRES_POLLING_FAILED) lose(first_line(PQerrorMessage(handle_.get())));
    waits_to_ = progress == PGRES_POLLING_READING ? POLLIN : POLLOUT;
  }
  throw SqlError{About::engine, "the database does not answer"};
}

void Database::greet() {
  state_ = State::connected;
  ++number_;
  if (PQsetnonblocking(handle_.get(), 1) != 0) lose("the connection to the database was lost");
  run(settings());
}

Result Database::answer(int sent) {
  auto const until = Clock::now() + patience_.answer;
  if (sent == 0) lose("the connection to the database was lost");
  Result told;
  // One for each statement that was sent, up to one that failed; the last is the answer.
  while (Result next = next_result(until)) {
    told = std::move(next);
  }
  if (PQstatus(handle_.get()) == CONNECTION_BAD) lose("the connection to the database was lost");
  check(told.get());
  return told;
}

Result Database::next_result(Clock::time_point until) {
  while (true) {
    int const unsent = PQflush(handle_.get());
    if (unsent == 0 && PQisBusy(handle_.get()) == 0) return Result{PQgetResult(handle_.get())};
    bool const progress =
        unsent >= 0 &&
        wait_for(static_cast<short>(unsent == 0 ? POLLIN : POLLIN | POLLOUT), until) &&
        PQconsumeInput(handle_.get()) != 0;
    if (!progress) lose("the connection to the database was lost");
  }
}

bool Database::wait_for(short events, Clock::time_point until) {
  pollfd waiting{PQsocket(handle_.get()), events, 0};
  auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  return ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left, 0))) > 0;
}

void Database::lose(std::string const& words) {
  handle_.reset();
  state_ = State::away;
  throw SqlError{About::engine, words};
}

bool is_address(std::string const& text) {
  if (text.rfind("postgresql://", 0) != 0 && text.rfind("postgres://", 0) != 0) return false;
  PQconninfoOption* const options = PQconninfoParse(text.c_str(), nullptr);
  PQconninfoFree(options);
  return options != nullptr;
}

}  // namespace putright::postgres
