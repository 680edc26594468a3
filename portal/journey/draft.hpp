// A draft: the answers so far. It travels unseen in the form of every screen, so no server keeps it
// and nothing is lost without JavaScript. Nobody believes it: everything is checked again when it
// is sent.
#pragma once
#include <string>
#include <string_view>

#include "shared/submission/submission.hpp"

namespace putright {

struct Draft {
  /// 32 hexadecimal digits: becomes the idempotency key, so that sending twice never makes two
  /// complaints.
  std::string id;
  Submission answers;
  /// Where Continue goes: on, or back to the check screen where Change was pressed.
  enum class Then { next_screen, check_screen } then = Then::next_screen;
};

/// The draft as the text of a form's hidden field (canonical JSON).
std::string draft_text(Draft const& draft);

/// Reads it back. What cannot be read is an empty draft; an id that is not 32 hexadecimal digits is
/// dropped.
Draft read_draft(std::string_view text);

}  // namespace putright
