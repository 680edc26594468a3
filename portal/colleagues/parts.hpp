// What colleagues' screens share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

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

/// The address of one complaint's page.
std::string complaint_path(std::string const& reference);

}  // namespace putright::colleagues
