// The case file as a page to print. Made from the signed file's own payload and from nothing else,
// so the page cannot say what the file does not. Not linked into the browser's core.
#pragma once
#include <string>

#include "portal/view/tree.hpp"
#include "shared/policy/policy_book.hpp"
#include "shared/wire/json.hpp"

namespace putright {

/// The screen of a case file (shared/wire/case_file.hpp). `path` is its address.
view::Screen case_file_screen(PolicyBook const& book, json::Value const& case_file,
                              std::string path);

}  // namespace putright
