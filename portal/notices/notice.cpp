#include "portal/notices/notice.hpp"

#include <algorithm>

#include "portal/notices/words.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright {
namespace {

using notice_words::Sentences;
using screens::heading;
using screens::paragraph;
using view::plain;

// The words that a colleague wrote to the customer with the event.
std::string written_with(NoticeKind kind, Event const& event) {
  if (kind == NoticeKind::date_changed) return {};
  return event.type == EventType::extended ? event.reason : event.words;
}

// The day that the notice is about.
Date day_of(Event const& event) {
  if (event.visit_on) return *event.visit_on;
  if (event.new_date) return *event.new_date;
  return event.when.on;
}

// Makes the parts that e-mails and letters share, and what only one of them has.
class Maker {
 public:
  Maker(PolicyBook const& book, NoticeFacts const& facts, Assessment const& assessment)
      : brand_(*book.brand(facts.record.brand)),
        facts_(facts),
        assessment_(assessment),
        event_(facts.record.events.back()),
        written_(written_with(facts.kind, event_)),
        sentences_(notice_words::kNotices[static_cast<std::size_t>(facts.kind)]) {}

  view::Screen mail() const {
    auto screen = start("notice-" + std::string{name_in(kNoticeKinds, facts_.kind)}, "", title());
    auto& body = screen.body;
    body.push_back(heading(1, title()));
    add_what_happened(body);
    if (!written_.empty()) add_if_said(body, sentences_.elsewhere);
    add_review(body);
    add_format(body);
    add_rest(body);
    body.push_back(
        {view::Paragraph{plain(std::string{notice_words::kNever}), view::Paragraph::Role::note}});
    return screen;
  }

  view::Screen letter(std::string path) const {
    auto screen = start("letter", std::move(path),
                        fill(notice_words::kLetterFor, {{"reference", facts_.reference}}));
    auto& body = screen.body;
    add_before_sending(body);
    add_address(body);
    body.push_back(paragraph(say_date(london_date(facts_.made_at))));
    body.push_back(heading(1, title()));
    add_greeting(body);
    add_what_happened(body);
    add_what_was_written(body);
    add_review(body);
    add_rest(body);
    body.push_back(paragraph(notice_words::kYours));
    body.push_back(
        paragraph(fill(notice_words::kFrom, {{"team", words::kTeamName}, {"brand", brand_.name}})));
    return screen;
  }

 private:
  // Nobody goes anywhere from a notice but where it says.
  view::Screen start(std::string id, std::string path, std::string title) const {
    view::Screen screen;
    screen.id = std::move(id);
    screen.brand = brand_.id;
    screen.brand_name = brand_.name;
    screen.path = std::move(path);
    screen.title = std::move(title);
    return screen;
  }

  std::string filled(std::string_view sentence) const {
    return fill(sentence, {{"thing", screens::for_kind(notice_words::kThings, facts_.record.kind)},
                           {"date", say_date(day_of(event_))}});
  }

  std::string title() const {
    return fill(notice_words::kTitle,
                {{"title", filled(sentences_.title)}, {"reference", facts_.reference}});
  }

  void add_if_said(std::vector<view::Node>& body, std::string_view sentence) const {
    if (!sentence.empty()) body.push_back(paragraph(sentence));
  }

  // Promises with a date that has not been met yet.
  std::vector<view::Text> dates() const {
    std::vector<view::Text> lines;
    for (auto const& deadline : assessment_.deadlines) {
      if (deadline.met_on) continue;
      lines.push_back(
          plain(fill(notice_words::kDateLine,
                     {{"step", words::kStepNames[static_cast<std::size_t>(deadline.rule->id)]},
                      {"when", screens::when_in_words(deadline)}})));
    }
    return lines;
  }

