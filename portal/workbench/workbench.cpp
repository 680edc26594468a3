#include "portal/workbench/workbench.hpp"

#include <algorithm>
#include <utility>

#include "portal/html/page.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/timeline.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

Edition const* edition_of(
    std::optional<Outcome<Assessment, std::vector<Problem>>> const& assessment) {
  return assessment && assessment->ok() ? assessment->value().edition : nullptr;
}

// "Stage 1 response: Thu 16 Apr becomes Fri 17 Apr" for each date that moves.
std::vector<std::string> changes_between(Outcome<Assessment, std::vector<Problem>> const& before,
                                         Outcome<Assessment, std::vector<Problem>> const& after) {
  std::vector<std::string> changes;
  if (!before.ok() || !after.ok()) return changes;
  for (Deadline const& deadline : after.value().deadlines) {
    Deadline const* const old = before.value().deadline(deadline.rule->id);
    if (old == nullptr || old->due_on == deadline.due_on) continue;
    changes.push_back(std::string(short_name(deadline.rule->id)) + ": " + short_date(old->due_on) +
                      " becomes " + short_date(deadline.due_on));
  }
  return changes;
}

}  // namespace

Workbench::Workbench(PolicyBook book, std::string files)
    : book_(std::move(book)), files_(std::move(files)) {
  bench_.scenario = first_scenario(book_);
  noted_scenario_ = bench_.scenario;
  bench_.real_today = bench_.scenario.today;
  bench_.contacts = sourced_contacts(files_);
  refresh();
}

double Workbench::frame(double now_ms) {
  stage_.set_scale(bench_.scale);
  if (Brand const* const brand = book().brand(looked_at(bench_).brand)) {
    stage_.set_brand(canvas::brand_paint(brand->colour));
  }
  std::string const message = bench_.message;
  double const wait = stage_.frame(now_ms, [this](Look const& look) { draw(look); });
  bool const is_old_news = !(shown_scenario_ == looked_at(bench_)) && bench_.message == message;
  if (is_old_news) bench_.message.clear();
  keep_edit();
  finish_turn();
  turn_view();
  if (std::exchange(bench_.drops_draft, false)) use_draft(std::nullopt);
  bool const has_changed =
      !(shown_scenario_ == looked_at(bench_)) || !(shown_preview_ == bench_.preview);
  if (!has_changed && stage_.scale() == bench_.scale) return wait;
  refresh();
  stage_.wake();
  return 0;
}

void Workbench::keep_edit() {
  if (noted_scenario_ == bench_.scenario) return;
  std::uint32_t const typed_in = stage_.typing().wanted ? stage_.active_item() : 0;
  bool const goes_on = typed_in != 0 && typed_in == typed_in_;
  bench_.edits.note(noted_scenario_, bench_.scenario,
                    goes_on ? EditKind::goes_on : EditKind::separate);
  noted_scenario_ = bench_.scenario;
  typed_in_ = typed_in;
}

void Workbench::finish_turn() {
  if (bench_.turn == Turn::undo) bench_.edits.undo(bench_.scenario);
  if (bench_.turn == Turn::redo) bench_.edits.redo(bench_.scenario);
  if (bench_.turn != Turn::nothing) {
    bench_.event.reset();
    typed_in_ = 0;
    noted_scenario_ = bench_.scenario;
  }
  bench_.turn = Turn::nothing;
}

void Workbench::turn_view() {
  Leaving const leaving = std::exchange(bench_.leaving, Leaving::nothing);
  if (leaving == Leaving::complaint) leave_complaint(bench_.live);
  if (leaving == Leaving::colleague) forget_colleague();
  if (leaving != Leaving::nothing) refresh();
  if (!wanted_view_) return;
  bench_.view = *wanted_view_;
  wanted_view_.reset();
  bench_.message.clear();
  if (bench_.view == View::live && bench_.live.step == LiveStep::unasked) ask_for_stub(bench_.live);
  refresh();
  stage_.wake();
}

