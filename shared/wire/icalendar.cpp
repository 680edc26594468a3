#include "shared/wire/icalendar.hpp"

#include "shared/text/explain.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright {
namespace {

// RFC 5545, 3.1: a line is at most 75 octets, and a fold may not cut a character in two.
constexpr std::size_t kLineOctets = 75;

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

void append_line(std::string& out, std::string_view line) {
  std::size_t room = kLineOctets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (inside_character(line, cut))
      --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLineOctets - 1;  // the space that marks a fold
  }
  out.append(line).append("\r\n");
}

// RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string without_hyphens(std::string const& date) {
  std::string out;
  for (char const c : date) {
    if (c != '-' && c != ':') out += c;
  }
  return out;
}

void append_event(std::string& out, CalendarFacts const& facts, Deadline const& deadline) {
  std::string const id{name_in(kDeadlineIds, deadline.rule->id)};
  std::string const step{words::kStepNames[static_cast<std::size_t>(deadline.rule->id)]};
  append_line(out, "BEGIN:VEVENT");
  append_line(out, "UID:" + id + "." + facts.reference + "@putright");
  append_line(out, "DTSTAMP:" + without_hyphens(format_instant(facts.stamped_at)));
  append_line(out, "SEQUENCE:" + std::string{deadline.extension ? "1" : "0"});
  append_line(out, "DTSTART;VALUE=DATE:" + without_hyphens(format_date(deadline.promised_on)));
  append_line(out, "DTEND;VALUE=DATE:" +
                       without_hyphens(format_date(deadline.promised_on + std::chrono::days{1})));
  append_line(out,
              "SUMMARY:" + escaped(fill(words::kCalendarSummary, {{"brand", facts.brand_name},
                                                                  {"reference", facts.reference},
                                                                  {"step", step}})));
  append_line(out, "DESCRIPTION:" + escaped(explain_in_words(deadline)));
  append_line(out, "TRANSP:TRANSPARENT");
  append_line(out, "END:VEVENT");
}

}  // namespace

std::string icalendar(CalendarFacts const& facts, Assessment const& assessment) {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//Putright//Complaint dates " PUTRIGHT_VERSION "//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  append_line(out, "METHOD:PUBLISH");
  for (auto const& deadline : assessment.deadlines) {
    bool const to_come =
        deadline.state == DeadlineState::pending || deadline.state == DeadlineState::projected;
    if (to_come && deadline.certainty == Certainty::final) append_event(out, facts, deadline);
  }
  append_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace putright
