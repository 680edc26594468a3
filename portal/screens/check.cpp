// The screens that end a journey: check answers, and the receipt.
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"
#include "shared/wire/icalendar.hpp"

namespace putright::screens {
namespace {

using view::Node;
using view::plain;

std::string screen_id(FeedbackKind kind, std::string_view name) {
  return std::string{name_in(kFeedbackKinds, kind)} + "-" + std::string{name};
}

std::string label_of(std::vector<LabelledId> const& rows, std::string const& id) {
  for (auto const& row : rows) {
    if (row.id == id) return row.label;
  }
  return id;
}

std::string reply_label(std::string const& value) {
  auto const by = value_in(kRepliesBy, value);
  return by ? std::string{words::kReplyNames[static_cast<std::size_t>(*by)]} : value;
}

struct RowWords {
  Field field;
  words::Words label;
};

// The label of each answer on the check screen, in screen order.
std::vector<RowWords> rows_of(FeedbackKind kind) {
  std::vector<RowWords> rows{{Field::on_behalf_of_name, words::kBehalfName},
                             {Field::on_behalf_of_relationship, words::kBehalfRelationship},
                             {Field::on_behalf_of_consent, words::kBehalfConsent}};
  bool const complaint = kind == FeedbackKind::complaint;
  if (complaint)
    rows.insert(rows.end(), {{Field::matter, words::kRowMatter},
                             {Field::relationship, words::kRowRelationship}});
  rows.push_back({Field::what_happened, words::kWhatHappenedTitle[static_cast<std::size_t>(kind)]});
  if (kind == FeedbackKind::compliment)
    rows.push_back({Field::person_to_thank, words::kThankLabel});
  if (complaint)
    rows.insert(rows.end(), {{Field::when_it_happened, words::kWhenLabel},
                             {Field::who_was_affected, words::kAffectedLabel},
                             {Field::effect, words::kEffectLabel},
                             {Field::earlier_reference, words::kEarlierLabel},
                             {Field::what_would_put_it_right, words::kPutRightTitle}});
  if (kind != FeedbackKind::compliment) rows.push_back({Field::attachments, words::kRowFiles});
  rows.insert(rows.end(), {{Field::name, words::kNameLabel},
                           {Field::reply_by, words::kRowReplyBy},
                           {Field::email, words::kEmailLabel},
                           {Field::phone, words::kPhoneLabel},
                           {Field::address, words::kAddressLabel},
                           {Field::reply_format, words::kRowFormat},
                           {Field::adjustments, words::kRowAdjustments}});
  return rows;
}

// Answers that only some customers are asked for stay out of the list until they are given.
bool worth_showing(StepContext const& context, Field field) {
  auto const step = step_with(context.kind, field);
  if (step && !is_asked(*step, context.draft)) return false;
  return !context.draft.answers[field].empty() ||
         (field != Field::relationship && field != Field::email && field != Field::phone);
}

// The names of the files, one a line.
std::string file_names(std::string const& answer) {
  std::string names;
  for (auto const& file : attachments_in(answer).value_or(std::vector<Attachment>{}))
    names.append(names.empty() ? "" : "\n").append(file.name);
  return names;
}

std::string format_label(std::string const& value) {
  auto const format = value_in(kReplyFormats, value);
  return format ? std::string{words::kFormatNames[static_cast<std::size_t>(*format)]} : value;
}

std::string answer_in_words(StepContext const& context, Field field) {
  std::string const& answer = context.draft.answers[field];
  if (answer.empty()) return std::string{words::kNotAnswered};
  if (field == Field::matter) return label_of(context.book.matters, answer);
  if (field == Field::relationship) return label_of(context.book.relationships, answer);
  if (field == Field::reply_by) return reply_label(answer);
  if (field == Field::reply_format) return format_label(answer);
  if (field == Field::attachments) return file_names(answer);
  return answer;
}

view::SummaryList summary(StepContext const& context) {
  view::SummaryList list;
  bool const for_other = context.draft.is_for == Draft::For::somebody_else;
  list.rows.push_back({std::string{words::kRowWhoFor},
                       std::string{for_other ? words::kWhoForSomebodyElse : words::kWhoForMyself},
                       "change-" + std::string{name_in(kSteps, Step::who_for)}});
  for (auto const& row : rows_of(context.kind)) {
    if (!worth_showing(context, row.field)) continue;
    auto const step = step_with(context.kind, row.field);
    std::string const change =
        step ? "change-" + std::string{name_in(kSteps, *step)} : std::string{};
    list.rows.push_back({std::string{row.label}, answer_in_words(context, row.field), change});
  }
  return list;
}

ComplaintRecord record_if_received(StepContext const& context, Instant at) {
  ComplaintRecord record;
  record.brand = context.brand.id;
  record.kind = context.kind;
  record.matter = context.draft.answers[Field::matter];
  record.relationship = context.draft.answers[Field::relationship];
  record.events.push_back({EventType::submitted, event_time(at)});
  return record;
}

// What the answers would come to, received at this instant.
Outcome<Assessment, std::vector<Problem>> assess_received(StepContext const& context, Instant at) {
  return assess(record_if_received(context, at), context.book, at);
}

// The course from here on: its dates, or the notice where the policy gives none.
std::vector<Node> course(StepContext const& context, Assessment const& assessment,
                         Arrival arrival) {
  std::vector<Node> nodes;
  if (assessment.deadlines.empty()) {
    nodes.push_back({view::Inset{plain(std::string{words::kHomebuilderNotice})}});
  } else {
    nodes.push_back({timeline(context.book, assessment, london_date(assessment.as_of), arrival)});
  }
  append(nodes, who_else_can_help(assessment.ombudsman));
  return nodes;
}

// What to keep: the key, the receipt, the dates.
std::vector<Node> keepsakes(StepContext const& context, Sent const& sent,
                            Assessment const& assessment) {
  std::vector<Node> nodes;
  nodes.push_back({view::Heading{2, std::string{words::kKeepHeading}}});
  nodes.push_back({view::Code{std::string{words::kTrackingKey}, sent.tracking_key}});
  nodes.push_back({view::Paragraph{plain(std::string{words::kTrackingKeyAbout})}});
  nodes.push_back(
      {view::Onward{std::string{words::kTrackLink}, "/" + context.brand.id + "/track#" +
                                                        sent.reference + "." + sent.tracking_key}});
  if (!sent.origin.empty())
    nodes.push_back({view::ScanCode{std::string{words::kScanLabel},
                                    sent.origin + "/" + context.brand.id + "/track#" +
                                        sent.reference + "." + sent.tracking_key}});
  nodes.push_back(
      {view::Download{std::string{words::kDownloadReceipt}, "receipt-" + sent.reference + ".jws",
                      "application/jose", sent.receipt}});
  if (!assessment.deadlines.empty()) {
    nodes.push_back({view::Download{
        std::string{words::kCalendarDownload}, "dates-" + sent.reference + ".ics", "text/calendar",
        icalendar({sent.reference, context.brand.name, sent.received_at}, assessment)}});
  }
  std::vector<Node> code;
  code.push_back({view::Paragraph{plain(std::string{words::kReceiptCodeAbout})}});
  code.push_back({view::Code{"", sent.receipt}});
  nodes.push_back({view::Details{std::string{words::kReceiptCode}, std::move(code)}});
  return nodes;
}

}  // namespace

view::Screen check(StepContext const& context, Instant now) {
  std::string const path = step_path(context.brand.id, context.kind, Step::check);
  auto screen = brand_screen(context.brand, screen_id(context.kind, "check"), path,
                             for_kind(words::kCheckTitle, context.kind));
  screen.problems = summary_of(context.problems);
  screen.last_resort = last_resort(context.brand);
  bool const sent_other_words =
      !context.problems.empty() &&
      context.problems.front().code == ProblemCode::sent_before_and_changed;
  view::Form form{path, {{"draft", draft_text(context.draft)}}, {}};
  form.body.push_back({summary(context)});
  form.body.push_back({view::Paragraph{{view::strong(std::string{words::kNotSentYet})}}});
  form.body.push_back({view::Action{
      sent_other_words ? std::string{words::kSendAsNew} : for_kind(words::kSend, context.kind),
      sent_other_words ? "send-as-new" : "send"}});
  form.body.push_back(
      {view::Action{std::string{words::kBack}, "back", view::Action::Weight::quiet}});
  screen.body.push_back({view::Heading{1, screen.title}});
  screen.body.push_back({std::move(form)});
  screen.body.push_back({view::Heading{2, std::string{words::kDatesHeading}}});
  if (auto const assessment = assess_received(context, now); assessment.ok()) {
    append(screen.body, course(context, assessment.value(), Arrival::expected));
  }
  return screen;
}

view::Screen waiting(StepContext const& context, Instant now) {
  std::string const path = "/" + context.brand.id + "/" +
                           std::string{name_in(kFeedbackKinds, context.kind)} + "/waiting";
  auto screen = brand_screen(context.brand, screen_id(context.kind, "waiting"), path,
                             for_kind(words::kWaitingTitles, context.kind));
  auto& body = screen.body;
  body.push_back(heading(1, screen.title));
  body.push_back({view::Warning{plain(std::string{words::kWaitingWhy})}});
  body.push_back(paragraph(words::kWaitingKept));
  view::Form again{"/device/send", {}, {}};
  again.body.push_back({view::Action{std::string{words::kWaitingTry}, "send"}});
  body.push_back({std::move(again)});
  body.push_back(heading(2, words::kOtherWaysHeading));
  body.push_back(paragraph(words::kWaitingOther));
  view::Form print{"/device/print", {}, {}};
  print.body.push_back(
      {view::Action{std::string{words::kWaitingPrint}, "print", view::Action::Weight::second}});
  body.push_back({std::move(print)});
  body.push_back(
      {view::ContactCard{std::string{words::kTeamName}, "", ways_of(context.brand.contacts)}});
  body.push_back(heading(2, words::kWhatYouWrote));
  auto answers = summary(context);
  for (auto& row : answers.rows)
    row.change_go.clear();
  body.push_back({std::move(answers)});
  if (auto const assessment = assess_received(context, now); assessment.ok())
    append(body, who_else_can_help(assessment.value().ombudsman));
  return screen;
}

view::Screen sent(StepContext const& context, Sent const& sent) {
  std::string const path =
      "/" + context.brand.id + "/" + std::string{name_in(kFeedbackKinds, context.kind)} + "/sent";
  auto screen = brand_screen(context.brand, screen_id(context.kind, "sent"), path,
                             for_kind(words::kSentTitle, context.kind));
  auto& body = screen.body;
  body.push_back(
      {view::Confirmation{screen.title, std::string{words::kYourReference}, sent.reference}});
  body.push_back({view::Paragraph{
      plain(fill(words::kReceivedOn, {{"date", say_date(london_date(sent.received_at))}}))}});
  auto const assessment = assess_received(context, sent.received_at);
  if (!assessment.ok()) return screen;
  bool const acknowledged_later =
      assessment.value().deadline(DeadlineId::stage_1_acknowledgement) != nullptr;
  body.push_back({view::Paragraph{
      plain(std::string{acknowledged_later ? words::kReceiptIsNot : words::kReceiptOnly})}});
  append(body, keepsakes(context, sent, assessment.value()));
  body.push_back({view::Heading{2, std::string{words::kNextHeading}}});
  append(body, course(context, assessment.value(), Arrival::received));
  return screen;
}

}  // namespace putright::screens
