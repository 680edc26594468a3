#include "server-stub/notices/message.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "server-stub/keys/digest.hpp"
#include "shared/wire/base64.hpp"

namespace putright::notices {
namespace {

// RFC 5321, section 4.5.3.1.
constexpr std::size_t kAddressBytes = 254;
constexpr std::size_t kLocalPartBytes = 64;
// RFC 2045, section 6.7; one is left for the `=` of a soft line end.
constexpr std::size_t kLineCharacters = 75;
// An encoded word has 75 characters at most (RFC 2047, section 2). 42 bytes make 68 with its frame,
// so that a line that starts with `Subject: ` stays under 78.
constexpr std::size_t kWordBytes = 42;
// A header line that starts with a name of ours stays under 78 (RFC 5322, section 2.1.1).
constexpr std::size_t kPlainHeaderCharacters = 60;

constexpr std::array<std::string_view, 7> kWeekdays{"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_character(char c) {
  return is_letter_or_digit(c) ||
         std::string_view{"!#$%&'*+-/=?^_`{|}~."}.find(c) != std::string_view::npos;
}

bool is_label_character(char c) {
  return is_letter_or_digit(c) || c == '-';
}

// Parts between dots, none empty.
template <class Test>
bool is_dotted(std::string_view text, Test is_character) {
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return c == '.' || is_character(c); });
}

bool is_plain(char c) {
  return c >= ' ' && c <= '~';
}

template <class Test>
bool is_short_and(std::string_view text, Test is_allowed) {
  return text.size() <= kPlainHeaderCharacters && std::all_of(text.begin(), text.end(), is_allowed);
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// `Thu, 26 Mar 2026 09:00:00 +0000`.
std::string header_date(Instant at) {
  auto const day = std::chrono::floor<std::chrono::days>(at);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{at - day};
  std::string text{kWeekdays.at(std::chrono::weekday{day}.c_encoding())};
  text += ", " + std::to_string(static_cast<unsigned>(date.day())) + " ";
  text += kMonths.at(static_cast<unsigned>(date.month()) - 1);
  text += " " + std::to_string(static_cast<int>(date.year())) + " ";
  text += two_digits(time.hours().count()) + ":" + two_digits(time.minutes().count()) + ":" +
          two_digits(time.seconds().count());
  return text + " +0000";
}

// Never in the middle of a character.
std::size_t word_end(std::string_view utf8) {
  std::size_t end = std::min(kWordBytes, utf8.size());
  auto const is_inside = [&](std::size_t at) {
    return at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
  };
  while (end > 1 && is_inside(end))
    --end;
  return end;
}

void append_hexadecimal(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  auto const byte = static_cast<unsigned char>(c);
  ((out += '=') += digits[byte >> 4U]) += digits[byte & 15U];
}

// One line of text, without its end, as one or more lines.
void append_quoted_line(std::string& out, std::string_view line) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    bool const is_last = at + 1 == line.size();
    bool const is_itself = is_plain(line[at]) && line[at] != '=' && !(is_last && line[at] == ' ');
    std::size_t const width = is_itself ? 1 : 3;
    if (used + width > kLineCharacters) {
      out += "=\r\n";
      used = 0;
    }
    if (is_itself) {
      out += line[at];
    } else {
      append_hexadecimal(out, line[at]);
    }
    used += width;
  }
}

void header(std::string& out, std::string_view name, std::string_view value) {
  ((out += name) += ": ") += value;
  out += "\r\n";
}

void part(std::string& out, std::string_view boundary, std::string_view type,
          std::string_view body) {
  ((out += "--") += boundary) += "\r\n";
  header(out, "Content-Type", std::string{type} + "; charset=utf-8");
  header(out, "Content-Transfer-Encoding", "quoted-printable");
  (out += "\r\n") += quoted_printable(body);
  out += "\r\n";
}

}  // namespace

bool is_mail_address(std::string_view text) {
  std::size_t const at = text.find('@');
  if (at == std::string_view::npos || text.size() > kAddressBytes) return false;
  std::string_view const local = text.substr(0, at);
  std::string_view const domain = text.substr(at + 1);
  return local.size() <= kLocalPartBytes && is_dotted(local, is_local_character) &&
         is_dotted(domain, is_label_character) && domain.front() != '-' && domain.back() != '-';
}

std::string encoded_words(std::string_view utf8) {
  std::string words;
  while (!utf8.empty()) {
    std::size_t const end = word_end(utf8);
    if (!words.empty()) words += "\r\n ";
    words += "=?utf-8?B?" + base64(utf8.substr(0, end)) + "?=";
    utf8.remove_prefix(end);
  }
  return words;
}

std::string header_words(std::string_view utf8) {
  bool const is_itself = utf8.find("=?") == std::string_view::npos && is_short_and(utf8, is_plain);
  return is_itself ? std::string{utf8} : encoded_words(utf8);
}

std::string header_name(std::string_view utf8) {
  auto const is_itself = [](char c) { return c == ' ' || is_letter_or_digit(c); };
  return is_short_and(utf8, is_itself) ? std::string{utf8} : encoded_words(utf8);
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t const end = text.find('\n');
    append_quoted_line(out, text.substr(0, end));
    out += "\r\n";
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string write_message(Message const& message) {
  std::string const boundary = "=_" + hexadecimal(sha256(message.id)).substr(0, 32);
  std::string out;
  header(out, "Date", header_date(message.made_at));
  std::string const name = header_name(message.from_name);
  bool const is_encoded = name != message.from_name;
  header(out, "From", name + (is_encoded ? "\r\n <" : " <") + message.from + ">");
  header(out, "To", message.to);
  if (is_mail_address(message.reply_to)) header(out, "Reply-To", message.reply_to);
  header(out, "Subject", header_words(message.subject));
  header(out, "Message-ID", "<" + message.id + ">");
  header(out, "Auto-Submitted", "auto-generated");
  header(out, "Content-Language", "en-GB");
  header(out, "MIME-Version", "1.0");
  header(out, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
  out += "\r\n";
  part(out, boundary, "text/plain", message.plain_text);
  part(out, boundary, "text/html", message.html);
  return out + "--" + boundary + "--\r\n";
}

}  // namespace putright::notices