  // As it reads now, and as it was told. The dates are those of the notice, whatever the calendar
  // of whoever sends it.
  std::string changed_line(DateChange const& change) const {
    Deadline const* const known = assessment_.deadline(change.id);
    std::string when = say_date(change.now);
    if (known != nullptr) {
      Deadline deadline = *known;
      deadline.promised_on = change.now;
      when = screens::when_in_words(deadline);
    }
    return fill(notice_words::kChangedLine,
                {{"step", words::kStepNames[static_cast<std::size_t>(change.id)]},
                 {"when", when},
                 {"was", say_date(change.was)}});
  }

  void add_changes(std::vector<view::Node>& body) const {
    view::BulletList list;
    for (auto const& change : facts_.changes)
      list.items.push_back(plain(changed_line(change)));
    body.push_back({std::move(list)});
    body.push_back(paragraph(notice_words::kOthersStay));
  }

  void add_what_happened(std::vector<view::Node>& body) const {
    body.push_back(paragraph(filled(sentences_.happened)));
    bool const acknowledged_later =
        facts_.kind == NoticeKind::receipt && !assessment_.deadlines.empty();
    if (acknowledged_later) body.push_back(paragraph(notice_words::kReceiptIsNot));
    if (facts_.kind == NoticeKind::date_changed) add_changes(body);
  }

  void add_review(std::vector<view::Node>& body) const {
    if (facts_.kind != NoticeKind::stage_1_response) return;
    body.push_back(paragraph(notice_words::kReviewToo));
    body.push_back(paragraph(notice_words::kReviewHow));
  }

  void add_format(std::vector<view::Node>& body) const {
    auto const format = value_in(kReplyFormats, facts_.submission[Field::reply_format]);
    if (!format || *format == ReplyFormat::as_usual) return;
    body.push_back(
        paragraph(fill(notice_words::kFormat,
                       {{"format", words::kFormatNames[static_cast<std::size_t>(*format)]}})));
  }

  void add_rest(std::vector<view::Node>& body) const {
    bool const has_dates =
        facts_.kind != NoticeKind::closing && facts_.kind != NoticeKind::date_changed;
    if (has_dates) add_dates(body);
    add_where_to_see(body);
    screens::append(body, screens::who_else_can_help(assessment_.ombudsman));
    body.push_back(heading(2, notice_words::kTalkHeading));
    body.push_back(
        {view::ContactCard{std::string{words::kTeamName}, "", screens::ways_of(brand_.contacts)}});
  }

  void add_dates(std::vector<view::Node>& body) const {
    auto lines = dates();
    bool const own_code = lines.empty() && !assessment_.course->notice.empty();
    if (lines.empty() && !own_code) return;
    body.push_back(heading(2, words::kNextHeading));
    if (own_code) {
      body.push_back(paragraph(words::kHomebuilderNotice));
    } else {
      body.push_back({view::BulletList{std::move(lines)}});
    }
  }

  void add_where_to_see(std::vector<view::Node>& body) const {
    if (facts_.origin.empty()) return;
    std::string const address = facts_.origin + "/" + brand_.id + "/track";
    view::Text where = plain(std::string{notice_words::kTrackHow});
    where.push_back(view::link(address, address));
    body.push_back(heading(2, notice_words::kTrackHeading));
    body.push_back({view::Paragraph{std::move(where)}});
    body.push_back(paragraph(notice_words::kTrackNeeds));
    body.push_back({view::Code{std::string{words::kYourReference}, facts_.reference}});
  }

  // For whoever sends it; a closed box is not printed.
  void add_before_sending(std::vector<view::Node>& body) const {
    view::Details details{std::string{notice_words::kBeforeSendingPlain}, {}};
    auto const format = value_in(kReplyFormats, facts_.submission[Field::reply_format]);
    if (format && *format != ReplyFormat::as_usual) {
      details.summary = fill(notice_words::kBeforeSending,
                             {{"format", words::kFormatNames[static_cast<std::size_t>(*format)]}});
    }
    bool const asked = way_of_replying(facts_.submission) == ReplyBy::letter;
    details.body.push_back(
        paragraph(asked ? notice_words::kCheckAddress : notice_words::kNotByLetter));
    std::string const& adjustments = facts_.submission[Field::adjustments];
    if (!adjustments.empty()) {
      details.body.push_back(paragraph(notice_words::kAdjustments));
      details.body.push_back({view::Quotation{adjustments}});
    }
    body.push_back({std::move(details)});
  }

