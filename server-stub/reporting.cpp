#include "server-stub/reporting.hpp"

#include "server-stub/limits.hpp"

namespace putright {
namespace {

constexpr std::size_t kMonthCharacters = 7;

bool is_month(std::string const& text) {
  return text.size() == kMonthCharacters && parse_date(text + "-01").has_value();
}

std::string month_of(Date day) {
  return format_date(day).substr(0, kMonthCharacters);
}

}  // namespace

Outcome<ReportQuery, std::vector<Problem>> report_query(ReportAsked const& asked,
                                                        PolicyBook const& book, Date today) {
  using std::chrono::months;
  std::chrono::year_month_day const day{today};
  Date const first{std::chrono::sys_days{(day.year() / day.month() / 1) - months{11}}};
  ReportQuery query{.from = asked.from.empty() ? month_of(first) : asked.from,
                    .to = asked.to.empty() ? month_of(today) : asked.to,
                    .brand = asked.brand,
                    .today = format_date(today),
                    .lines = limits::kReportLines};
  std::vector<Problem> problems;
  if (!is_month(query.from))
    problems.push_back(make_problem(ProblemCode::event_time_malformed, "/from", query.from));
  if (!is_month(query.to) || query.to < query.from)
    problems.push_back(make_problem(ProblemCode::event_time_malformed, "/to", query.to));
  if (!query.brand.empty() && book.brand(query.brand) == nullptr)
    problems.push_back(make_problem(ProblemCode::brand_unknown, "/brand", query.brand));
  if (!problems.empty()) return problems;
  return query;
}

}  // namespace putright
