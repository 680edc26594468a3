// What has been typed, chosen and opened on one screen. A screen has few of each, so they stand in
// lists that are looked through: ordered maps would be 2 KB of the workbench's download.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace putright::canvas {

/// Names, each once, in the order they came.
class Names {
 public:
  bool has(std::string_view name) const { return place(name) != names_.end(); }
  void put(std::string_view name) {
    if (!has(name)) names_.emplace_back(name);
  }
  void take_out(std::string_view name) {
    if (auto const found = place(name); found != names_.end()) names_.erase(found);
  }
  void clear() { names_.clear(); }

 private:
  std::vector<std::string>::const_iterator place(std::string_view name) const {
    return std::find(names_.begin(), names_.end(), name);
  }

  std::vector<std::string> names_;
};

/// Values by name.
template <class Value>
class ByName {
 public:
  /// The value of this name, or null. Good until another is put.
  Value* find(std::string_view name) {
    for (auto& [known, value] : rows_)
      if (known == name) return &value;
    return nullptr;
  }
  Value const* find(std::string_view name) const { return const_cast<ByName&>(*this).find(name); }
  Value& put(std::string_view name, Value value) {
    return rows_.emplace_back(name, std::move(value)).second;
  }

 private:
  std::vector<std::pair<std::string, Value>> rows_;
};

/// Empty: the tree's own values are used.
struct Answers {
  ByName<std::string> words;
  ByName<Names> chosen;
  Names opened;
};

}  // namespace putright::canvas
