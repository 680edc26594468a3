// Closed lists and their written names: one table per list, both ways.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "shared/base/require.hpp"

namespace putright {

/// One value of a closed list and the name it has outside the process.
template <class E>
struct Named {
  E value;
  std::string_view name;
};

/// The name of `value` in `table`, which must have it.
template <class E, std::size_t N>
constexpr std::string_view name_in(std::array<Named<E>, N> const& table, E value) {
  for (auto const& row : table) {
    if (row.value == value) return row.name;
  }
  requirement_broken("every value of a closed list has a name", __FILE__, __LINE__);
}

/// The value that `name` has in `table`, if it is one of the list.
template <class E, std::size_t N>
constexpr std::optional<E> value_in(std::array<Named<E>, N> const& table, std::string_view name) {
  for (auto const& row : table) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace putright
