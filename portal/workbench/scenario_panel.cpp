#include <algorithm>
#include <array>

#include <imgui.h>

#include "portal/imgui/words.hpp"
#include "portal/workbench/panels.hpp"
#include "portal/workbench/scenario_json.hpp"

namespace putright::workbench {
namespace {

using canvas::Look;

constexpr std::array<float, 3> kScales{1.0F, 1.25F, 1.5F};

void draw_brands(Bench& bench, PolicyBook const& book, Look const& look) {
  caption("Brand", look);
  float const between = look.px(8);
  float const width = (canvas::width_left() - between) / 2;
  float const height = look.px(38);
  for (std::size_t row = 0; row < book.brands.size(); row += 2) {
    ImVec2 const at = canvas::take({canvas::width_left(), height});
    for (std::size_t column = 0; column < 2 && row + column < book.brands.size(); ++column) {
      Brand const& brand = book.brands[row + column];
      ImVec2 const from(at.x + (width + between) * static_cast<float>(column), at.y);
      canvas::Area const area{from, from + ImVec2(width, height)};
      bool const is_chosen = bench.scenario.brand == brand.id;
      canvas::Paint const dot = canvas::paint_of(brand.colour.main);
      if (canvas::dotted_choice(
              area, {brand.id, brand.name, canvas::ItemKind::choice, is_chosen, {.group = "Brand"}},
              dot, look)) {
        bench.scenario.brand = brand.id;
        bench.preview.pressed.reset();
      }
    }
    canvas::gap(between);
  }
  canvas::gap(look.px(6));
}

void draw_kind(Bench& bench, Look const& look) {
  constexpr std::array<std::string_view, 3> kLabels{"Complaint", "Comment", "Compliment"};
  int const pressed =
      canvas::segmented("Kind", kLabels, static_cast<int>(bench.scenario.kind), look);
  if (pressed >= 0) {
    bench.scenario.kind = static_cast<FeedbackKind>(pressed);
    bench.preview.pressed.reset();
    bench.preview.step = 0;
  }
  section_gap(look);
}

// One of the book's rows, or none.
void choose_row(std::string_view what, std::string& id, std::vector<LabelledId> const& rows,
                Picker& picker, Look const& look) {
  caption(what, look);
  std::vector<Option> options{{"Not told"}};
  std::string_view shown = id.empty() ? std::string_view("Not told") : std::string_view(id);
  for (LabelledId const& row : rows) {
    options.push_back({row.label});
    if (row.id == id) shown = row.label;
  }
  if (auto const pressed = chooser(what, shown, options, picker, look))
    id = *pressed == 0 ? std::string() : rows[*pressed - 1].id;
  section_gap(look);
}

void draw_examples(Bench& bench, PolicyBook const& book, Look const& look) {
  if (bench.examples.empty()) return;
  caption("Examples", look);
  std::vector<Option> options;
  for (Example const& example : bench.examples)
    options.push_back({example.name});
  auto const is_shown = [&](Example const& example) { return example.name == bench.example; };
  auto const found = std::find_if(bench.examples.begin(), bench.examples.end(), is_shown);
  bool const is_known = found != bench.examples.end();
  auto const pressed =
      chooser("Example", is_known ? found->name : "Choose an example", options, bench.picker, look);
  if (is_known && !pressed) {
    canvas::gap(look.px(6));
    canvas::write(found->about, look.ink(13.5F, canvas::kMutedInk));
  }
  if (pressed) show_example(bench, *pressed, book);
  section_gap(look);
}

void draw_files(Bench& bench, PolicyBook const& book, Look const& look) {
  constexpr std::array<std::string_view, 5> kLabels{"New", "Open", "Save", "Copy", "Paste"};
  switch (button_row(kLabels, look)) {
    case 0:
      bench.scenario = first_scenario(book);
      bench.example.clear();
      break;
    case 1:
      bench.wish = Wish::open_scenario;
      break;
    case 2:
      bench.saved = {"scenario.json", "application/json", scenario_json(bench.scenario)};
      break;
    case 3:
      bench.to_copy = scenario_json(bench.scenario);
      bench.message = "The scenario was copied.";
      break;
    case 4:
      bench.wish = Wish::paste_scenario;
      break;
    default:
      break;
  }
  section_gap(look);
}

void draw_undo(Bench& bench, Look const& look) {
  std::array<std::string_view, 2> const labels{"Undo", "Redo"};
  int const pressed = button_row(labels, look);
  if (pressed < 0) return;
  bool const can = pressed == 0 ? bench.edits.can_undo() : bench.edits.can_redo();
  if (!can) bench.message = pressed == 0 ? "Nothing to undo." : "Nothing to redo.";
  bench.turn = pressed == 0 ? Turn::undo : Turn::redo;
}

void draw_about(Bench& bench, PolicyBook const& book, Look const& look) {
  draw_examples(bench, book, look);
  draw_brands(bench, book, look);
  draw_kind(bench, look);
  choose_row("About", bench.scenario.matter, book.matters, bench.picker, look);
  choose_row("Relationship", bench.scenario.relationship, book.relationships, bench.picker, look);
  bool const is_represented = bench.scenario.speaker == Speaker::representative;
  if (canvas::toggle("Somebody tells us for them", is_represented, look))
    bench.scenario.speaker = is_represented ? Speaker::customer : Speaker::representative;
  section_gap(look);
  caption("Text size", look);
  constexpr std::array<std::string_view, 3> kLabels{"100%", "125%", "150%"};
  auto const at = std::find(kScales.begin(), kScales.end(), bench.scale) - kScales.begin();
  int const pressed = canvas::segmented("Text size", kLabels, static_cast<int>(at), look);
  if (pressed >= 0) bench.scale = kScales[static_cast<std::size_t>(pressed)];
}

}  // namespace

void show_example(Bench& bench, std::size_t index, PolicyBook const& book) {
  Example const& example = bench.examples[index];
  bench.scenario = example.scenario;
  set_today(bench.scenario, example.scenario.today, book);
  bench.example = example.name;
  bench.event.reset();
  bench.preview.pressed.reset();
}

void draw_scenario_panel(Bench& bench, Shown const& shown, Look const& look) {
  {
    float const half = canvas::width_left() / 2;
    ImVec2 const at = ImGui::GetCursorScreenPos();
    canvas::draw_line(at + ImVec2(0, look.px(6)), "Scenario", look.strong(18));
    canvas::name_words(canvas::ItemKind::heading, "Scenario", at.x, at.y, at.x + half,
                       at.y + look.px(30));
    ImGui::Indent(half);
    draw_undo(bench, look);
    ImGui::Unindent(half);
  }
  canvas::gap(look.px(8));
  canvas::write("Made up, and not kept unless you save it.", look.ink(14, canvas::kMutedInk));
  section_gap(look);
  draw_files(bench, shown.book, look);
  constexpr std::array<std::string_view, 3> kTabs{"About it", "Events", "What if"};
  int const tab = canvas::segmented("Scenario", kTabs, static_cast<int>(bench.tab), look,
                                    canvas::Segments::panels);
  if (tab >= 0) {
    bench.tab = static_cast<Tab>(tab);
    bench.picker.open.clear();
  }
  section_gap(look);
  switch (bench.tab) {
    case Tab::about:
      draw_about(bench, shown.book, look);
      break;
    case Tab::events:
      draw_events_panel(bench, shown, look);
      break;
    case Tab::what_if:
      draw_what_if_panel(bench, shown, look);
      break;
  }
}

}  // namespace putright::workbench
