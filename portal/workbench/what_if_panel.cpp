// What would be different: another edition, the other receipt rule, more bank holidays.
#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

void draw_edition(Bench& bench, Shown const& shown, Look const& look) {
  caption(bench.scenario.edition ? "Policy edition: whatever its dates"
                                 : "Policy edition: the one in force",
          look);
  std::vector<Option> options{{"The one in force"}};
  for (Edition const& edition : shown.book.editions)
    options.push_back({edition.title});
  std::string const words = shown.edition != nullptr ? shown.edition->title
                            : bench.scenario.edition ? *bench.scenario.edition
                                                     : std::string("None");
  if (auto const pressed = chooser("Policy edition", words, options, bench.picker, look)) {
    bench.scenario.edition.reset();
    if (*pressed > 0) bench.scenario.edition = shown.book.editions[*pressed - 1].id;
  }
  section_gap(look);
}

void draw_receipt(Bench& bench, Look const& look) {
  caption("Arrivals outside working time", look);
  constexpr std::array<std::string_view, 3> kLabels{"As edition", "Strict", "Rolled"};
  int const chosen = bench.scenario.receipt ? 1 + static_cast<int>(*bench.scenario.receipt) : 0;
  int const pressed = canvas::segmented("Receipt rule", kLabels, chosen, look);
  if (pressed == 0) bench.scenario.receipt.reset();
  if (pressed > 0) bench.scenario.receipt = static_cast<ReceiptRule>(pressed - 1);
  section_gap(look);
}

void draw_holiday(Bench& bench, std::size_t index, PolicyBook const& book, Look const& look) {
  std::string const what = "Bank holiday " + std::to_string(index + 1);
  Date const day = bench.scenario.invented_holidays[index];
  if (auto const moved = day_picker(what, day, book.calendar, bench.picker, look))
    move_invented_holiday(bench.scenario, index, *moved, book);
  canvas::gap(look.px(4));
  std::string const remove = "Remove " + what;
  std::array<std::string_view, 1> const labels{remove};
  if (button_row(labels, look) == 0) {
    remove_invented_holiday(bench.scenario, index);
    bench.picker.open.clear();
  }
  canvas::gap(look.px(8));
}

void draw_holidays(Bench& bench, Shown const& shown, Look const& look) {
  caption("If these were bank holidays too", look);
  for (std::size_t index = 0; index < bench.scenario.invented_holidays.size(); ++index)
    draw_holiday(bench, index, shown.book, look);
  constexpr std::array<std::string_view, 1> kLabels{"Add a bank holiday"};
  if (button_row(kLabels, look) == 0) add_invented_holiday(bench.scenario, shown.book);
  section_gap(look);
  if (bench.scenario.invented_holidays.empty()) return;
  if (bench.changes.empty()) canvas::write("They move no date.", look.ink(14.5F));
  for (std::string const& change : bench.changes)
    canvas::write(change, look.strong(14.5F));
  section_gap(look);
}

}  // namespace

void draw_what_if_panel(Bench& bench, Shown const& shown, Look const& look) {
  draw_edition(bench, shown, look);
  draw_receipt(bench, look);
  draw_holidays(bench, shown, look);
}

}  // namespace putright::workbench
