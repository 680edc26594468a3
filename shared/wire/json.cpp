#include "shared/wire/json.hpp"

#include <algorithm>

#include "shared/base/require.hpp"

namespace putright::json {

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
