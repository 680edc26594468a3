// A report's question: which months and which brand, whoever asks (a colleague over the API, or the
// operator).
#pragma once
#include <string>
#include <vector>

#include "shared/base/problem.hpp"
#include "shared/policy/policy_book.hpp"
#include "shared/report/report_rows.hpp"

namespace putright {

/// What was asked, as texts; empty: not given.
struct ReportAsked {
  std::string from;
  std::string to;
  std::string brand;
};

/// The question, with the last twelve months where none are given; or what is wrong with it.
Outcome<ReportQuery, std::vector<Problem>> report_query(ReportAsked const& asked,
                                                        PolicyBook const& book, Date today);

}  // namespace putright
