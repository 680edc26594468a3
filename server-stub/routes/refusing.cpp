#include "server-stub/routes/refusing.hpp"

#include <algorithm>

#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;

Refusal refusal_for(ProblemCode code) {
  switch (code) {
    case ProblemCode::json_too_large:
      return Refusal::body_too_large;
    case ProblemCode::json_malformed:
    case ProblemCode::json_too_deep:
    case ProblemCode::json_repeated_key:
    case ProblemCode::not_an_object:
      return Refusal::body_malformed;
    default:
      return Refusal::body_not_accepted;
  }
}

bool is_key_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

}  // namespace

Answer refuse_counted(Stub& stub, Refusal refusal) {
  stub.metrics.count_refusal(name(refusal));
  return refuse(refusal);
}

Answer refuse_erased(Stub& stub, store::KeptComplaint const& kept) {
  Answer answer = refuse_counted(stub, Refusal::complaint_erased);
  answer.body.back() = ',';
  answer.body += R"("erased_on":")" + kept.erased_on + "\"}";
  return answer;
}

Answer refuse_problems(Stub& stub, std::vector<Problem> const& problems) {
  return refuse_problems(stub, refusal_for(problems.front().code), problems);
}

Answer refuse_problems(Stub& stub, Refusal refusal, std::vector<Problem> const& problems) {
  for (auto const& problem : problems)
    stub.metrics.count_refusal(name(problem.code));
  return refuse(refusal, problems);
}

Answer refuse_unread(Stub& stub, Failure const& failure) {
  stub.metrics.count_store_failure();
  log_line("store_read_failed", {{"why", std::string_view{failure.why}}});
  return refuse(Refusal::store_unavailable);
}

std::optional<Refusal> refusal_of_key(std::string_view key) {
  if (key.empty()) return Refusal::idempotency_key_missing;
  bool const good = key.size() >= limits::kIdempotencyKeyLeast &&
                    key.size() <= limits::kIdempotencyKeyMost &&
                    std::all_of(key.begin(), key.end(), is_key_character);
  if (!good) return Refusal::idempotency_key_malformed;
  return std::nullopt;
}

std::optional<Refusal> refusal_of_headers(http::Request const& request) {
  if (http::media_type_of(request.header("Content-Type")) != "application/json")
    return Refusal::media_type_not_supported;
  return refusal_of_key(request.header("Idempotency-Key"));
}

}  // namespace putright::routes