  void add_address(std::vector<view::Node>& body) const {
    std::string const& name = facts_.submission[Field::name];
    std::string const& address = facts_.submission[Field::address];
    if (address.empty()) {
      body.push_back({view::Warning{plain(std::string{notice_words::kNoAddress})}});
      return;
    }
    body.push_back({view::Quotation{name.empty() ? address : name + "\n" + address}});
  }

  void add_greeting(std::vector<view::Node>& body) const {
    std::string const& name = facts_.submission[Field::name];
    body.push_back(paragraph(name.empty() ? std::string{notice_words::kDearCustomer}
                                          : fill(notice_words::kDear, {{"name", name}})));
  }

  void add_what_was_written(std::vector<view::Node>& body) const {
    if (written_.empty()) return;
    add_if_said(body, sentences_.written);
    body.push_back({view::Quotation{written_}});
  }

  Brand const& brand_;
  NoticeFacts const& facts_;
  Assessment const& assessment_;
  Event const& event_;
  std::string written_;
  Sentences const& sentences_;
};

// Whatever a clock did, not before the event.
Outcome<Assessment, std::vector<Problem>> assessed(PolicyBook const& book,
                                                   NoticeFacts const& facts) {
  Instant as_of = facts.made_at;
  if (!facts.record.events.empty())
    as_of = std::max(as_of, facts.record.events.back().when.at.value_or(as_of));
  return assess(facts.record, book, as_of, {.receipt = {}, .explanation = Explanation::none});
}

}  // namespace

std::optional<NoticeKind> notice_after(EventType type) {
  switch (type) {
    case EventType::submitted:
      return NoticeKind::receipt;
    case EventType::acknowledged:
      return NoticeKind::acknowledgement;
    case EventType::question_asked:
      return NoticeKind::question;
    case EventType::visit_arranged:
      return NoticeKind::visit;
    case EventType::extended:
      return NoticeKind::extension;
    case EventType::stage_1_responded:
      return NoticeKind::stage_1_response;
    case EventType::stage_2_acknowledged:
      return NoticeKind::stage_2_acknowledgement;
    case EventType::stage_2_responded:
      return NoticeKind::stage_2_response;
    case EventType::closed:
      return NoticeKind::closing;
    case EventType::officer_assigned:
    case EventType::question_answered:
    case EventType::stage_2_requested:
    case EventType::action_recorded:
    case EventType::action_done:
    case EventType::withdrawn:
      break;
  }
  return std::nullopt;
}

std::optional<ReplyBy> way_of_replying(Submission const& submission) {
  if (auto const by = value_in(kRepliesBy, submission[Field::reply_by])) return by;
  if (!submission[Field::email].empty()) return ReplyBy::email;
  if (!submission[Field::address].empty()) return ReplyBy::letter;
  if (!submission[Field::phone].empty()) return ReplyBy::phone;
  return std::nullopt;
}

Outcome<view::Screen, std::vector<Problem>> notice_screen(PolicyBook const& book,
                                                          NoticeFacts const& facts) {
  auto const assessment = assessed(book, facts);
  if (!assessment.ok()) return assessment.error();
  return Maker{book, facts, assessment.value()}.mail();
}

Outcome<view::Screen, std::vector<Problem>> letter_screen(PolicyBook const& book,
                                                          NoticeFacts const& facts,
                                                          std::string path) {
  auto const assessment = assessed(book, facts);
  if (!assessment.ok()) return assessment.error();
  return Maker{book, facts, assessment.value()}.letter(std::move(path));
}

}  // namespace putright
