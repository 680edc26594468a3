// What was changed in a scenario, to take back and to do again. Travelling in time is looking, not
// changing: it is not kept, and taking a change back leaves today where it is.
#pragma once
#include <vector>

#include "portal/workbench/scenario.hpp"

namespace putright::workbench {

/// Changes that can be taken back, at most: the oldest is forgotten.
inline constexpr std::size_t kMaxEdits = 100;

/// Whether a change goes on with the one before it, as letters typed into one field do.
enum class EditKind { separate, goes_on };

class Edits {
 public:
  /// `before` became `after`.
  void note(Scenario const& before, Scenario const& after, EditKind kind);
  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  /// Changes `scenario` back; nothing happens when there is nothing to take back.
  void undo(Scenario& scenario);
  void redo(Scenario& scenario);

 private:
  static void turn_back(Scenario& scenario, std::vector<Scenario>& from, std::vector<Scenario>& to);

  std::vector<Scenario> past_;
  std::vector<Scenario> future_;
};

}  // namespace putright::workbench
