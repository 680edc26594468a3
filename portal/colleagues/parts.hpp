// What colleagues' screens share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "portal/colleagues/screens.hpp"
#include "portal/view/tree.hpp"
#include "shared/base/problem.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright::colleagues {

/// The words of all problems with this pointer, or an empty text.
std::string words_at(std::vector<Problem> const& problems, std::string_view pointer);

/// Problems as the summary shows them; those that point at no field stand for the whole.
std::vector<view::ScreenProblem> summary_of(std::vector<Problem> const& problems);

/// The label of an id in a list of the policy book, or the id.
std::string label_in(std::vector<LabelledId> const& rows, std::string const& id);

/// Where the forms of a complaint's notices go: what was done is said at `told_at` (an address
/// without its last part), and a look needs a reason.
struct NoticePlace {
  std::string reference;
  std::string reason;
  std::string told_at;
};

/// How the customer is told, where it is, and why a mail did not go.
view::SummaryList notice_facts(NoticeLine const& line);

/// What may be printed and done by hand for a notice: what went is not done again.
void add_notice_forms(std::vector<view::Node>& body, NoticePlace const& place,
                      NoticeLine const& line, Known::May may);

/// The address of one complaint's page.
std::string complaint_path(std::string const& reference);

view::TextField line_field(std::string name, std::string_view label, std::string_view hint,
                           std::string value, std::string problem);

view::SummaryRow row(std::string_view label, std::string value);

/// Where a complaint is, and what it is about.
view::SummaryList facts(PolicyBook const& book, ComplaintRecord const& record,
                        Assessment const& assessment);

/// Who an event is by, and what was given with it.
std::string who_did(EventLine const& line);
std::string given_in_words(EventLine const& line);

/// An event as one of the answers to what happened.
view::Choice event_choice(EventType type);

/// The fields of an event's form, in screen order.
std::vector<view::Node> event_fields(EventType type,
                                     std::vector<std::pair<EventField, std::string>> const& given,
                                     std::vector<Problem> const& problems);

}  // namespace putright::colleagues
