// The reader behind parse(): one pass, bounded recursion, the text never copied but into the
// values.
#include <algorithm>
#include <charconv>
#include <cstring>

#include "shared/base/utf8.hpp"
#include "shared/wire/json.hpp"

namespace putright::json {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Eight bytes at once: whether any of them ends a run of plain characters (a quote, a backslash, a
// control character, or a byte outside ASCII).
bool holds_a_stop(char const* eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  std::uint64_t const quote = word ^ (kOnes * '"');
  std::uint64_t const backslash = word ^ (kOnes * '\\');
  std::uint64_t const control = (word - kOnes * ' ') & ~word;
  return (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) | control | word) & kHigh;
}

bool is_plain(char c) {
  return c >= ' ' && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
}

void append_utf8(std::string& to, std::uint32_t character) {
  auto const tail = [&](unsigned shift) {
    to += static_cast<char>(0x80U | ((character >> shift) & 0x3FU));
  };
  if (character < 0x80) {
    to += static_cast<char>(character);
  } else if (character < 0x800) {
    to += static_cast<char>(0xC0U | (character >> 6U));
    tail(0);
  } else if (character < 0x10000) {
    to += static_cast<char>(0xE0U | (character >> 12U));
    tail(6), tail(0);
  } else {
    to += static_cast<char>(0xF0U | (character >> 18U));
    tail(12), tail(6), tail(0);
  }
}

class Reader {
 public:
  Reader(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

  Outcome<Value, Trouble> read() {
    Value root;
    skip_space();
    bool good = read_value(root, 0);
    skip_space();
    if (good && at_ != text_.size()) good = refuse(Fault::not_json, at_);
    if (!good) return trouble_;
    return root;
  }

 private:
  bool refuse(Fault fault, std::size_t offset) {
    trouble_ = {fault, offset};
    return false;
  }
  bool not_json() { return refuse(Fault::not_json, at_); }

  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
      ++at_;
  }

  bool read_value(Value& into, int depth) {
    into.offset = at_;
    switch (here()) {
      case '{':
        return depth < limits_.depth ? read_object(into, depth) : refuse(Fault::too_deep, at_);
      case '[':
        return depth < limits_.depth ? read_array(into, depth) : refuse(Fault::too_deep, at_);
      case '"':
        into.kind = Kind::string;
        return read_string(into.string);
      case 't':
        into.boolean = true;
        return read_word(into, "true", Kind::boolean);
      case 'f':
        return read_word(into, "false", Kind::boolean);
      case 'n':
        return read_word(into, "null", Kind::null);
      default:
        return read_number(into);
    }
  }

  bool read_word(Value& into, std::string_view word, Kind kind) {
    into.kind = kind;
    if (text_.substr(at_, word.size()) != word) return not_json();
    at_ += word.size();
    return true;
  }

  bool read_object(Value& into, int depth) {
    into.kind = Kind::object;
    ++at_;
    skip_space();
    if (take('}')) return true;
    do {
      skip_space();
      if (!read_member(into.members, depth)) return false;
      skip_space();
    } while (take(','));
    return take('}') || not_json();
  }

  bool read_member(std::vector<Member>& members, int depth) {
    std::size_t const offset = at_;
    if (here() != '"') return not_json();
    if (members.size() >= kMaxMembers) return refuse(Fault::too_large, offset);
    std::string name;
    if (!read_string(name)) return false;
    bool const repeated = std::any_of(members.begin(), members.end(),
                                      [&](Member const& member) { return member.name == name; });
    if (repeated) return refuse(Fault::repeated_key, offset);
    Member& member = members.emplace_back();
    member.name = std::move(name);
    member.offset = offset;
    skip_space();
    if (!take(':')) return not_json();
    skip_space();
    return read_value(member.value, depth + 1);
  }

