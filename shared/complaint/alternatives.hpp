// What a date would have been under another edition or the other receipt rule: the last part of its
// why.
#pragma once
#include <vector>

#include "shared/complaint/assess.hpp"

namespace putright {

/// One other reading of the same events.
struct Alternative {
  Edition const* edition;
  ReceiptRule receipt;
  DeadlineId id;
  Date due_on;
  Certainty certainty;
};

/// For each deadline of `assessment`: its date under the other receipt rule, and under every other
/// edition that has such a deadline for this brand and kind (switched off or out of force alike: a
/// what-if).
std::vector<Alternative> alternatives_to(Assessment const& assessment,
                                         ComplaintRecord const& record, PolicyBook const& book);

}  // namespace putright
