// One e-mail as bytes (RFC 5322, MIME): text and HTML beside each other, seven bits, short lines.
// Nothing that a person wrote can begin a header: addresses are of a narrow shape, and every other
// value is encoded.
#pragma once
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"

namespace putright::notices {

struct Message {
  /// The address that it comes from, and the name in front of it.
  std::string from;
  std::string from_name;
  std::string to;
  /// Empty: none.
  std::string reply_to;
  std::string subject;
  /// Without angle brackets. The same message has the same one whenever it is sent.
  std::string id;
  Instant made_at;
  std::string plain_text;
  std::string html;
};

/// Whether mail can be sent to this: ASCII, `local@domain`, no quotes, comments or white space.
bool is_mail_address(std::string_view text);

/// The whole message with CRLF line ends; the same message gives the same bytes.
std::string write_message(Message const& message);

/// Words as encoded words (RFC 2047), folded.
std::string encoded_words(std::string_view utf8);

/// A subject: as it is when it is plain ASCII and short, else as encoded words.
std::string header_words(std::string_view utf8);

/// The name in front of an address: as it is when it is letters, digits and spaces, else as encoded
/// words.
std::string header_name(std::string_view utf8);

/// RFC 2045, section 6.7: lines of at most 76 characters, CRLF line ends.
std::string quoted_printable(std::string_view text);

}  // namespace putright::notices
