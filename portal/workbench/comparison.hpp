// Two readings of the same complaint side by side: two editions, the two receipt rules, or before
// and after the invented bank holidays. Dates are asked of assess(); here they are only put beside
// each other.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "portal/workbench/scenario.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::workbench {

enum class Contrast { editions, receipts, holidays };

/// What is compared. Editions by their ids; absent: the one in force.
struct Comparison {
  Contrast contrast = Contrast::receipts;
  std::optional<std::string> one;
  std::optional<std::string> other;
  bool operator==(Comparison const&) const = default;
};

/// One side: what it is called, and what the complaint comes to.
struct Reading {
  std::string words;
  Outcome<Assessment, std::vector<Problem>> assessment;
};

struct Compared {
  Reading one;
  Reading other;
  /// What differs, in words; one line when nothing does.
  std::vector<std::string> differences;
};

/// The books that a comparison is made with: as published, and with the invented bank holidays.
/// The readings point into them.
struct Books {
  PolicyBook const& published;
  PolicyBook const& invented;
};

Compared compare(Scenario const& scenario, Comparison const& comparison, Books const& books);

/// "Stage 1 response: Thu 16 Apr; Fri 17 Apr (1 day later)" for each date that differs, and each
/// deadline that only one side has.
std::vector<std::string> differences_between(Reading const& one, Reading const& other);

}  // namespace putright::workbench
