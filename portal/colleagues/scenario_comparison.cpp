// Two readings of a scenario side by side, and which dates differ by how much.
#include <algorithm>

#include "portal/colleagues/parts.hpp"
#include "portal/colleagues/scenario_screens.hpp"
#include "portal/colleagues/scenario_words.hpp"
#include "portal/screens/parts.hpp"
#include "portal/screens/screens.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"

namespace putright::colleagues {
namespace {

using screens::heading;
using view::Action;
using view::Node;
using view::plain;
using workbench::Compared;
using workbench::Reading;

std::string days_in_words(long days) {
  if (days == 0) return std::string{words::kSame};
  if (days == 1) return std::string{words::kOneDayLater};
  if (days == -1) return std::string{words::kOneDayEarlier};
  return fill(days > 0 ? words::kDaysLater : words::kDaysEarlier,
              {{"count", std::to_string(std::abs(days))}});
}

std::string date_cell(Deadline const* deadline) {
  if (deadline == nullptr) return std::string{words::kNoSuchDeadline};
  return say_date(deadline->promised_on) + ". " + state_in_words(*deadline);
}

view::Text difference_cell(Deadline const* one, Deadline const* other) {
  if (one == nullptr || other == nullptr) return {view::strong(std::string{words::kOnlyThere})};
  std::string text = days_in_words((other->promised_on - one->promised_on).count());
  if (one->promised_on == other->promised_on) return plain(std::move(text));
  return {view::strong(std::move(text))};
}

view::Table comparison_table(Reading const& one, Reading const& other) {
  view::Table table{std::string{words::kDeadlinesCaption},
                    {{std::string{words::kColumnDeadline}},
                     {one.words},
                     {other.words},
                     {std::string{words::kColumnDifference}}},
                    {}};
  for (auto const& row : kDeadlineIds) {
    Deadline const* const before = one.assessment.value().deadline(row.value);
    Deadline const* const after = other.assessment.value().deadline(row.value);
    if (before == nullptr && after == nullptr) continue;
    table.rows.push_back({plain(std::string{deadline_name(row.value)}), plain(date_cell(before)),
                          plain(date_cell(after)), difference_cell(before, after)});
  }
  return table;
}

// The same in words: the table's last columns are out of sight on a phone.
Node becomes(Deadline const& before, Deadline const& after) {
  return screens::paragraph(
      fill(words::kBecomes,
           {{"before", say_date(before.promised_on)},
            {"after", say_date(after.promised_on)},
            {"difference", days_in_words((after.promised_on - before.promised_on).count())}}));
}

// The why of every date of the other side that is not the same.
void add_whys(std::vector<Node>& body, Tried const& tried, Compared const& compared) {
  bool nothing = true;
  for (Deadline const& deadline : compared.other.assessment.value().deadlines) {
    Deadline const* const before = compared.one.assessment.value().deadline(deadline.rule->id);
    if (before != nullptr && before->promised_on == deadline.promised_on) continue;
    nothing = false;
    body.push_back(
        heading(2, fill(words::kWhyHeading, {{"deadline", deadline_name(deadline.rule->id)},
                                             {"date", say_date(deadline.promised_on)}})));
    if (before != nullptr) body.push_back(becomes(*before, deadline));
    screens::append(body, scenario_why(tried, deadline));
  }
  if (nothing) body.push_back({view::Inset{plain(std::string{words::kNothingDiffers})}});
}

void add_refusals(std::vector<Node>& body, Compared const& compared) {
  for (Reading const* const side : {&compared.one, &compared.other}) {
    if (side->assessment.ok()) continue;
    for (Problem const& problem : side->assessment.error())
      body.push_back({view::Warning{
          plain(fill(words::kSideRefused, {{"side", side->words}, {"words", problem.words}}))}});
  }
}

}  // namespace

std::vector<view::Choice> comparisons(Tried const& tried) {
  std::vector<view::Choice> all{{"receipts", std::string{words::kCompareReceipts}, ""}};
  if (!tried.scenario.invented_holidays.empty())
    all.push_back({"holidays", std::string{words::kCompareHolidays}, ""});
  for (Edition const& edition : tried.published.editions) {
    if (edition.id == tried.scenario.edition) continue;
    all.push_back(
        {"edition:" + edition.id, fill(words::kCompareEdition, {{"edition", edition.title}}), ""});
  }
  return all;
}

view::Screen scenario_comparison(Tried const& tried, Compared const& compared,
                                 std::optional<Date> holiday) {
  auto screen = colleagues_screen("scenario-comparison", std::string{kScenarioPath},
                                  std::string{words::kCompareTitle});
  auto& body = screen.body;
  body.push_back(heading(1, screen.title));
  if (compared.one.assessment.ok() && compared.other.assessment.ok()) {
    body.push_back({comparison_table(compared.one, compared.other)});
    add_whys(body, tried, compared);
  } else {
    add_refusals(body, compared);
  }
  view::Form form = scenario_form(tried.scenario);
  form.body.push_back({Action{std::string{words::kScenarioReturn}, "show"}});
  if (holiday) {
    form.carried.emplace_back("holiday", format_date(*holiday));
    form.body.push_back(
        {Action{std::string{words::kKeepHoliday}, "keep-holiday", Action::Weight::second}});
  }
  body.push_back({std::move(form)});
  return screen;
}

}  // namespace putright::colleagues
