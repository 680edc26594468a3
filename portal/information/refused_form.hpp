// The page for a form that was refused whole, before anything in it was read: what became of it,
// and what to do. Only the stub needs it.
#pragma once
#include <string>
#include <string_view>

#include "portal/view/tree.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright {

struct RefusedForm {
  enum class Why { too_large, from_elsewhere, unreadable };
  /// Where it was sent to; names the brand.
  std::string_view path;
  Why why = Why::unreadable;
  /// What all files of one complaint may have together.
  std::string megabytes_together;
};

view::Screen refused_form(PolicyBook const& book, RefusedForm const& form);

}  // namespace putright
