// UTF-8, one sequence at a time: what is well-formed, and how far an ill-formed part goes.
#pragma once
#include <cstddef>
#include <string_view>

namespace putright {

/// U+FFFD, which stands where no character could be read.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// `bytes` is at least 1. Not well-formed: the longest part that could have begun a sequence, which
/// one U+FFFD replaces, as browsers do (the Encoding Standard).
struct Utf8Sequence {
  std::size_t bytes;
  bool well_formed;
};

/// The sequence that begins at `at`, which is less than the text's size (the Unicode Standard,
/// table 3-7: no surrogates, nothing past U+10FFFF).
Utf8Sequence utf8_sequence_at(std::string_view text, std::size_t at);

}  // namespace putright
