#include "shared/complaint/alternatives.hpp"

#include "shared/complaint/deadlines.hpp"

namespace putright {

static void append(std::vector<Alternative>& found, Assessment const& assessment,
                   ComplaintRecord const& record, CountingRules const& rules) {
  for (auto const& deadline : deadlines_of({record.events, {}}, rules, assessment.as_of)) {
    if (assessment.deadline(deadline.rule->id) == nullptr) continue;
    found.push_back(
        {&rules.edition, rules.receipt, deadline.rule->id, deadline.due_on, deadline.certainty});
  }
}

std::vector<Alternative> alternatives_to(Assessment const& assessment,
                                         ComplaintRecord const& record, PolicyBook const& book) {
  std::vector<Alternative> found;
  ReceiptRule const other =
      assessment.receipt == ReceiptRule::strict ? ReceiptRule::rolled : ReceiptRule::strict;
  append(found, assessment, record,
         {*assessment.course, *assessment.edition, other, book.calendar, Explanation::none});
  for (auto const& edition : book.editions) {
    Course const* const course = course_of(edition, record.brand, record.kind);
    if (&edition == assessment.edition || course == nullptr) continue;
    append(found, assessment, record,
           {*course, edition, assessment.receipt, book.calendar, Explanation::none});
  }
  return found;
}

}  // namespace putright
