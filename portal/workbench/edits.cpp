#include "portal/workbench/edits.hpp"

#include <utility>

namespace putright::workbench {
namespace {

bool same_but_for_today(Scenario one, Scenario const& other) {
  one.today = other.today;
  return one == other;
}

}  // namespace

void Edits::note(Scenario const& before, Scenario const& after, EditKind kind) {
  if (same_but_for_today(before, after)) return;
  future_.clear();
  if (kind == EditKind::goes_on && can_undo()) return;
  past_.push_back(before);
  if (past_.size() > kMaxEdits) past_.erase(past_.begin());
}

void Edits::turn_back(Scenario& scenario, std::vector<Scenario>& from, std::vector<Scenario>& to) {
  if (from.empty()) return;
  Scenario other = std::move(from.back());
  from.pop_back();
  other.today = std::max(scenario.today, begun_on(other));
  to.push_back(std::exchange(scenario, std::move(other)));
}

void Edits::undo(Scenario& scenario) {
  turn_back(scenario, past_, future_);
}

void Edits::redo(Scenario& scenario) {
  turn_back(scenario, future_, past_);
}

}  // namespace putright::workbench
