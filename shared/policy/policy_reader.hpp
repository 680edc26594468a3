// Takes typed values out of a policy file's JSON. The first thing that is wrong is kept, with its
// place; everything read after that is a default, so that loading code reads straight down.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/names.hpp"
#include "shared/policy/load_policy_book.hpp"
#include "shared/wire/json.hpp"

namespace putright {

/// One policy file as text and as values.
struct PolicyFile {
  std::string_view name;
  std::string_view text;
  json::Value const* root;
};

class PolicyReader {
 public:
  explicit PolicyReader(PolicyFile file) : file_(file) {}

  json::Value const& root() const { return *file_.root; }
  std::optional<PolicyRefusal> const& refusal() const { return refusal_; }

  /// Keeps "`expected` at this value" as the refusal, unless there is one already.
  void refuse(json::Value const& at, std::string expected);

  /// The member, or a shared null when it is missing (refused) or `object` is no object (refused).
  json::Value const& member(json::Value const& object, std::string_view name);
  std::string string(json::Value const& object, std::string_view name);
  /// Like `string`, but the member may be absent or null.
  std::optional<std::string> optional_string(json::Value const& object, std::string_view name);
  int integer(json::Value const& object, std::string_view name, int from, int to);
  bool boolean(json::Value const& object, std::string_view name);
  Date date(json::Value const& object, std::string_view name);
  std::optional<Date> optional_date(json::Value const& object, std::string_view name);
  std::vector<json::Value> const& list(json::Value const& object, std::string_view name);
  /// A list of strings; absent is empty.
  std::vector<std::string> optional_strings(json::Value const& object, std::string_view name);
  ClauseRef clause(json::Value const& object, std::string_view name);

  /// The member as one of a closed list; the refusal names all of them.
  template <class E, std::size_t N>
  E one_of(json::Value const& object, std::string_view name, std::array<Named<E>, N> const& table) {
    json::Value const& found = member(object, name);
    if (auto const value = value_in(table, found.string)) return *value;
    std::string expected = "one of";
    for (auto const& row : table)
      expected += (expected == "one of" ? " " : ", ") + std::string{row.name};
    refuse(found, expected);
    return table[0].value;
  }

 private:
  PolicyFile file_;
  std::optional<PolicyRefusal> refusal_;
};

/// The refusal for a place in a text.
PolicyRefusal refusal_at(std::string_view file, std::string_view text, std::size_t offset,
                         std::string expected);

}  // namespace putright
