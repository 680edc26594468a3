// A value, or the one reason there is none.
#pragma once
#include <utility>
#include <variant>

namespace putright {

/// Holds a `T`, or the `E` that says why there is no `T`. Reading the absent one is undefined: ask
/// `ok()` first.
template <class T, class E>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Outcome(E error) : state_(std::in_place_index<1>, std::move(error)) {}
  bool ok() const { return state_.index() == 0; }
  T const& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  E const& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, E> state_;
};

}  // namespace putright
