// The parts that several screens share: the course of a complaint, one date's explanation, who else
// can help.
#pragma once
#include "portal/view/tree.hpp"
#include "shared/complaint/assess.hpp"

namespace putright::screens {

/// Whether what the dates count from has happened: before sending, nothing may look as if it had.
enum class Arrival { received, expected };

/// The arrival, then each deadline as a step with its date in words and how it was worked out.
view::Timeline timeline(PolicyBook const& book, Assessment const& assessment, Date received_on,
                        Arrival arrival);

/// How one deadline was worked out: a sentence or two, the rule, and every day.
std::vector<view::Node> explanation(PolicyBook const& book, Deadline const& deadline);

/// When a deadline falls, in words, such as "By Thursday 16 April 2026".
std::string when_in_words(Deadline const& deadline);

/// The advice of a brand before anything is known of the complaint.
OmbudsmanAdvice advice_for(PolicyBook const& book, Brand const& brand);

/// The ombudsman that fits, or what to do where the policy names none.
std::vector<view::Node> who_else_can_help(OmbudsmanAdvice const& advice);

/// What to do when nothing can be sent by this website at all.
std::vector<view::Node> last_resort(Brand const& brand);

/// A brand's or scheme's ways of contact, those for customers only.
std::vector<view::ContactWay> ways_of(std::vector<Contact> const& contacts);

/// Puts nodes after those that are there.
void append(std::vector<view::Node>& to, std::vector<view::Node> nodes);

/// The words for a kind of feedback from a table of three.
template <class Table>
std::string for_kind(Table const& table, FeedbackKind kind) {
  return std::string{table[static_cast<std::size_t>(kind)]};
}

}  // namespace putright::screens
