#include "server-stub/commands/calendar_touched.hpp"

#include <iostream>

#include "server-stub/commands/kept.hpp"
#include "server-stub/kept_record.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

// The promise stands. Where the calendar now gives an earlier day, the customer waits longer than
// they would have to; where a later one, we have less time than the policy gives.
void print_difference(std::string const& reference, Deadline const& deadline) {
  json::Writer writer;
  writer.begin_object().member("reference", reference);
  writer.member("deadline", name_in(kDeadlineIds, deadline.rule->id));
  writer.member("promised_on", format_date(deadline.promised_on));
  writer.member("due_on_now", format_date(deadline.due_on));
  std::cout << writer.end_object().take() << '\n';
}

void print_differences(store::KeptComplaint const& kept, PolicyBook const& book) {
  auto const record = record_of(kept);
  if (!record.ok()) return;
  auto const assessed = assess(record.value(), book, default_as_of(record.value()),
                               {.receipt = {}, .explanation = Explanation::none});
  if (!assessed.ok()) return;
  for (auto const& deadline : assessed.value().deadlines) {
    bool const promised = deadline.state != DeadlineState::projected;
    if (promised && !deadline.met_on && deadline.due_on != deadline.promised_on)
      print_difference(kept.reference, deadline);
  }
}

}  // namespace

int list_touched(CommandLine const& line) {
  auto const here = open_kept_here(line);
  auto const done =
      here.ok() ? each_kept(*here.value().store, store::Overview::Open::yes, "calendar touched",
                            [&](store::KeptComplaint const& kept) -> Done {
                              print_differences(kept, here.value().policy.book);
                              return std::monostate{};
                            })
                : Done{here.error()};
  if (done.ok()) return exit_ok;
  std::cerr << "putright calendar touched: " << done.error().why << '\n';
  return exit_no;
}

}  // namespace putright
