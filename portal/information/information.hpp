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
std::optional<view::Screen> information_page(std::string_view path, PolicyBook const& book,
                                             Date today);

/// Every address that has a page, brand by brand.
std::vector<std::string> information_paths(PolicyBook const& book);

}  // namespace putright
