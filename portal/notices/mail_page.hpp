// A screen as the HTML of an e-mail: the same nodes as on a page, in a frame that asks for nothing
// from anywhere. No scripts, pictures, fonts or addresses that tell whether it was opened.
#pragma once
#include <string>

#include "portal/view/tree.hpp"

namespace putright {

/// The whole of it, UTF-8.
std::string render_mail_page(view::Screen const& screen);

}  // namespace putright
