// What colleagues' screens share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "portal/colleagues/screens.hpp"
#include "portal/view/tree.hpp"
#include "shared/base/problem.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright::colleagues {

/// The words of all problems with this pointer, or an empty text.
std::string words_at(std::vector<Problem> const& problems, std::string_view pointer);

/// Problems as the summary shows them; those that point at no field stand for the whole.
std::vector<view::ScreenProblem> summary_of(std::vector<Problem> const& problems);

/// The label of an id in a list of the policy book, or the id.
std::string label_in(std::vector<LabelledId> const& rows, std::string const& id);

/// Where the forms of a complaint's notices go: what was done is said at `told_at` (an address
/// without its last part), and a look needs a reason.
struct NoticePlace {
  std::string reference;
  std::string reason;
  std::string told_at;
};

/// How the customer is told, where it is, and why a mail did not go.
view::SummaryList notice_facts(NoticeLine const& line);

/// What may be printed and done by hand for a notice: what went is not done again.
void add_notice_forms(std::vector<view::Node>& body, NoticePlace const& place,
                      NoticeLine const& line, Known::May may);

/// The address of one complaint's page.
std::string complaint_path(std::string const& reference);

}  // namespace putright::colleagues
