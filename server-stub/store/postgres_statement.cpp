#include "server-stub/store/postgres_statement.hpp"

#include <array>
#include <charconv>
#include <vector>

#include <libpq-fe.h>

namespace putright::postgres {
namespace {

using sql::About;
using sql::SqlError;

// Object identifiers of the types that we send, which never change (pg_type.dat).
constexpr Oid kBytes = 17;
constexpr Oid kNumber = 20;
constexpr Oid kText = 25;

constexpr int kBinary = 1;
constexpr int kAsText = 0;

struct Parameter {
  Oid type;
  std::string_view bytes;
  std::array<char, 8> number{};
};

// As the server wants it: most significant byte first.
std::array<char, 8> network_order(std::int64_t number) {
  std::array<char, 8> bytes{};
  auto left = static_cast<std::uint64_t>(number);
  for (std::size_t at = bytes.size(); at-- > 0; left >>= 8U)
    bytes[at] = static_cast<char>(left & 0xFFU);
  return bytes;
}

// Parameters as libpq takes them: lists side by side.
struct Lists {
  std::vector<Oid> types;
  std::vector<char const*> values;
  std::vector<int> lengths;
  std::vector<int> formats;
};

Lists lists_of(std::vector<Parameter> const& parameters) {
  Lists lists;
  for (auto const& one : parameters) {
    std::string_view const bytes =
        one.type == kNumber ? std::string_view{one.number.data(), one.number.size()} : one.bytes;
    lists.types.push_back(one.type);
    // A null pointer would be NULL, which is not the empty text.
    lists.values.push_back(bytes.data() == nullptr ? "" : bytes.data());
    lists.lengths.push_back(static_cast<int>(bytes.size()));
    lists.formats.push_back(kBinary);
  }
  return lists;
}

class PreparedHere : public sql::Prepared {
 public:
  PreparedHere(Database& database, std::string_view sql)
      : database_(database), sql_(with_dollars(sql)) {}

  void bind(std::string_view text) override { parameters_.push_back({kText, text}); }
  void bind(std::int64_t number) override {
    parameters_.push_back({kNumber, {}, network_order(number)});
  }
  void bind(std::span<std::uint8_t const> bytes) override {
    parameters_.push_back({kBytes, {reinterpret_cast<char const*>(bytes.data()), bytes.size()}});
  }
  bool step() override;
  void reset() noexcept override;
  std::string text(int column) const override { return std::string{value(column)}; }
  std::int64_t number(int column) const override;
  void bytes(int column, std::span<std::uint8_t> into) const override;

 private:
  void execute();
  void prepare_in(PGconn* connection, Lists const& lists);
  std::string_view value(int column) const;

  Database& database_;
  std::string sql_;
  std::string name_ = database_.new_name();
  /// The connection it is prepared in.
  std::uint64_t prepared_in_ = 0;
  std::vector<Parameter> parameters_;
  Result rows_;
  int row_ = 0;
};

bool PreparedHere::step() {
  if (rows_) {
    ++row_;
  } else {
    execute();
  }
  return row_ < PQntuples(rows_.get());
}

void PreparedHere::execute() {
  PGconn* const connection = database_.ready();
  Lists const lists = lists_of(parameters_);
  if (prepared_in_ != database_.number()) prepare_in(connection, lists);
  rows_ = database_.answer(PQsendQueryPrepared(
      connection, name_.c_str(), static_cast<int>(lists.values.size()), lists.values.data(),
      lists.lengths.data(), lists.formats.data(), kAsText));
  row_ = 0;
}

void PreparedHere::prepare_in(PGconn* connection, Lists const& lists) {
  database_.answer(PQsendPrepare(connection, name_.c_str(), sql_.c_str(),
                                 static_cast<int>(lists.types.size()), lists.types.data()));
  prepared_in_ = database_.number();
}

void PreparedHere::reset() noexcept {
  parameters_.clear();
  rows_.reset();
}

std::string_view PreparedHere::value(int column) const {
  return {PQgetvalue(rows_.get(), row_, column),
          static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column))};
}

std::int64_t PreparedHere::number(int column) const {
  std::string_view const digits = value(column);
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Bytes come as `\x` and hexadecimal digits.
void PreparedHere::bytes(int column, std::span<std::uint8_t> into) const {
  std::string_view const hexadecimal = value(column);
  if (hexadecimal.size() != 2 + 2 * into.size())
    throw SqlError{About::engine, "a stored digest has another length"};
  for (std::size_t at = 0; at < into.size(); ++at) {
    char const* const digits = hexadecimal.data() + 2 + 2 * at;
    std::from_chars(digits, digits + 2, into[at], 16);
  }
}

}  // namespace

std::unique_ptr<sql::Prepared> make_prepared(Database& database, std::string_view sql) {
  return std::make_unique<PreparedHere>(database, sql);
}

std::string with_dollars(std::string_view sql) {
  std::string dollars;
  int next = 0;
  for (std::size_t at = 0; at < sql.size(); ++at) {
    if (sql[at] != '?') {
      dollars += sql[at];
      continue;
    }
    bool const numbered = at + 1 < sql.size() && sql[at + 1] >= '1' && sql[at + 1] <= '9';
    dollars += numbered ? "$" : "$" + std::to_string(++next);
  }
  return dollars;
}

}  // namespace putright::postgres
