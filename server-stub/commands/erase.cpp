// `putright erase`: takes the words out of complaints whose time is over, or of one.
#include <iostream>

#include <sys/stat.h>

#include "server-stub/attachments/folder.hpp"
#include "server-stub/commands/kept.hpp"
#include "server-stub/erasing.hpp"
#include "shared/calendar/london.hpp"
#include "shared/submission/reference.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright erase --due [--write] [--config FILE] [--policy DIR]\n"
    "putright erase --reference REF --reason TEXT [--write] [--config FILE] [--policy DIR]\n\n"
    "Takes out of complaints what was written in them, and their files. What they were about, when "
    "each step\n"
    "was taken and the digests of what was written stay: case files and the audit log still "
    "verify\n"
    "(docs/operating/erasing.md). With --due, all that were closed or withdrawn longer ago than "
    "retention.json\n"
    "of the policy says. Without --write nothing is erased: it prints which ones would be, one "
    "JSON line each.\n"
    "While the stub runs, or not. It cannot be undone; backups still have what was erased.\n"
    "Exit codes: 0 ok, 1 not done, 2 wrong usage.\n";

constexpr char kDueReason[] = "retention period over";

struct Erasing {
  KeptHere& here;
  std::string reason;
  enum class Mode { look, write } mode = Mode::look;
  std::int64_t erased = 0;
};

void print(Erasing const& erasing, store::KeptComplaint const& kept) {
  json::Writer writer;
  writer.begin_object().member("reference", kept.reference).member("kind", kept.kind);
  writer.member("reason", erasing.reason).member("erased");
  writer.boolean(erasing.mode == Erasing::Mode::write);
  std::cout << writer.end_object().take() << '\n';
}

// The files that no other complaint has.
Done remove_files(KeptHere& here, std::vector<std::string> const& files) {
  if (files.empty()) return std::monostate{};
  auto const folder = attachments::Folder::open(here.config.data + "/attachments");
  if (!folder.ok()) return folder.error();
  for (auto const& sha256 : files) {
    auto const removed = folder.value().remove(
        sha256, [&](std::string const& file) { return here.store->is_attached(file); });
    if (!removed.ok()) return removed.error();
  }
  return std::monostate{};
}

Done erase(Erasing& erasing, store::KeptComplaint const& kept) {
  auto const files = erasing.here.store->attached_to(kept.reference);
  if (!files.ok()) return files.error();
  auto erasure = erasure_of(kept, erasing.reason, now());
  if (!erasure.ok()) return erasure.error();
  store::ToKeep const arrival = std::move(erasure).value();
  auto const keeping = erasing.here.store->keep(std::span{&arrival, 1}).front().keeping;
  if (keeping == store::Keeping::overtaken)
    return Failure{kept.reference + " was just added to: try again"};
  if (keeping != store::Keeping::kept && keeping != store::Keeping::repeated)
    return Failure{kept.reference + ": " + erasing.here.store->last_failure()};
  ++erasing.erased;
  return remove_files(erasing.here, files.value());
}

Done take(Erasing& erasing, store::KeptComplaint const& kept) {
  if (erasing.mode == Erasing::Mode::write) {
    if (auto done = erase(erasing, kept); !done.ok()) return done;
  }
  print(erasing, kept);
  return std::monostate{};
}

Done erase_due(Erasing& erasing) {
  auto const years = retention_of(erasing.here.policy.joined);
  if (!years.ok()) return years.error();
  Date const today = london_date(now());
  return each_kept(*erasing.here.store, store::Overview::Open::no, "erase",
                   [&](store::KeptComplaint const& kept) -> Done {
                     auto const record = record_of(kept);
                     if (!record.ok()) return std::monostate{};
                     auto const from = erasable_from(record.value(), years.value());
                     return from && *from <= today ? take(erasing, kept) : Done{std::monostate{}};
                   });
}

Done erase_one(Erasing& erasing, std::string const& reference) {
  auto const kept = erasing.here.store->find(normalise_reference(reference).value_or(""));
  if (!kept.ok()) return kept.error();
  if (!kept.value()) return Failure{"there is no complaint " + reference};
  if (!kept.value()->erased_on.empty())
    return Failure{reference + " was erased on " + kept.value()->erased_on};
  return take(erasing, *kept.value());
}

int run_erasing(CommandLine const& line) {
  auto here = open_kept_here(line);
  if (!here.ok()) {
    std::cerr << "putright erase: " << here.error().why << '\n';
    return exit_no;
  }
  KeptHere kept = std::move(here).value();
  bool const due = line.has("--due");
  Erasing erasing{kept, due ? kDueReason : line.value("--reason"),
                  line.has("--write") ? Erasing::Mode::write : Erasing::Mode::look};
  auto const done = due ? erase_due(erasing) : erase_one(erasing, line.value("--reference"));
  if (erasing.erased > 0) kept.store->forget_replaced();
  if (done.ok()) return exit_ok;
  std::cerr << "putright erase: " << done.error().why << '\n';
  return exit_no;
}

// One of the two, and a reason where one complaint is named.
bool is_whole(CommandLine const& line) {
  bool const one = line.has("--reference");
  return line.files.empty() && line.has("--due") != one && one == !line.value("--reason").empty();
}

int run(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const line = read_command_line(
      arguments, {"--config", "--policy", "--reference", "--reason"}, {"--due", "--write"});
  if (!line || !is_whole(*line)) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  ::umask(077);
  return run_erasing(*line);
}

}  // namespace

Command const kErase{"erase", "take the words out of what is over", run};

}  // namespace putright
