// The information pages of each brand: our promise, step by step, ways to complain and so on. They
// ask nothing, so they are made ahead of time and by the stub, and the browser's core carries none
// of their words.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portal/view/tree.hpp"
#include "shared/calendar/date.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright {

/// The page at this address, with the figures in force on `today`; empty when there is none.
/// `published` stands among the brand's own improvements, newest first.
std::optional<view::Screen> information_page(std::string_view path, PolicyBook const& book,
                                             Date today,
                                             std::vector<Improvement> const& published = {});

/// The brand whose page of what was changed has this address; empty: none.
std::string brand_of_changes(std::string_view path, PolicyBook const& book);

/// Every address that has a page, brand by brand.
std::vector<std::string> information_paths(PolicyBook const& book);

}  // namespace putright
