// Makes text from any form, phone or word processor safe to keep without changing what it says.
#pragma once
#include <string>
#include <string_view>

namespace putright {

enum class Lines { one, many };

/// Bytes that are not UTF-8 become U+FFFD; line ends of any kind (CRLF, CR, Word's vertical tab,
/// form feed) become LF; other control characters become U+FFFD; outer white space goes.
/// `Lines::one`: line ends become spaces.
std::string tidy_text(std::string_view text, Lines lines);

/// Unicode characters (code points) in a UTF-8 text: what every length limit counts.
std::size_t count_characters(std::string_view utf8);

/// A count below a million as people read it: 10,000.
std::string say_count(std::size_t count);

}  // namespace putright
