// The policy book as it stands in its files: editions, clauses, contacts, calendar; and a draft of
// the editions before anybody publishes it.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/date_words.hpp"
#include "portal/workbench/happenings.hpp"
#include "portal/workbench/panels.hpp"
#include "portal/workbench/timeline.hpp"
#include "shared/text/dates.hpp"

namespace putright::workbench {
namespace {

using canvas::Ink;
using canvas::Look;

// As long before the calendar's end as `putright policy check` warns.
constexpr std::chrono::days kWarnBefore{365};

struct Cell {
  std::string_view words;
  /// Where it begins, as a part of the row's width.
  float from;
};

// Words side by side, each wrapped in its own column.
void draw_cells(std::span<Cell const> cells, Ink const& ink, Look const& look) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = canvas::width_left();
  float height = 0;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    float const to = index + 1 < cells.size() ? cells[index + 1].from : 1.0F;
    float const room = width * (to - cells[index].from) - look.px(12);
    ImVec2 const place(at.x + width * cells[index].from, at.y + look.px(5));
    float const used = canvas::write_at(place, cells[index].words, ink, room);
    canvas::name_words(canvas::ItemKind::text, cells[index].words, place.x, place.y, place.x + room,
                       place.y + used);
    height = std::max(height, used);
  }
  canvas::take({width, height + look.px(10)});
  float const bottom = at.y + height + look.px(10);
  ImGui::GetWindowDrawList()->AddLine({at.x, bottom}, {at.x + width, bottom}, canvas::kLine);
}

void heading(std::string_view words, Look const& look) {
  canvas::gap(look.px(12));
  canvas::write(words, look.strong(16.5F), canvas::ItemKind::heading);
  canvas::gap(look.px(4));
}

void note(std::string_view words, Look const& look) {
  canvas::write(words, look.ink(14, canvas::kMutedInk));
}

std::string period_words(Period const& period) {
  std::string unit(name_in(kPeriodUnits, period.unit));
  std::replace(unit.begin(), unit.end(), '_', ' ');
  return std::to_string(period.count) + " " + unit;
}

std::string clause_words(ClauseRef const& clause) {
  return clause.document + ", " + clause.id;
}

void draw_rule(DeadlineRule const& rule, Look const& look) {
  std::string const count =
      period_words(rule.period) + " after " + event_words(rule.counts_from) +
      (rule.start == StartRule::same_day ? "" : ", from the next working day");
  std::string const until = "until " + event_words(rule.met_by) +
                            (rule.extension_limit ? "; may be extended by up to " +
                                                        period_words(rule.extension_limit->period)
                                                  : std::string());
  std::string const clause = clause_words(rule.clause);
  std::array<Cell, 4> const cells{
      {{short_name(rule.id), 0}, {count, 0.2F}, {until, 0.46F}, {clause, 0.74F}}};
  draw_cells(cells, look.ink(14), look);
}

void draw_course(Course const& course, PolicyBook const& book, Look const& look) {
  std::string words = std::string(name_in(kFeedbackKinds, course.kind)) + ": ";
  for (std::string const& id : course.brands) {
    Brand const* const brand = book.brand(id);
    if (id != course.brands.front()) words += ", ";
    words += brand == nullptr ? id : brand->name;
  }
  words.front() = static_cast<char>(words.front() - 'a' + 'A');
  canvas::gap(look.px(8));
  canvas::write(words, look.strong(14.5F));
  if (course.deadlines.empty()) note("No dates of its own: " + course.notice + ".", look);
  for (DeadlineRule const& rule : course.deadlines)
    draw_rule(rule, look);
}

void draw_editions(PolicyBook const& book, Look const& look) {
  for (Edition const& edition : book.editions) {
    heading(edition.title, look);
    std::string words = edition.id + ". In force from " + say_date(edition.in_force_from);
    if (edition.in_force_to) words += " to " + say_date(*edition.in_force_to);
    words += edition.switched == Switch::on ? ". Switched on. " : ". Switched off. ";
    words += "Arrivals: " + std::string(name_in(kReceiptRules, edition.receipt)) +
             "; working time ends at " + say_time(edition.close_of_business) + ".";
    note(words, look);
    for (Course const& course : edition.courses)
      draw_course(course, book, look);
  }
}

// Where the book counts or decides by a clause.
std::string honoured_by(ClauseRef const& clause, PolicyBook const& book) {
  std::string places;
  auto const add = [&](std::string const& place) {
    if (places.find(place) == std::string::npos) places += (places.empty() ? "" : "; ") + place;
  };
  for (Edition const& edition : book.editions) {
    for (Course const& course : edition.courses) {
      for (DeadlineRule const& rule : course.deadlines) {
        std::string const name = std::string(short_name(rule.id)) + " (" + edition.id + ")";
        if (rule.clause == clause) add(name);
        if (rule.extension_limit && rule.extension_limit->clause == clause)
          add("extension of " + name);
      }
    }
  }
  for (OmbudsmanRoute const& route : book.routes) {
    if (route.clause == clause) add("ombudsman's route of " + route.brand);
  }
  return places.empty() ? "in words and screens; no date counts by it" : places;
}

