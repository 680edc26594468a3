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

view::SummaryList facts(Assessment const& assessment, Date received_on) {
  Deadline const* const next = first_unmet(assessment);
  view::SummaryList list;
  list.rows.push_back(
      {std::string{words::kRowStatus},
       std::string{words::kStatusNames[static_cast<std::size_t>(assessment.status)]}, ""});
  list.rows.push_back({std::string{words::kRowReceived}, say_date(received_on), ""});
  list.rows.push_back({std::string{words::kRowNext},
                       next == nullptr ? std::string{words::kRowNoDate} : when_in_words(*next),
                       ""});
  return list;
}

std::vector<Node> what_was_sent(Submission const& submission) {
  std::vector<Node> nodes;
  for (Field const field : {Field::what_happened, Field::when_it_happened,
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

view::Screen tracked(PolicyBook const& book, Brand const& brand, Tracked const& tracked,
                     Instant now) {
  std::string const title =
      fill(words::kTrackedTitle[static_cast<std::size_t>(tracked.record.kind)],
           {{"reference", tracked.reference}});
  auto screen = brand_screen(brand, "tracked", "/" + brand.id + "/track", title);
  screen.body.push_back({view::Heading{1, title}});
  auto const assessment = assess(tracked.record, book, now);
  if (!assessment.ok()) return screen;
  Date const received_on = tracked.record.events.front().when.on;
  screen.body.push_back({facts(assessment.value(), received_on)});
  if (is_late(assessment.value())) {
    screen.body.push_back({view::Heading{2, std::string{words::kLateHeading}}});
    screen.body.push_back({view::Paragraph{plain(std::string{words::kLateAdvice})}});
  }
  screen.body.push_back({view::Heading{2, std::string{words::kNextHeading}}});
  if (assessment.value().deadlines.empty()) {
    screen.body.push_back({view::Inset{plain(std::string{words::kHomebuilderNotice})}});
  } else {
    screen.body.push_back({timeline(book, assessment.value(), received_on, Arrival::received)});
  }
  for (auto& node : who_else_can_help(assessment.value().ombudsman))
    screen.body.push_back(std::move(node));
  screen.body.push_back(
      {view::Details{std::string{words::kWhatYouSent}, what_was_sent(tracked.submission)}});
  return screen;
}

}  // namespace putright::screens
