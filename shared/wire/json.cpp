#include "shared/wire/json.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include <nlohmann/json.hpp>

#include "shared/base/require.hpp"

namespace putright::json {
namespace {

// Reads characters and tells how many were taken, which nlohmann's events do not say.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  CountingIterator(char const* at, std::size_t* taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  bool operator==(CountingIterator const& other) const { return at_ == other.at_; }
  bool operator!=(CountingIterator const& other) const { return at_ != other.at_; }

 private:
  char const* at_;
  std::size_t* taken_;
};

bool part_of_a_number_or_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' ||
         c == 'E';
}

// Builds the value tree from nlohmann's events. The names of the methods are its interface.
class Builder {
 public:
  Builder(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

  std::size_t* taken() { return &taken_; }
  Value take_root() { return std::move(root_); }
  Trouble trouble() const { return trouble_; }

  bool null() { return add_scalar(Kind::null) != nullptr; }
  bool boolean(bool value) {
    add_scalar(Kind::boolean)->boolean = value;
    return true;
  }
  bool number_integer(std::int64_t value) {
    add_scalar(Kind::integer)->integer = value;
    return true;
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      add_scalar(Kind::real)->real = static_cast<double>(value);
      return true;
    }
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, std::string const&) {
    add_scalar(Kind::real)->real = value;
    return true;
  }
  bool string(std::string& value) {
    Value* const added = add(Kind::string);
    added->offset = start_of_string();
    added->string = std::move(value);
    return true;
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool key(std::string& name) {
    auto& members = open_.back()->members;
    if (members.size() >= kMaxMembers) return refuse(Fault::too_large, start_of_string());
    bool const repeated = std::any_of(members.begin(), members.end(),
                                      [&](Member const& member) { return member.name == name; });
    if (repeated) return refuse(Fault::repeated_key, start_of_string());
    members.push_back({std::move(name), start_of_string(), {}});
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const&) {
    return refuse(Fault::not_json, taken_ == 0 ? 0 : taken_ - 1);
  }

 private:
  bool refuse(Fault fault, std::size_t offset) {
    trouble_ = {fault, offset};
    return false;
  }

  // The parents of `open_` never grow while a child is open, so the pointers stay good.
  Value* add(Kind kind) {
    Value* slot = &root_;
    if (!open_.empty()) {
      Value& parent = *open_.back();
      slot =
          parent.kind == Kind::array ? &parent.items.emplace_back() : &parent.members.back().value;
    }
    slot->kind = kind;
    return slot;
  }
  Value* add_scalar(Kind kind) {
    Value* const added = add(kind);
    added->offset = start_of_word();
    return added;
  }
  bool open(Kind kind) {
    std::size_t const offset = taken_ - 1;
    if (static_cast<int>(open_.size()) >= limits_.depth) return refuse(Fault::too_deep, offset);
    Value* const added = add(kind);
    added->offset = offset;
    open_.push_back(added);
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  std::size_t start_of_string() const {
    std::size_t at = taken_ - 1;  // the closing quote
    while (at > 0) {
      --at;
      if (text_[at] != '"') continue;
      std::size_t slashes = 0;
      while (slashes < at && text_[at - 1 - slashes] == '\\')
        ++slashes;
      if (slashes % 2 == 0) return at;
    }
    return at;
  }
  // A number is known to have ended only one character later, so step back onto it first.
  std::size_t start_of_word() const {
    std::size_t at = taken_;
    while (at > 0 && !part_of_a_number_or_word(text_[at - 1]))
      --at;
    while (at > 0 && part_of_a_number_or_word(text_[at - 1]))
      --at;
    return at;
  }

  std::string_view text_;
  Limits limits_;
  std::size_t taken_ = 0;
  Value root_;
  std::vector<Value*> open_;
  Trouble trouble_{Fault::not_json, 0};
};

}  // namespace

Value const* Value::find(std::string_view name) const {
  for (auto const& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

std::string_view Value::string_at(std::string_view name) const {
  Value const* const found = find(name);
  return found != nullptr && found->kind == Kind::string ? std::string_view{found->string}
                                                         : std::string_view{};
}

Outcome<Value, Trouble> parse(std::string_view text, Limits limits) {
  if (text.size() > limits.bytes) return Trouble{Fault::too_large, limits.bytes};
  Builder builder{text, limits};
  bool const good = nlohmann::json::sax_parse(
      CountingIterator{text.data(), builder.taken()},
      CountingIterator{text.data() + text.size(), builder.taken()}, &builder);
  if (!good) return builder.trouble();
  return builder.take_root();
}

Place place_of(std::string_view text, std::size_t offset) {
  std::string_view const before = text.substr(0, std::min(offset, text.size()));
  auto const lines = std::count(before.begin(), before.end(), '\n');
  std::size_t const line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {static_cast<int>(lines) + 1, static_cast<int>(before.size() - line_start) + 1};
}

static ProblemCode code_of(Fault fault) {
  switch (fault) {
    case Fault::not_json:
      return ProblemCode::json_malformed;
    case Fault::too_large:
      return ProblemCode::json_too_large;
    case Fault::too_deep:
      return ProblemCode::json_too_deep;
    case Fault::repeated_key:
      return ProblemCode::json_repeated_key;
  }
  requirement_broken("every fault has a problem code", __FILE__, __LINE__);
}

Problem problem_of(Trouble trouble, std::string_view text) {
  auto const place = place_of(text, trouble.offset);
  return make_problem(
      code_of(trouble.fault), "",
      "at line " + std::to_string(place.line) + ", column " + std::to_string(place.column));
}

}  // namespace putright::json
