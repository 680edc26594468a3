// `putright calendar merge`: newly published bank holidays into those known, and what that touches.
#include <fstream>
#include <iostream>
#include <sstream>

#include "server-stub/commands/calendar_tell.hpp"
#include "server-stub/commands/calendar_touched.hpp"
#include "server-stub/files.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/policy/bank_holidays.hpp"
#include "shared/policy/merge_bank_holidays.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright calendar merge FILE [--into FILE] [--records FILE] [--policy DIR] [--write]\n"
    "putright calendar touched [--config FILE] [--policy DIR]\n"
    "putright calendar tell [--write] [--config FILE] [--policy DIR]\n\n"
    "merge   merges a bank-holidays.json as GOV.UK publishes it (FILE) into the one known (--into; "
    "without "
    "it,\n"
    "public/policy/bank-holidays.json). Nothing known is ever dropped. Prints as JSON what was "
    "added,\n"
    "retitled, or is missing from the published file, the coverage, and with --records (one "
    "complaint record\n"
    "a line) which of their dates would be other under the merged calendar. With --write the known "
    "file is\n"
    "replaced; without it nothing is written.\n"
    "touched lists the open complaints in the store under PUTRIGHT_DATA whose promised date is not "
    "the one that\n"
    "the calendar gives now, one JSON line for each date. The promise stands.\n"
    "tell    lists the customers who were told a date that the calendar changes: one whose clock "
    "had "
    "not started,\n"
    "or that was counted past the last day known. One JSON line each. With --write each gets one "
    "notice, by the\n"
    "way they asked for, however often this is run. Run it when the stub has started with the new "
    "calendar.\n"
    "Exit codes: 0 ok, 1 not done, 2 wrong usage, 3 a file was refused.\n";

constexpr std::size_t kMostBytes = 4U << 20U;
constexpr char kKnownFile[] = "public/policy/bank-holidays.json";

void write_changes(json::Writer& writer, MergedHolidays const& merged) {
  writer.member("covered_from", format_date(merged.covered_from));
  writer.member("covered_to", format_date(merged.covered_to));
  writer.member("changes").begin_array();
  for (auto const& change : merged.changes) {
    writer.begin_object()
        .member("change", name(change.kind))
        .member("on", format_date(change.on))
        .member("title", change.title)
        .end_object();
  }
  writer.end_array();
}

// The same book with another calendar.
std::optional<PolicyBook> with_calendar(PolicyBook const& book, std::string const& holidays) {
  auto calendar = load_bank_holidays({"bank-holidays.json", holidays});
  if (!calendar.ok()) return std::nullopt;
  PolicyBook changed = book;
  changed.calendar = std::move(calendar).value();
  return changed;
}

void write_difference(json::Writer& writer, int line, Deadline const& before,
                      Deadline const& after) {
  writer.begin_object()
      .member("line", line)
      .member("deadline", name_in(kDeadlineIds, before.rule->id))
      .member("promised_on", format_date(before.promised_on))
      .member("due_on_now", format_date(after.due_on))
      .end_object();
}

// Each open complaint whose date would be other: the promise stands, colleagues are told.
int write_touched(json::Writer& writer, std::istream& records, PolicyBook const& before,
                  PolicyBook const& after) {
  int refused = 0;
  int line = 0;
  writer.member("touched").begin_array();
  for (std::string text; std::getline(records, text);) {
    ++line;
    auto const record = parse_record(text);
    Instant const as_of = record.ok() ? default_as_of(record.value()) : now();
    AssessOptions const quick{.receipt = std::nullopt, .explanation = Explanation::none};
    auto const old_dates = record.ok() ? assess(record.value(), before, as_of, quick)
                                       : Outcome<Assessment, std::vector<Problem>>{record.error()};
    auto const new_dates = record.ok() ? assess(record.value(), after, as_of, quick) : old_dates;
    if (!old_dates.ok() || !new_dates.ok()) {
      ++refused;
      continue;
    }
    for (auto const& deadline : old_dates.value().deadlines) {
      Deadline const* const other = new_dates.value().deadline(deadline.rule->id);
      if (!deadline.met_on && other != nullptr && other->due_on != deadline.due_on)
        write_difference(writer, line, deadline, *other);
    }
  }
  writer.end_array().member("records_read", line).member("records_refused", refused);
  return refused;
}

int refuse(std::string const& why) {
  std::cerr << why << '\n';
  return exit_input_refused;
}

int merge(CommandLine const& line) {
  std::string const known_path = line.has("--into") ? line.value("--into") : kKnownFile;
  auto const known = read_file(known_path, kMostBytes);
  auto const published = read_file(line.files.back(), kMostBytes);
  if (!known.ok()) return refuse(known.error().why);
  if (!published.ok()) return refuse(published.error().why);
  auto const merged =
      merge_bank_holidays({known_path, known.value()}, {line.files.back(), published.value()});
  if (!merged.ok()) return refuse(describe(merged.error()));
  json::Writer writer;
  write_changes(writer.begin_object(), merged.value());
  if (line.has("--records")) {
    auto const policy = open_policy_of(line);
    std::ifstream records{line.value("--records")};
    if (!policy) return exit_input_refused;
    if (!records) return refuse("putright: cannot read " + line.value("--records"));
    auto const before = with_calendar(policy->book, known.value());
    auto const after = with_calendar(policy->book, merged.value().json);
    if (!before || !after) return refuse("putright: the merged calendar does not load");
    write_touched(writer, records, *before, *after);
  }
  std::cout << writer.end_object().take() << '\n';
  if (!line.has("--write")) return exit_ok;
  auto const written = write_file(known_path, merged.value().json, Readers::everyone);
  if (written.ok()) return exit_ok;
  std::cerr << written.error().why << '\n';
  return exit_no;
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line =
      read_command_line(arguments, {"--into", "--records", "--policy", "--config"}, {"--write"});
  if (line && line->files == std::vector<std::string>{"touched"}) return list_touched(*line);
  if (line && line->files == std::vector<std::string>{"tell"}) return tell_changed_dates(*line);
  if (!line || line->files.size() != 2 || line->files.front() != "merge") {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  return merge(*line);
}

}  // namespace

Command const kCalendar{"calendar", "merge newly published bank holidays", run};

}  // namespace putright
