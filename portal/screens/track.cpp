// Tracking: the form for a reference and its key, and what a customer sees of their complaint.
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/text/words.hpp"

namespace putright::screens {
namespace {

using view::Node;
using view::plain;

std::string word_for(std::vector<Problem> const& problems, std::string_view pointer) {
  for (auto const& problem : problems) {
    if (problem.pointer == pointer) return problem.words;
  }
  return {};
}

view::TextField code_field(std::string name, words::Words label, std::string hint,
                           std::string value, std::string problem) {
  view::TextField field;
  field.name = std::move(name);
  field.label = label;
  field.hint = std::move(hint);
  field.value = std::move(value);
  field.problem = std::move(problem);
  field.size = view::TextField::Size::short_line;
  field.purpose = view::TextField::Purpose::code;
  return field;
}

Deadline const* first_unmet(Assessment const& assessment) {
  Deadline const* first = nullptr;
  for (auto const& deadline : assessment.deadlines) {
    if (deadline.met_on) continue;
    if (first == nullptr || deadline.promised_on < first->promised_on) first = &deadline;
  }
  return first;
}

std::string name_of_officer(Event const& assigned) {
  return assigned.officer_name.empty() ? assigned.officer : assigned.officer_name;
}

view::SummaryList facts(ComplaintRecord const& record, Assessment const& assessment,
                        Date received_on) {
  Deadline const* const next = first_unmet(assessment);
  view::SummaryList list;
  list.rows.push_back(
      {std::string{words::kRowStatus},
       std::string{words::kStatusNames[static_cast<std::size_t>(assessment.status)]}, ""});
  list.rows.push_back({std::string{words::kRowReceived}, say_date(received_on), ""});
  list.rows.push_back({std::string{words::kRowNext},
                       next == nullptr ? std::string{words::kRowNoDate} : when_in_words(*next),
                       ""});
  Event const* const officer = last_event(record.events, EventType::officer_assigned);
  std::string const name = officer == nullptr ? "" : name_of_officer(*officer);
  if (!name.empty()) list.rows.push_back({std::string{words::kRowOfficer}, name, ""});
  return list;
}

std::vector<Node> what_was_sent(Submission const& submission) {
  std::vector<Node> nodes;
  for (Field const field :
       {Field::what_happened, Field::when_it_happened, Field::who_was_affected, Field::effect,
        Field::what_would_put_it_right, Field::person_to_thank}) {
    if (!submission[field].empty()) nodes.push_back({view::Quotation{submission[field]}});
  }
  return nodes;
}

bool is_late(Assessment const& assessment) {
  for (auto const& deadline : assessment.deadlines) {
    if (deadline.state == DeadlineState::late && !deadline.met_on) return true;
  }
  return false;
}

}  // namespace

view::Screen track(PolicyBook const&, Brand const& brand, TrackAnswers const& answers,
                   std::vector<Problem> const& problems) {
  auto screen =
      brand_screen(brand, "track", "/" + brand.id + "/track", std::string{words::kTrackTitle});
  screen.problems = summary_of(problems);
  screen.last_resort = last_resort(brand);
  view::Form form{screen.path, {}, {}};
  form.body.push_back(
      {code_field("reference", words::kReferenceLabel,
                  fill(words::kReferenceHint, {{"example", brand.reference_prefix + "-7K3M-4R9X"}}),
                  answers.reference, word_for(problems, "/reference"))});
  form.body.push_back(
      {code_field("tracking_key", words::kTrackingKeyLabel, std::string{words::kTrackingKeyHint},
                  answers.tracking_key, word_for(problems, "/tracking_key"))});
  form.body.push_back({view::Action{std::string{words::kTrackGo}, "track"}});
  screen.body.push_back({view::Heading{1, screen.title}});
  screen.body.push_back({view::Paragraph{plain(std::string{words::kTrackLead})}});
  screen.body.push_back({std::move(form)});
  return screen;
}

namespace {

// A press that opens a form of later; reference and key go with it.
view::Form opens(Brand const& brand, Tracked const& tracked, LaterForm form, words::Words label,
                 std::string const& question = {}) {
  view::Form opening{"/" + brand.id + "/track/" + std::string{name_in(kLaterForms, form)},
                     {{"reference", tracked.reference}, {"tracking_key", tracked.tracking_key}},
                     {}};
  if (!question.empty()) opening.carried.emplace_back("question", question);
  auto const weight = form == LaterForm::withdrawal ? view::Action::Weight::quiet
                      : form == LaterForm::answer   ? view::Action::Weight::main
                                                    : view::Action::Weight::second;
  opening.body.push_back({view::Action{std::string{label}, "ask", weight}});
  return opening;
}

bool may(Assessment const& assessment, EventType event) {
  for (auto const& step : assessment.next) {
    if (step.who == NextStep::Who::customer && step.event == event) return true;
  }
  return false;
}

void add_question(view::Screen& screen, Brand const& brand, Tracked const& tracked,
                  Assessment const& assessment) {
  if (!may(assessment, EventType::question_answered)) return;
  Event const* const asked = last_event(tracked.record.events, EventType::question_asked);
  screen.body.push_back(heading(2, words::kQuestionHeading));
  if (!asked->words.empty()) screen.body.push_back({view::Quotation{asked->words}});
  screen.body.push_back(
      {opens(brand, tracked, LaterForm::answer, words::kAnswerStart, asked->words)});
}

void add_what_can_be_done(view::Screen& screen, Brand const& brand, Tracked const& tracked,
                          Assessment const& assessment) {
  bool const review = may(assessment, EventType::stage_2_requested);
  bool const withdraw = may(assessment, EventType::withdrawn);
  if (!review && !withdraw) return;
  screen.body.push_back(heading(2, words::kCanDoHeading));
  if (review) {
    screen.body.push_back(paragraph(words::kReviewAbout));
    screen.body.push_back({opens(brand, tracked, LaterForm::stage_2_request, words::kReviewStart)});
  }
  if (withdraw)
    screen.body.push_back({opens(brand, tracked, LaterForm::withdrawal, words::kWithdrawStart)});
}

// What an event tells the customer: what was found, agreed or asked, in colleagues' words and
// dates.
std::vector<Node> told_with(Event const& event) {
  std::vector<Node> nodes;
  if (event.type == EventType::officer_assigned) nodes.push_back(paragraph(name_of_officer(event)));
  if (event.finding)
    nodes.push_back(paragraph(words::kFindings[static_cast<std::size_t>(*event.finding)]));
  if (event.visit_on)
    nodes.push_back(paragraph(fill(words::kVisitOn, {{"date", say_date(*event.visit_on)}})));
  if (event.new_date)
    nodes.push_back(paragraph(fill(words::kNewDate, {{"date", say_date(*event.new_date)}})));
  for (auto const* text : {&event.words, &event.reason})
    if (!text->empty()) nodes.push_back({view::Quotation{*text}});
  return nodes;
}

view::Timeline history(ComplaintRecord const& record) {
  view::Timeline steps;
  for (auto const& event : record.events)
    steps.steps.push_back({std::string{words::kEventNames[static_cast<std::size_t>(event.type)]},
                           view::TimelineStep::State::done, say_date(event.when.on),
                           told_with(event)});
  return steps;
}

void add_viewings(view::Screen& screen, Tracked const& tracked) {
  if (tracked.viewings.empty()) return;
  view::BulletList list;
  for (auto const& viewing : tracked.viewings)
    list.items.push_back(
        plain(fill(words::kViewedLine,
                   {{"date", say_date(london_date(viewing.at))}, {"reason", viewing.reason}})));
  screen.body.push_back({view::Details{std::string{words::kViewedHeading}, {{std::move(list)}}}});
}

void add_course(view::Screen& screen, PolicyBook const& book, Assessment const& assessment,
                Date received_on) {
  if (assessment.status == ComplaintStatus::withdrawn) return;  // nothing comes next
  bool const all_met = !assessment.deadlines.empty() && first_unmet(assessment) == nullptr;
  screen.body.push_back(heading(2, all_met ? words::kDatesMetHeading : words::kNextHeading));
  if (assessment.deadlines.empty()) {
    screen.body.push_back({view::Inset{plain(std::string{words::kHomebuilderNotice})}});
  } else {
    screen.body.push_back({timeline(book, assessment, received_on, Arrival::received)});
  }
}

// A record that no edition's rules can read: what happened is told all the same, and who to ask.
void add_what_is_known(view::Screen& screen, Brand const& brand, Tracked const& tracked) {
  screen.body.push_back(
      {view::ContactCard{std::string{words::kTeamName}, "", ways_of(brand.contacts)}});
  screen.body.push_back(heading(2, words::kHistoryHeading));
  screen.body.push_back({history(tracked.record)});
}

}  // namespace

view::Screen tracked(PolicyBook const& book, Brand const& brand, Tracked const& tracked,
                     Instant now) {
  std::string const title =
      fill(words::kTrackedTitle[static_cast<std::size_t>(tracked.record.kind)],
           {{"reference", tracked.reference}});
  auto screen = brand_screen(brand, "tracked", "/" + brand.id + "/track", title);
  auto& body = screen.body;
  if (tracked.done) {
    body.push_back(
        {view::Notice{std::string{words::kLaterDone[static_cast<std::size_t>(*tracked.done)]},
                      view::Notice::Tone::good,
                      {}}});
  }
  body.push_back(heading(1, title));
  auto const assessed = assess(tracked.record, book, now);
  if (!assessed.ok()) {
    add_what_is_known(screen, brand, tracked);
    return screen;
  }
  Assessment const& assessment = assessed.value();
  Date const received_on = tracked.record.events.front().when.on;
  body.push_back({facts(tracked.record, assessment, received_on)});
  if (is_late(assessment)) {
    body.push_back(heading(2, words::kLateHeading));
    body.push_back(paragraph(words::kLateAdvice));
  }
  add_question(screen, brand, tracked, assessment);
  add_course(screen, book, assessment, received_on);
  body.push_back(heading(2, words::kHistoryHeading));
  body.push_back({history(tracked.record)});
  add_what_can_be_done(screen, brand, tracked, assessment);
  append(body, who_else_can_help(assessment.ombudsman));
  body.push_back(
      {view::Details{std::string{words::kWhatYouSent}, what_was_sent(tracked.submission)}});
  add_viewings(screen, tracked);
  return screen;
}

}  // namespace putright::screens
