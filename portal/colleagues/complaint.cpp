// One complaint as colleagues know it: where it is, its dates with their why, what may be recorded,
// and everything that was.
#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/notices/kinds.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using screens::paragraph;
using view::Node;
using view::plain;

// Where today's calendar says another day than was promised, both are shown.
void add_moved_dates(std::vector<Node>& body, Assessment const& assessment) {
  for (auto const& deadline : assessment.deadlines) {
    if (deadline.promised_on == deadline.due_on || deadline.met_on) continue;
    body.push_back({view::Inset{plain(
        fill(words::kPromiseStands,
             {{"step", putright::words::kStepNames[static_cast<std::size_t>(deadline.rule->id)]},
              {"promised", say_date(deadline.promised_on)},
              {"due", say_date(deadline.due_on)}}))}});
  }
}

view::Form preview_form(Known const& known) {
  view::Form form{
      complaint_path(known.reference) + "/preview", {{"viewing_reason", known.reason}}, {}};
  form.body.push_back(
      {view::Action{std::string{words::kPreviewGo}, "preview", view::Action::Weight::second}});
  return form;
}

void add_recording(std::vector<Node>& body, Known const& known,
                   std::vector<EventType> const& possible) {
  body.push_back(heading(2, words::kRecordHeading));
  if (possible.empty()) {
    body.push_back(paragraph(words::kRecordNothing));
    return;
  }
  view::Choices choices{.name = "type",
                        .question = std::string{words::kRecordQuestion},
                        .hint = "",
                        .choices = {},
                        .problem = words_at(known.problems, "/type")};
  for (EventType const type : possible)
    choices.choices.push_back(event_choice(type));
  view::Form form{
      complaint_path(known.reference) + "/record", {{"viewing_reason", known.reason}}, {}};
  form.body.push_back({std::move(choices)});
  form.body.push_back({view::Action{std::string{words::kRecordGo}, "ask"}});
  body.push_back({std::move(form)});
}

struct SentRow {
  Field field;
  words::Words label;
};

// In the order in which they were asked.
constexpr SentRow kSent[] = {
    {Field::on_behalf_of_name, putright::words::kBehalfName},
    {Field::on_behalf_of_relationship, putright::words::kBehalfRelationship},
    {Field::on_behalf_of_consent, putright::words::kBehalfConsent},
    {Field::person_to_thank, putright::words::kThankLabel},
    {Field::when_it_happened, putright::words::kWhenLabel},
    {Field::who_was_affected, putright::words::kAffectedLabel},
    {Field::effect, putright::words::kEffectLabel},
    {Field::what_would_put_it_right, putright::words::kPutRightTitle},
    {Field::earlier_reference, putright::words::kEarlierLabel},
    {Field::name, putright::words::kNameLabel},
    {Field::reply_by, putright::words::kRowReplyBy},
    {Field::email, putright::words::kEmailLabel},
    {Field::phone, putright::words::kPhoneLabel},
    {Field::address, putright::words::kAddressLabel},
    {Field::reply_format, putright::words::kRowFormat},
    {Field::adjustments, putright::words::kRowAdjustments}};

std::string in_words(Field field, std::string const& answer) {
  auto const by = field == Field::reply_by ? value_in(kRepliesBy, answer) : std::nullopt;
  if (by) return std::string{putright::words::kReplyNames[static_cast<std::size_t>(*by)]};
  auto const format = field == Field::reply_format ? value_in(kReplyFormats, answer) : std::nullopt;
  if (format) return std::string{putright::words::kFormatNames[static_cast<std::size_t>(*format)]};
  return answer;
}

void add_what_was_sent(std::vector<Node>& body, Known const& known) {
  body.push_back(heading(2, words::kSentHeading));
  body.push_back({view::Quotation{known.submission[Field::what_happened]}});
  view::SummaryList list;
  for (auto const& [field, label] : kSent)
    if (!known.submission[field].empty())
      list.rows.push_back(row(label, in_words(field, known.submission[field])));
  if (!list.rows.empty()) body.push_back({std::move(list)});
}

void add_files(std::vector<Node>& body, Known const& known) {
  auto const files =
      attachments_in(known.submission[Field::attachments]).value_or(std::vector<Attachment>{});
  if (files.empty()) return;
  body.push_back(heading(2, words::kFilesHeading));
  for (auto const& file : files) {
    view::Form form{complaint_path(known.reference) + "/files",
                    {{"viewing_reason", known.reason}, {"file", std::string{file.sha256}}},
                    {}};
    form.body.push_back(
        {view::Action{std::string{file.name}, "open", view::Action::Weight::second}});
    body.push_back({std::move(form)});
  }
}

