// A screen as a whole HTML page: head, header, main part, footer. The same bytes wherever it is
// made.
#pragma once
#include <string>

#include "portal/view/tree.hpp"

namespace putright {

/// The page of a screen, UTF-8. Links `/assets/portal.css` and `/assets/portal.js`; nothing inline.
std::string render_page(view::Screen const& screen);

/// The page's title, with "Error:" in front when there are problems.
std::string page_title(view::Screen const& screen);

}  // namespace putright