void draw_clauses(PolicyBook const& book, Look const& look) {
  for (PolicyDocument const& document : book.documents) {
    heading(document.title, look);
    note(document.publisher + ", " + document.version, look);
    for (Clause const& clause : document.clauses) {
      std::string const places = honoured_by({document.id, clause.id}, book);
      std::array<Cell, 3> const cells{{{clause.id, 0}, {clause.digest, 0.16F}, {places, 0.66F}}};
      draw_cells(cells, look.ink(14), look);
    }
  }
}

std::string age_words(std::optional<Date> checked_on, Date today) {
  if (!checked_on) return "never looked at";
  auto const days = (today - *checked_on).count();
  return "looked at on " + say_date(*checked_on) +
         (days > 0 ? ", " + std::to_string(days) + " days ago" : std::string());
}

void draw_contacts(Bench const& bench, Look const& look) {
  std::string owner;
  for (SourcedContact const& contact : bench.contacts) {
    if (contact.owner != owner) heading(contact.owner, look);
    owner = contact.owner;
    bool const is_sure = contact.standing == Standing::in_source;
    std::string const found = (contact.source.empty() ? "No source document" : contact.source) +
                              "; " + age_words(contact.checked_on, bench.real_today) +
                              (contact.note.empty() ? "" : ". " + contact.note);
    std::string const mark =
        is_sure ? std::string() : "Confirm before use. For " + contact.audience + " only.";
    std::array<Cell, 4> const cells{
        {{contact.kind, 0}, {contact.value, 0.09F}, {found, 0.42F}, {mark, 0.8F}}};
    draw_cells(cells, is_sure ? look.ink(14) : look.ink(14, canvas::kProblem), look);
  }
}

void draw_calendar(Bench const& bench, PolicyBook const& book, Look const& look) {
  WorkingCalendar const& calendar = book.calendar;
  heading("Bank holidays of England and Wales", look);
  auto const left = calendar.covered_to() - bench.real_today;
  note("All are known from " + say_date(calendar.covered_from()) + " to " +
           say_date(calendar.covered_to()) + ": " + std::to_string(left.count()) +
           " more days. Dates past the end are provisional.",
       look);
  if (left < kWarnBefore)
    canvas::write("The calendar ends within a year: merge the newer file.",
                  look.strong(14.5F, canvas::kProblem));
  canvas::gap(look.px(8));
  for (BankHoliday const& holiday : calendar.holidays()) {
    std::string const date = say_date(holiday.on);
    std::array<Cell, 2> const cells{{{date, 0}, {holiday.title, 0.3F}}};
    draw_cells(cells, look.ink(14), look);
  }
}

// The refused line, red from the column that is wrong.
void draw_refusal(PolicyRefusal const& refusal, Look const& look) {
  canvas::gap(look.px(8));
  canvas::write("Not loaded: " + refusal.file + ", line " + std::to_string(refusal.line) +
                    ", column " + std::to_string(refusal.column) + ": expected " +
                    refusal.expected + ".",
                look.strong(15, canvas::kProblem));
  std::string_view const line = refusal.source_line;
  auto const place = std::min(static_cast<std::size_t>(refusal.column - 1), line.size());
  ImVec2 const at = canvas::take({canvas::width_left(), look.px(30)});
  float const before = canvas::draw_line(at + ImVec2(0, look.px(6)), line.substr(0, place),
                                         look.ink(15, canvas::kMutedInk));
  canvas::draw_line_within(at + ImVec2(before, look.px(6)), line.substr(place),
                           look.strong(15, canvas::kProblem), canvas::width_left() - before);
  canvas::name_words(canvas::ItemKind::text, line, at.x, at.y, at.x + canvas::width_left(),
                     at.y + look.px(30));
}

void draw_draft(Bench& bench, Look const& look) {
  std::array<std::string_view, 2> const labels{"Open draft editions", "Back to the published ones"};
  int const pressed = button_row(labels, look);
  if (pressed == 0) bench.wish = Wish::open_editions;
  if (pressed == 1) bench.drops_draft = true;
  if (bench.has_draft) {
    canvas::gap(look.px(8));
    canvas::write("A draft is shown everywhere here. It is not published.",
                  look.strong(15, look.brand.main));
  }
  if (bench.refusal) draw_refusal(*bench.refusal, look);
}

}  // namespace

void draw_book_panel(Bench& bench, Shown const& shown, Look const& look) {
  canvas::write("Policy book", look.strong(18), canvas::ItemKind::heading);
  canvas::gap(look.px(8));
  draw_draft(bench, look);
  canvas::gap(look.px(10));
  constexpr std::array<std::string_view, 4> kParts{"Editions", "Clauses", "Contacts", "Calendar"};
  int const pressed = canvas::segmented("Policy book", kParts, static_cast<int>(bench.part), look,
                                        canvas::Segments::panels);
  if (pressed >= 0) bench.part = static_cast<BookPart>(pressed);
  switch (bench.part) {
    case BookPart::editions:
      draw_editions(shown.book, look);
      break;
    case BookPart::clauses:
      draw_clauses(shown.book, look);
      break;
    case BookPart::contacts:
      draw_contacts(bench, look);
      break;
    case BookPart::calendar:
      draw_calendar(bench, shown.book, look);
      break;
  }
}

}  // namespace putright::workbench
