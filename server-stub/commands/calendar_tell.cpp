#include "server-stub/commands/calendar_tell.hpp"

#include <iostream>

#include <sys/stat.h>

#include "portal/notices/notice.hpp"
#include "server-stub/calendar_name.hpp"
#include "server-stub/commands/kept.hpp"
#include "server-stub/kept_record.hpp"
#include "server-stub/limits.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/date_changes.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

// Customers to tell are kept in groups: each group whole or not at all, with one flush of the disk.
struct Telling {
  KeptHere& here;
  std::string calendar;
  std::string policy_sha256;
  enum class Mode { look, write } mode = Mode::look;
  std::vector<store::ToKeep> group{};
  std::int64_t found = 0;
  std::int64_t told = 0;
};

// What is not kept now was added to since it was read, or was last counted with another calendar.
Done keep_group(Telling& telling) {
  auto const outcomes = telling.here.store->keep(telling.group);
  telling.group.clear();
  for (auto const& outcome : outcomes) {
    if (outcome.keeping == store::Keeping::unavailable)
      return Failure{telling.here.store->last_failure()};
    if (outcome.keeping == store::Keeping::kept) ++telling.told;
  }
  return std::monostate{};
}

void print(std::string const& reference, ReplyBy way, std::string const& changes) {
  json::Writer writer;
  writer.begin_object().member("reference", reference).member("way", name_in(kRepliesBy, way));
  writer.member("dates").raw(changes);
  std::cout << writer.end_object().take() << '\n';
}

store::NewDates new_dates(Telling const& telling, store::KeptComplaint const& kept,
                          std::string dates, store::NewNotice notice) {
  AuditEntry const entry{.at = now(),
                         .who = "operator",
                         .act = AuditAct::dates_changed,
                         .reference = kept.reference,
                         .what = telling.calendar,
                         .reason = "",
                         .content_sha256 = ""};
  return {.reference = kept.reference,
          .events = kept.events.size(),
          .told = kept.dates_told,
          .dates_read = std::move(dates),
          .policy_sha256 = telling.policy_sha256,
          .audit = {kept.reference, std::string{name_in(kAuditActs, entry.act)},
                    audit_entry_json(entry)},
          .notices = {std::move(notice)}};
}

// Who left no way to be told reads it on their page.
Done take(Telling& telling, store::KeptComplaint const& kept) {
  auto const record = record_of(kept);
  auto const submission = parse_submission(kept.submission);
  if (!record.ok() || !submission.ok()) return std::monostate{};
  auto const assessed =
      assess(record.value(), telling.here.policy.book, default_as_of(record.value()),
             {.receipt = {}, .explanation = Explanation::none});
  auto const way = way_of_replying(submission.value());
  if (!assessed.ok() || !way) return std::monostate{};
  auto const changes = changes_since(kept.dates_told, assessed.value());
  if (changes.empty()) return std::monostate{};
  ++telling.found;
  std::string const json = changes_json(changes);
  print(kept.reference, *way, json);
  if (telling.mode == Telling::Mode::look) return std::monostate{};
  telling.group.emplace_back(new_dates(
      telling, kept, dates_read(assessed.value()),
      {std::string{name_in(kNoticeKinds, NoticeKind::date_changed)},
       std::string{name_in(kRepliesBy, *way)}, format_instant(now()), telling.calendar, json}));
  return telling.group.size() < limits::kOverviewsTogether ? Done{std::monostate{}}
                                                           : keep_group(telling);
}

Done tell_all(Telling& telling) {
  auto done = each_kept(*telling.here.store, store::Overview::Open::yes, "calendar tell",
                        [&](store::KeptComplaint const& kept) { return take(telling, kept); });
  if (!done.ok() || telling.group.empty()) return done;
  return keep_group(telling);
}

// How it went, for whoever ran it; false: not everybody has a notice.
bool sum_up(Telling const& telling) {
  std::cerr << "putright calendar tell: " << telling.found << " customers to tell";
  if (telling.mode == Telling::Mode::look) {
    std::cerr << ", none told: --write tells them\n";
    return true;
  }
  std::cerr << ", " << telling.told << " told\n";
  if (telling.told == telling.found) return true;
  std::cerr << "putright calendar tell: the others were just added to, or the stub has not started "
               "with this calendar yet: when its log says overviews_renewed, run this again\n";
  return false;
}

}  // namespace

int tell_changed_dates(CommandLine const& line) {
  ::umask(077);
  auto here = open_kept_here(line);
  if (!here.ok()) {
    std::cerr << "putright calendar tell: " << here.error().why << '\n';
    return exit_no;
  }
  KeptHere kept = std::move(here).value();
  Telling telling{.here = kept,
                  .calendar = calendar_name(kept.policy.book.calendar),
                  .policy_sha256 = base64url(sha256(kept.policy.joined)),
                  .mode = line.has("--write") ? Telling::Mode::write : Telling::Mode::look};
  auto const done = tell_all(telling);
  if (done.ok()) return sum_up(telling) ? exit_ok : exit_no;
  std::cerr << "putright calendar tell: " << done.error().why << '\n';
  return exit_no;
}

}  // namespace putright
