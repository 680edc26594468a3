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
  /// Decides which questions come; not sent. Unsaid: for oneself.
  enum class For { unsaid, self, somebody_else } is_for = For::unsaid;
  /// Where Continue goes: on, or back to the check screen where Change was pressed.
  enum class Then { next_screen, check_screen } then = Then::next_screen;
};

inline constexpr std::array<Named<Draft::For>, 3> kDraftsFor{{
    {Draft::For::unsaid, ""},
    {Draft::For::self, "self"},
    {Draft::For::somebody_else, "somebody_else"},
}};

/// The draft as the text of a form's hidden field (canonical JSON).
std::string draft_text(Draft const& draft);

/// What is sent of a draft: without the answers to questions that this customer is not asked.
Submission submission_of(Draft const& draft);

/// Reads it back. What cannot be read is an empty draft; an id that is not 32 hexadecimal digits is
/// dropped.
Draft read_draft(std::string_view text);

}  // namespace putright
