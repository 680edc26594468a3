// Letters to post and calls to make, of one complaint or of all.
#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/notices/kinds.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using screens::paragraph;
using view::plain;

view::Form notice_form(NoticePlace const& place, NoticeLine const& line, std::string path,
                       std::string_view go, words::Words label) {
  view::Form form{std::move(path),
                  {{"viewing_reason", place.reason},
                   {"reference", place.reference},
                   {"position", std::to_string(line.position)},
                   {"kind", line.kind}},
                  {}};
  if (!line.calendar.empty()) form.carried.emplace_back("calendar", line.calendar);
  form.body.push_back(
      {view::Action{std::string{label}, std::string{go}, view::Action::Weight::second}});
  return form;
}

view::Form told_form(NoticePlace const& place, NoticeLine const& line, ReplyBy way) {
  auto form = notice_form(place, line, place.told_at + "/told", "told",
                          way == ReplyBy::letter ? words::kPosted : words::kCalled);
  form.carried.emplace_back("way", std::string{name_in(kRepliesBy, way)});
  return form;
}

std::string name_of(NoticeLine const& line) {
  auto const kind = value_in(kNoticeKinds, line.kind);
  return kind ? std::string{words::kNoticeNames[static_cast<std::size_t>(*kind)]} : line.kind;
}

void add_line(std::vector<view::Node>& body, PolicyBook const& book, HandLine const& line,
              Date today) {
  Brand const* const brand = book.brand(line.brand);
  auto list = notice_facts(line.notice);
  std::string const due = say_date(line.due_on);
  list.rows.insert(list.rows.begin(),
                   {row(words::kRowBrand, brand == nullptr ? line.brand : brand->name),
                    row(words::kLetterSince, say_date(line.made_on)),
                    row(words::kLetterDue,
                        line.due_on < today ? fill(words::kWorkLate, {{"date", due}}) : due)});
  body.push_back(heading(2, fill(words::kLetterLine,
                                 {{"reference", line.reference}, {"what", name_of(line.notice)}})));
  body.push_back({std::move(list)});
  add_notice_forms(body,
                   {line.reference, std::string{words::kLettersReason}, std::string{kLettersPath}},
                   line.notice, Known::May::record);
}

}  // namespace

view::SummaryList notice_facts(NoticeLine const& line) {
  auto const state = static_cast<std::size_t>(line.state);
  view::SummaryList list;
  list.rows.push_back(
      row(words::kNoticeWay, std::string{words::kWays[static_cast<std::size_t>(line.way)]}));
  list.rows.push_back(row(words::kNoticeState,
                          std::string{line.way == ReplyBy::email ? words::kMailStates[state]
                                                                 : words::kHandStates[state]}));
  if (!line.failure.empty()) list.rows.push_back(row(words::kNoticeFailure, line.failure));
  return list;
}

void add_notice_forms(std::vector<view::Node>& body, NoticePlace const& place,
                      NoticeLine const& line, Known::May may) {
  body.push_back({notice_form(place, line, complaint_path(place.reference) + "/letter", "letter",
                              words::kLetterGo)});
  if (line.state == NoticeLine::State::sent || may == Known::May::look) return;
  bool const mail = line.way == ReplyBy::email;
  if (mail && line.state == NoticeLine::State::waiting) return;
  if (mail)
    body.push_back(
        {notice_form(place, line, place.told_at + "/mail-again", "mail-again", words::kMailAgain)});
  if (mail || line.way == ReplyBy::letter)
    body.push_back({told_form(place, line, ReplyBy::letter)});
  if (mail || line.way == ReplyBy::phone) body.push_back({told_form(place, line, ReplyBy::phone)});
}

view::Screen letters(PolicyBook const& book, Letters const& letters, Date today) {
  auto screen =
      colleagues_screen("letters", std::string{kLettersPath}, std::string{words::kLettersTitle});
  screen.body.push_back(heading(1, screen.title));
  screen.body.push_back(paragraph(words::kLettersLead));
  if (letters.lines.empty())
    screen.body.push_back({view::Inset{plain(std::string{words::kLettersNone})}});
  for (auto const& line : letters.lines)
    add_line(screen.body, book, line, today);
  if (!letters.more.empty())
    screen.body.push_back({view::Onward{std::string{words::kWorkMore}, letters.more}});
  return screen;
}

}  // namespace putright::colleagues