// A notice that follows no event is called by its own name.
words::Words about_in_words(NoticeLine const& line) {
  auto const kind = value_in(kNoticeKinds, line.kind);
  if (kind == NoticeKind::date_changed) return words::kNoticeNames[static_cast<std::size_t>(*kind)];
  return words::kHappened[static_cast<std::size_t>(line.about)];
}

void add_notices(std::vector<Node>& body, Known const& known) {
  if (known.notices.empty()) return;
  body.push_back(heading(2, words::kNoticesHeading));
  NoticePlace const place{known.reference, known.reason, complaint_path(known.reference)};
  for (auto const& line : known.notices) {
    body.push_back(heading(3, about_in_words(line)));
    body.push_back({notice_facts(line)});
    add_notice_forms(body, place, line, known.may);
  }
}

void add_papers(std::vector<Node>& body, Known const& known) {
  if (known.may == Known::May::look) return;
  body.push_back(heading(2, words::kPapersHeading));
  body.push_back(paragraph(words::kCaseFileAbout));
  view::Form form{
      complaint_path(known.reference) + "/case-file", {{"viewing_reason", known.reason}}, {}};
  form.body.push_back(
      {view::Action{std::string{words::kCaseFileGo}, "case-file", view::Action::Weight::second}});
  body.push_back({std::move(form)});
}

void add_history(std::vector<Node>& body, Known const& known) {
  body.push_back(heading(2, words::kHistoryHeading));
  for (auto const& line : known.events) {
    view::SummaryList list;
    list.rows.push_back(row(words::kHistoryWhen, say_date(line.event.when.on)));
    list.rows.push_back(row(words::kHistoryBy, who_did(line)));
    std::string const text = given_in_words(line);
    if (!text.empty()) list.rows.push_back(row(words::kHistoryWords, text));
    body.push_back(heading(3, words::kHappened[static_cast<std::size_t>(line.event.type)]));
    body.push_back({std::move(list)});
  }
}

void add_viewings(std::vector<Node>& body, Known const& known) {
  view::BulletList list;
  for (auto const& viewing : known.viewings)
    list.items.push_back(
        plain(say_date(london_date(viewing.at)) + ", " + viewing.who + ": " + viewing.reason));
  if (list.items.empty()) return;
  body.push_back({view::Details{std::string{words::kViewedHeading}, {{std::move(list)}}}});
}

}  // namespace

view::Screen complaint(PolicyBook const& book, Known const& known, Instant now) {
  std::string const title =
      fill(words::kComplaintTitle[static_cast<std::size_t>(known.record.kind)],
           {{"reference", known.reference}});
  auto screen = colleagues_screen("complaint", complaint_path(known.reference), title);
  screen.problems = summary_of(known.problems);
  auto& body = screen.body;
  if (known.done)
    body.push_back(
        {view::Notice{fill(words::kRecordedNotice,
                           {{"event", words::kHappened[static_cast<std::size_t>(*known.done)]}}),
                      view::Notice::Tone::good,
                      {}}});
  body.push_back(heading(1, title));
  auto const assessed = assess(known.record, book, now);
  if (!assessed.ok()) return screen;
  Assessment const& assessment = assessed.value();
  body.push_back({facts(book, known.record, assessment)});
  body.push_back(heading(2, words::kDatesHeading));
  add_moved_dates(body, assessment);
  body.push_back({screens::timeline(book, assessment, known.record.events.front().when.on,
                                    screens::Arrival::received)});
  if (known.may == Known::May::record) {
    CountingRules const rules{*assessment.course, *assessment.edition, assessment.receipt,
                              book.calendar, Explanation::none};
    add_recording(body, known, events_possible(known.record, rules, now));
  }
  body.push_back(heading(2, words::kPreviewHeading));
  body.push_back(paragraph(words::kPreviewAbout));
  body.push_back({preview_form(known)});
  add_what_was_sent(body, known);
  add_files(body, known);
  add_history(body, known);
  add_notices(body, known);
  add_papers(body, known);
  add_viewings(body, known);
  return screen;
}

}  // namespace putright::colleagues
