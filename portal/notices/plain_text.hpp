// Presents the view tree as plain text, for mail programs and people who want no more. Paragraphs
// are one line each: whatever shows them breaks them where it suits. One overload for each kind of
// node: a new kind does not compile until it has one.
#pragma once
#include <string>

#include "portal/view/tree.hpp"

namespace putright {

/// The body of a screen, UTF-8, with one empty line between its parts and a line end at the end.
/// What is typed or pressed is left out: nothing in a text can be.
std::string render_plain_text(view::Screen const& screen);

}  // namespace putright