// What is drawn is worked out again only when the scenario or the preview changed.
void Workbench::refresh() {
  bool const same_preview = shown_preview_ == bench_.preview;
  bool const same_holidays =
      shown_scenario_.invented_holidays == looked_at(bench_).invented_holidays;
  shown_scenario_ = looked_at(bench_);
  shown_preview_ = bench_.preview;
  // The assessment points into the book: it goes first.
  assessment_.reset();
  if (!same_holidays) what_if_.reset();
  if (!same_holidays && !shown_scenario_.invented_holidays.empty())
    what_if_.emplace(with_invented_holidays(published(), shown_scenario_));
  assessment_.emplace(assessed_with(book()));
  refusals_ = refusals_of(shown_scenario_, book());
  bench_.changes.clear();
  if (what_if_) bench_.changes = changes_between(assessed_with(published()), *assessment_);
  view::Screen next = is_live(bench_) ? customers_screen(*bench_.live.complaint, book())
                                      : screen_of(bench_.preview, shown_scenario_, book());
  // Travelling in time keeps what was typed; another screen does not.
  if (!same_preview || next.path != screen_.path) answers_ = {};
  screen_ = std::move(next);
  sheets_made_.reset();
  ++page_revision_;
}

Outcome<Assessment, std::vector<Problem>> Workbench::assessed_with(PolicyBook const& book) const {
  return assess(record_of(shown_scenario_), book, as_of(shown_scenario_),
                {.receipt = shown_scenario_.receipt, .explanation = Explanation::full});
}

std::vector<Sheet> const& Workbench::sheets() {
  if (sheets_made_ != bench_.sheet_set) {
    sheets_ = sheets_of(bench_.sheet_set, bench_.scenario, bench_.preview, book());
    sheets_made_ = bench_.sheet_set;
  }
  return sheets_;
}

Shown Workbench::shown() const {
  bool const is_assessed = assessment_ && assessment_->ok();
  return {.book = book(),
          .assessment = is_assessed ? &assessment_->value() : nullptr,
          .edition = edition_of(assessment_),
          .refusals = refusals_};
}

void Workbench::open_scenario(std::string_view text) {
  auto scenario = read_scenario(text);
  if (scenario.ok()) {
    bench_.scenario = std::move(scenario).value();
    set_today(bench_.scenario, bench_.scenario.today, book());
    bench_.event.reset();
    bench_.preview.pressed.reset();
    bench_.example.clear();
    bench_.message = "The scenario was opened.";
    // What is said of it is no old news in the next frame.
    refresh();
  } else {
    Problem const& first = scenario.error().front();
    bench_.message = "Not opened: " + first.pointer + " " + first.words;
  }
  stage_.wake();
}

// What was worked out points into the book that goes: all of it is worked out again.
void Workbench::use_draft(std::optional<PolicyBook> draft) {
  assessment_.reset();
  what_if_.reset();
  draft_ = std::move(draft);
  bench_.has_draft = draft_.has_value();
  bench_.refusal.reset();
  bench_.message = draft_ ? "The draft is loaded." : "The published editions are back.";
  shown_scenario_ = {};
  refresh();
  stage_.wake();
}

void Workbench::open_editions(std::string_view text) {
  auto draft = load_draft(files_, text);
  if (draft.ok()) {
    use_draft(std::move(draft).value());
    return;
  }
  bench_.refusal = draft.error();
  bench_.message = "The draft was not loaded.";
  bench_.view = View::book;
  stage_.wake();
}

void Workbench::open_examples(std::string_view text) {
  auto examples = read_examples(text);
  if (examples.ok()) bench_.examples = std::move(examples).value();
  stage_.wake();
}

std::string Workbench::spoken() const {
  std::string spoken = bench_.message;
  if (!spoken.empty()) spoken += " ";
  if (!assessment_ || !assessment_->ok()) return spoken;
  for (Deadline const& deadline : assessment_->value().deadlines) {
    spoken +=
        std::string(short_name(deadline.rule->id)) + " by " + say_date(deadline.promised_on) + ". ";
  }
  return spoken;
}

void Workbench::take_press(canvas::Press const& press) {
  if (press.kind == canvas::Press::Kind::nothing) return;
  if (is_live(bench_)) {
    bench_.message = "Read only: this is the customer's own page. Nothing was pressed.";
    stage_.wake();
    return;
  }
  follow_press(bench_.preview, press, bench_.scenario, book());
  stage_.wake();
}

std::optional<Call> Workbench::take_call() {
  return std::exchange(bench_.live.call, std::nullopt);
}

void Workbench::take_answer(CallAnswer const& answer) {
  // What was worked out points into the complaint's book: all of it is worked out again.
  bench_.message = take_call_answer(bench_.live, answer, bench_.real_today);
  if (bench_.message.empty()) bench_.message = bench_.live.refusal;
  refresh();
  stage_.wake();
}

void Workbench::forget_colleague() {
  if (bench_.live.step != LiveStep::unasked) sign_out(bench_.live);
  refresh();
  stage_.wake();
}

std::string Workbench::page() const {
  return render_page(screen_);
}

}  // namespace putright::workbench
