#include "server-stub/routes/changes.hpp"

#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/reporting.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "server-stub/routes/staff_press.hpp"
#include "shared/calendar/london.hpp"
#include "shared/report/report_json.hpp"
#include "shared/text/tidy.hpp"

namespace putright::routes {
namespace {

namespace words = colleagues::words;
using colleagues::ChangeAnswers;
using colleagues::Changes;
using http::Answer;
using http::FormFields;
using http::Refusal;
using http::Reply;
using http::Request;
using store::Keeping;

// What the log's entry of a look says was looked at.
constexpr char kLearning[] = "learning";

AuditEntry entry_of(Stub& stub, Colleague const& colleague, AuditAct act, std::string what) {
  return {.at = stub.now(),
          .who = colleague_as_who(colleague.id),
          .act = act,
          .reference = "",
          .what = std::move(what),
          .reason = "",
          .content_sha256 = ""};
}

// Which complaint it was learnt from is not said: the role does not need it.
Outcome<std::vector<colleagues::LearntLine>, Failure> learnt(Stub& stub) {
  auto const query = report_query({}, stub.policy.book, london_date(stub.now()));
  auto const rows = stub.store.report(query.value());
  if (!rows.ok()) return rows.error();
  std::vector<colleagues::LearntLine> lines;
  for (auto const& row : rows.value().learning) {
    auto const at = parse_instant(row.at);
    auto const on = at ? std::optional{london_date(*at)} : parse_date(row.at);
    if (on) lines.push_back({row.brand, *on, text_in_body(row.body, "learning")});
  }
  return lines;
}

Outcome<std::vector<colleagues::ChangeLine>, Failure> published(Stub& stub) {
  auto const changes = stub.store.published_changes("", limits::kPublishedChanges);
  if (!changes.ok()) return changes.error();
  std::vector<colleagues::ChangeLine> lines;
  for (auto const& change : changes.value()) {
    if (auto const on = parse_date(change.published_on))
      lines.push_back({change.id, change.brand, change.told, change.changed, *on});
  }
  return lines;
}

Answer changes_page(Stub& stub, Changes page) {
  auto lines = learnt(stub);
  auto rows = published(stub);
  if (!lines.ok()) return page_of_refusal(refuse_unread(stub, lines.error()));
  if (!rows.ok()) return page_of_refusal(refuse_unread(stub, rows.error()));
  page.learnt = std::move(lines).value();
  page.published = std::move(rows).value();
  if (page.answers.press.empty()) page.answers.press = new_press();
  return staff_page(colleagues::changes(stub.policy.book, page));
}

// Each time it is shown, what was learnt is looked at.
void show(Stub& stub, Colleague const& colleague, Changes page, Reply const& reply) {
  audit_first(
      stub, entry_of(stub, colleague, AuditAct::report_viewed, kLearning),
      [reply](Answer const& answer) { reply(as_page(answer)); },
      [&stub, page = std::move(page)] { return changes_page(stub, page); });
}

ChangeAnswers answers_in(FormFields const& fields) {
  return {field(fields, "press"), tidy_text(field(fields, "brand"), Lines::one),
          tidy_text(field(fields, "told"), Lines::one),
          tidy_text(field(fields, "changed"), Lines::one)};
}

void add_problem(std::vector<Problem>& problems, std::string pointer, std::string const& text,
                 words::Words missing) {
  if (text.empty())
    problems.push_back(
        {ProblemCode::event_words_missing, std::move(pointer), std::string{missing}});
  else if (count_characters(text) > limits::kChangeCharacters)
    problems.push_back(too_long(std::move(pointer), limits::kChangeCharacters));
}

std::vector<Problem> problems_of(ChangeAnswers const& answers, PolicyBook const& book) {
  std::vector<Problem> problems;
  if (book.brand(answers.brand) == nullptr)
    problems.push_back(
        {ProblemCode::brand_missing, "/brand", std::string{words::kPublishBrandMissing}});
  add_problem(problems, "/told", answers.told, words::kPublishToldMissing);
  add_problem(problems, "/changed", answers.changed, words::kPublishChangedMissing);
  return problems;
}

store::NewChange change_of(Stub& stub, Colleague const& colleague, ChangeAnswers const& answers) {
  auto entry = entry_of(stub, colleague, AuditAct::change_published, answers.press);
  entry.content_sha256 =
      hexadecimal(sha256(answers.brand + "\n" + answers.told + "\n" + answers.changed));
  return {{answers.press, answers.brand, answers.told, answers.changed,
           format_date(london_date(stub.now()))},
          audit_of(entry)};
}

// Keeps it, and shows the page again; what was kept before just so is as good as kept.
void keep_change(Stub& stub, Colleague const& colleague, store::ToKeep change, Changes page,
                 Reply const& reply) {
  bool const queued = stub.writer.keep(std::move(change), [&stub, colleague, page = std::move(page),
                                                           reply](store::KeepOutcome const& kept) {
    if (kept.keeping == Keeping::kept || kept.keeping == Keeping::repeated)
      return show(stub, colleague, page, reply);
    reply(page_of_refusal(refuse_counted(stub, Refusal::store_unavailable)));
  });
  if (!queued) reply(page_of_refusal(refuse_counted(stub, Refusal::too_busy)));
}

void publish(Stub& stub, Colleague const& colleague, FormFields const& fields, Reply const& reply) {
  Changes page;
  page.answers = answers_in(fields);
  page.problems = problems_of(page.answers, stub.policy.book);
  bool const is_press = !refusal_of_key(page.answers.press);
  if (!is_press) page.answers.press.clear();
  if (!page.problems.empty() || !is_press) return show(stub, colleague, std::move(page), reply);
  auto change = change_of(stub, colleague, page.answers);
  Changes after;
  after.done = Changes::Done::yes;
  keep_change(stub, colleague, std::move(change), std::move(after), reply);
}

void take_back(Stub& stub, Colleague const& colleague, std::string const& id, Reply const& reply) {
  auto const entry = entry_of(stub, colleague, AuditAct::change_taken_back, id);
  keep_change(stub, colleague,
              store::ChangeTakenBack{id, format_date(london_date(stub.now())), audit_of(entry)}, {},
              reply);
}

}  // namespace

void show_changes(Stub& stub, Request const& request, Reply const& reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::report});
  if (!colleague.ok()) return reply(page_of_refusal(colleague.error()));
  show(stub, colleague.value(), {}, reply);
}

void answer_changes_form(Stub& stub, Request const& request, FormFields const& fields,
                         Reply const& reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::report});
  if (!colleague.ok()) return reply(page_of_refusal(colleague.error()));
  std::string_view const button =
      std::string_view{request.path}.substr(colleagues::kChangesPath.size());
  if (button == "/publish") return publish(stub, colleague.value(), fields, reply);
  if (button == "/take-back") return take_back(stub, colleague.value(), field(fields, "id"), reply);
  reply(no_such_page());
}

}  // namespace putright::routes
