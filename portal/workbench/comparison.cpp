#include "portal/workbench/comparison.hpp"

#include "portal/workbench/date_words.hpp"

namespace putright::workbench {
namespace {

std::string days_words(long count) {
  long const size = count < 0 ? -count : count;
  return std::to_string(size) + (size == 1 ? " day " : " days ") +
         (count < 0 ? "earlier" : "later");
}

std::string edition_words(std::optional<std::string> const& id, PolicyBook const& book) {
  if (!id) return "The edition in force";
  Edition const* const edition = book.edition(*id);
  return edition == nullptr ? *id : edition->title;
}

Reading read(Scenario const& scenario, PolicyBook const& book, std::string words) {
  return {std::move(words),
          assess(record_of(scenario), book, as_of(scenario), {.receipt = scenario.receipt})};
}

Reading read_edition(Scenario scenario, std::optional<std::string> const& id,
                     PolicyBook const& book) {
  scenario.edition = id;
  return read(scenario, book, edition_words(id, book));
}

Reading read_receipt(Scenario scenario, ReceiptRule rule, PolicyBook const& book) {
  scenario.receipt = rule;
  return read(
      scenario, book,
      rule == ReceiptRule::strict ? "Strict: the day it arrived" : "Rolled: the next working day");
}

void add_moved(std::vector<std::string>& lines, Deadline const& before, Deadline const& after) {
  auto const moved = (after.promised_on - before.promised_on).count();
  if (moved == 0) return;
  lines.push_back(std::string(short_name(before.rule->id)) + ": " + short_date(before.promised_on) +
                  "; " + short_date(after.promised_on) + " (" + days_words(moved) + ")");
}

// Deadlines of `one` that `other` lacks.
void add_missing(std::vector<std::string>& lines, Assessment const& one, Assessment const& other,
                 std::string_view where) {
  for (Deadline const& deadline : one.deadlines) {
    if (other.deadline(deadline.rule->id) != nullptr) continue;
    lines.push_back(std::string(short_name(deadline.rule->id)) + ": " +
                    short_date(deadline.promised_on) + ", only on the " + std::string(where));
  }
}

}  // namespace

std::vector<std::string> differences_between(Reading const& one, Reading const& other) {
  std::vector<std::string> lines;
  for (Reading const* const reading : {&one, &other}) {
    if (!reading->assessment.ok())
      lines.push_back(reading->words + ": " + reading->assessment.error().front().words);
  }
  if (!lines.empty()) return lines;
  Assessment const& before = one.assessment.value();
  Assessment const& after = other.assessment.value();
  for (Deadline const& deadline : before.deadlines) {
    Deadline const* const match = after.deadline(deadline.rule->id);
    if (match != nullptr) add_moved(lines, deadline, *match);
  }
  add_missing(lines, before, after, "left");
  add_missing(lines, after, before, "right");
  if (lines.empty()) lines.emplace_back("Nothing differs.");
  return lines;
}

Compared compare(Scenario const& scenario, Comparison const& comparison, Books const& books) {
  auto const both = [](Reading one, Reading other) {
    auto lines = differences_between(one, other);
    return Compared{std::move(one), std::move(other), std::move(lines)};
  };
  switch (comparison.contrast) {
    case Contrast::editions:
      return both(read_edition(scenario, comparison.one, books.invented),
                  read_edition(scenario, comparison.other, books.invented));
    case Contrast::receipts:
      return both(read_receipt(scenario, ReceiptRule::strict, books.invented),
                  read_receipt(scenario, ReceiptRule::rolled, books.invented));
    case Contrast::holidays:
      break;
  }
  return both(read(scenario, books.published, "Bank holidays as published"),
              read(scenario, books.invented, "With the invented bank holidays"));
}

}  // namespace putright::workbench