  bool read_array(Value& into, int depth) {
    into.kind = Kind::array;
    ++at_;
    skip_space();
    if (take(']')) return true;
    do {
      skip_space();
      if (!read_value(into.items.emplace_back(), depth + 1)) return false;
      skip_space();
    } while (take(','));
    return take(']') || not_json();
  }

  // -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?
  bool read_number(Value& into) {
    std::size_t const start = at_;
    take('-');
    if (!take('0') && !take_digits()) return not_json();
    into.kind = Kind::integer;
    if (take('.')) {
      into.kind = Kind::real;
      if (!take_digits()) return not_json();
    }
    if (take('e') || take('E')) {
      into.kind = Kind::real;
      if (!take('-')) take('+');
      if (!take_digits()) return not_json();
    }
    std::string_view const digits = text_.substr(start, at_ - start);
    if (into.kind == Kind::integer && !fits(digits, into.integer)) into.kind = Kind::real;
    if (into.kind == Kind::real) into.string = digits;
    return true;
  }

  static bool fits(std::string_view digits, std::int64_t& into) {
    return std::from_chars(digits.data(), digits.data() + digits.size(), into).ec == std::errc{};
  }

  bool take_digits() {
    std::size_t const start = at_;
    while (is_digit(here()))
      ++at_;
    return at_ > start;
  }

  bool read_string(std::string& into) {
    ++at_;
    while (at_ < text_.size()) {
      take_plain_run(into);
      if (take('"')) return true;
      if (here() == '\\') {
        if (!read_escape(into)) return false;
      } else if (!read_sequence(into)) {
        return false;
      }
    }
    return not_json();
  }

  void take_plain_run(std::string& into) {
    std::size_t end = at_;
    while (end + 8 <= text_.size() && !holds_a_stop(text_.data() + end))
      end += 8;
    while (end < text_.size() && is_plain(text_[end]))
      ++end;
    into.append(text_, at_, end - at_);
    at_ = end;
  }

  // Beyond ASCII only: control characters must be escaped.
  bool read_sequence(std::string& into) {
    if (at_ == text_.size() || static_cast<unsigned char>(text_[at_]) < 0x80) return not_json();
    Utf8Sequence const sequence = utf8_sequence_at(text_, at_);
    if (!sequence.well_formed) return not_json();
    into.append(text_, at_, sequence.bytes);
    at_ += sequence.bytes;
    return true;
  }

  bool read_escape(std::string& into) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    ++at_;
    if (take('u')) return read_code_point(into);
    std::size_t const which = at_ < text_.size() ? kNames.find(here()) : std::string_view::npos;
    if (which == std::string_view::npos) return not_json();
    into += kMeant[which];
    ++at_;
    return true;
  }

  // After `\u`. A surrogate must be the first of a pair.
  bool read_code_point(std::string& into) {
    std::uint32_t first = 0;
    if (!read_four_digits(first)) return not_json();
    if (first < 0xD800 || first > 0xDFFF) {
      append_utf8(into, first);
      return true;
    }
    std::uint32_t second = 0;
    bool const paired = first < 0xDC00 && take('\\') && take('u') && read_four_digits(second) &&
                        second >= 0xDC00 && second <= 0xDFFF;
    if (!paired) return not_json();
    append_utf8(into, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
    return true;
  }

  bool read_four_digits(std::uint32_t& into) {
    std::string_view const digits = text_.substr(at_, 4);
    if (digits.size() != 4 || digits[0] == '-') return false;
    auto const [end, fault] = std::from_chars(digits.data(), digits.data() + 4, into, 16);
    at_ += 4;
    return fault == std::errc{} && end == digits.data() + 4;
  }

  std::string_view text_;
  Limits limits_;
  std::size_t at_ = 0;
  Trouble trouble_{Fault::not_json, 0};
};

}  // namespace

Outcome<Value, Trouble> parse(std::string_view text, Limits limits) {
  if (text.size() > limits.bytes) return Trouble{Fault::too_large, limits.bytes};
  return Reader{text, limits}.read();
}

}  // namespace putright::json
