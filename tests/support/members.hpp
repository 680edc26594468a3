// The members of a plain struct, one by one, without their names: a member that is added later is
// walked by itself. For aggregates whose members are neither aggregates nor arrays.
#pragma once
#include <cstddef>

namespace putright::support {

/// Stands for any value where only the number of values matters.
struct AnyValue {
  template <class T>
  operator T() const;
};

template <class T, class... Values>
consteval std::size_t count_members() {
  if constexpr (requires { T{Values{}..., AnyValue{}}; }) {
    return count_members<T, Values..., AnyValue>();
  } else {
    return sizeof...(Values);
  }
}

inline constexpr std::size_t kMostMembers = 12;

/// Calls `visit` with each member, in order.
template <class T, class Visit>
void each_member(T& object, Visit&& visit) {
  constexpr std::size_t kCount = count_members<T>();
  static_assert(kCount > 0 && kCount <= kMostMembers, "give each_member another line");
  auto const all = [&](auto&... members) { (visit(members), ...); };
  // clang-format off
  if constexpr (kCount == 1) { auto& [a] = object; all(a); }
  if constexpr (kCount == 2) { auto& [a, b] = object; all(a, b); }
  if constexpr (kCount == 3) { auto& [a, b, c] = object; all(a, b, c); }
  if constexpr (kCount == 4) { auto& [a, b, c, d] = object; all(a, b, c, d); }
  if constexpr (kCount == 5) { auto& [a, b, c, d, e] = object; all(a, b, c, d, e); }
  if constexpr (kCount == 6) { auto& [a, b, c, d, e, f] = object; all(a, b, c, d, e, f); }
  if constexpr (kCount == 7) { auto& [a, b, c, d, e, f, g] = object; all(a, b, c, d, e, f, g); }
  if constexpr (kCount == 8) { auto& [a, b, c, d, e, f, g, h] = object; all(a, b, c, d, e, f, g, h); }
  if constexpr (kCount == 9) { auto& [a, b, c, d, e, f, g, h, i] = object; all(a, b, c, d, e, f, g, h, i); }
  if constexpr (kCount == 10) { auto& [a, b, c, d, e, f, g, h, i, j] = object; all(a, b, c, d, e, f, g, h, i, j); }
  if constexpr (kCount == 11) { auto& [a, b, c, d, e, f, g, h, i, j, k] = object; all(a, b, c, d, e, f, g, h, i, j, k); }
  if constexpr (kCount == 12) { auto& [a, b, c, d, e, f, g, h, i, j, k, l] = object; all(a, b, c, d, e, f, g, h, i, j, k, l); }
  // clang-format on
}

}  // namespace putright::support
