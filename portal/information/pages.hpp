// The words of the information pages, as data: British English, short and plain (reading age about
// 9). `{acknowledge}`, `{respond}`, `{review}` and `{review_acknowledge}` are the edition's working
// days, `{brand}` is the brand's name. What each page says comes from the clause named beside it.
#pragma once
#include <array>
#include <span>
#include <string_view>

namespace putright::information {

using Words = std::string_view;

struct Section {
  Words heading;
  std::span<Words const> paragraphs;
  std::span<Words const> points;
};

/// One page. Its title is its heading; `name` is the last part of its address.
struct Page {
  Words name;
  Words title;
  Words lead;
  std::span<Section const> sections;
  /// What comes after the sections, made from data.
  enum class Ending { nothing, contacts, ombudsman, improvements } ending = Ending::nothing;
  /// The clause of the newer document that the page puts into our words; empty: none.
  Words clause;
};

/// All pages, in the order of the links at the foot of every screen.
std::span<Page const> pages();

}  // namespace putright::information
