// Reads JSON without throwing and within limits, and remembers where each value stood, so that a
// refusal can point at it. Writing is json_writer.hpp. The grammar is RFC 8259, nothing more; the
// tests hold it against nlohmann-json.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/outcome.hpp"
#include "shared/base/problem.hpp"

namespace putright::json {

/// What a text may hold at most. Reading stops at the first value past a limit.
struct Limits {
  std::size_t bytes;
  int depth;
};

/// Names in one object, at most: looking for a repeated name stays cheap.
inline constexpr std::size_t kMaxMembers = 512;

/// Everything a complaint record, a journey request or a policy file may be.
inline constexpr Limits kDocumentLimits{.bytes = 4U << 20U, .depth = 24};
/// What a customer may send: several times the longest complaint the checks allow.
inline constexpr Limits kSubmissionLimits{.bytes = 256U << 10U, .depth = 4};

enum class Kind { null, boolean, integer, real, string, array, object };

/// Why a text is not JSON that we read.
enum class Fault { not_json, too_large, too_deep, repeated_key };

/// The fault, and the byte at which it was met.
struct Trouble {
  Fault fault;
  std::size_t offset;
};

struct Member;

/// One JSON value. A number with a fraction, an exponent or more than 64 bits is `real`: its digits
/// stand in `string`, since none of our documents has one to reckon with.
struct Value {
  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  /// First byte of the value in its text.
  std::size_t offset = 0;
  std::string string;
  std::vector<Value> items;
  std::vector<Member> members;

  /// The member of this name, or null when there is none or this is no object.
  Value const* find(std::string_view name) const;
  /// The string member of this name, or an empty view.
  std::string_view string_at(std::string_view name) const;
};

struct Member {
  std::string name;
  /// First byte of the name's opening quote.
  std::size_t offset = 0;
  Value value;
};

/// Reads one JSON text (UTF-8, nothing after it). Repeated names in one object are refused.
Outcome<Value, Trouble> parse(std::string_view text, Limits limits);

/// A place in a text, both from 1; columns count bytes.
struct Place {
  int line;
  int column;
};
Place place_of(std::string_view text, std::size_t offset);

/// The fault as a problem with the whole text, saying where it was met.
Problem problem_of(Trouble trouble, std::string_view text);

}  // namespace putright::json
