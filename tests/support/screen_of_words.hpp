// A screen with every kind of node there is and the same words in every text of each: what the
// customer, the policy book or an attacker could put there. New nodes and members are in it by
// themselves.
#pragma once
#include <string_view>

#include "portal/view/tree.hpp"

namespace putright::support {

/// Rounds 0 to kRounds - 1 give every member that is a kind, a level or a yes or no each of its
/// values.
inline constexpr int kRounds = 8;

view::Screen screen_of_words(std::string_view words, int round);

}  // namespace putright::support
