#include "shared/wire/canonical.hpp"

#include <algorithm>

#include "shared/wire/json_writer.hpp"

namespace putright::json {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool write(Writer& writer, Value const& value);

bool write_object(Writer& writer, Value const& value) {
  std::vector<Member const*> sorted;
  for (auto const& member : value.members)
    sorted.push_back(&member);
  std::sort(sorted.begin(), sorted.end(),
            [](Member const* one, Member const* other) { return one->name < other->name; });
  writer.begin_object();
  for (Member const* const member : sorted) {
    if (!is_ascii(member->name) || !write(writer.member(member->name), member->value)) return false;
  }
  writer.end_object();
  return true;
}

// The depth is the reader's limit, so this recursion is bounded.
bool write(Writer& writer, Value const& value) {
  switch (value.kind) {
    case Kind::null:
      writer.null();
      return true;
    case Kind::boolean:
      writer.boolean(value.boolean);
      return true;
    case Kind::integer:
      writer.integer(value.integer);
      return true;
    case Kind::real:
      return false;
    case Kind::string:
      writer.string(value.string);
      return true;
    case Kind::object:
      return write_object(writer, value);
    case Kind::array:
      break;
  }
  writer.begin_array();
  for (auto const& item : value.items) {
    if (!write(writer, item)) return false;
  }
  writer.end_array();
  return true;
}

}  // namespace

std::optional<std::string> canonical(Value const& value) {
  Writer writer{Order::canonical};
  if (!write(writer, value)) return std::nullopt;
  return writer.take();
}

}  // namespace putright::json
