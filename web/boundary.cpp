#include "web/boundary.hpp"

#include <optional>
#include <string>

#include "portal/journey/portal.hpp"
#include "shared/complaint/assess.hpp"
#include "shared/policy/load_policy_book.hpp"
#include "shared/submission/submission.hpp"
#include "shared/wire/assessment_json.hpp"
#include "shared/wire/json_writer.hpp"

using namespace putright;

namespace {

// One module serves one page, one call at a time.
std::string input;
std::string result;
std::optional<PolicyBook> book;

std::string refusal(std::string_view problems) {
  json::Writer writer;
  return writer.begin_object().member("problems").raw(problems).end_object().take();
}

std::string assess_text(std::string_view text) {
  auto const root = json::parse(text, json::kDocumentLimits);
  if (!root.ok()) return refusal(problems_json({json::problem_of(root.error(), text)}));
  json::Value const* const record_json = root.value().find("record");
  auto const as_of = parse_instant(root.value().string_at("as_of"));
  if (record_json == nullptr || !as_of) {
    return refusal(problems_json({make_problem(ProblemCode::event_time_malformed, "/as_of",
                                               root.value().string_at("as_of"))}));
  }
  auto const record = read_record(*record_json);
  if (!record.ok()) return refusal(problems_json(record.error()));
  AssessOptions const options{.receipt = value_in(kReceiptRules, root.value().string_at("receipt")),
                              .explanation = Explanation::full};
  auto const assessment = assess(record.value(), *book, *as_of, options);
  if (!assessment.ok()) return refusal(problems_json(assessment.error()));
  return explained_assessment_json(assessment.value(),
                                   alternatives_to(assessment.value(), record.value(), *book));
}

std::string check_text(std::string_view text) {
  auto const submission = parse_submission(text);
  if (!submission.ok()) return refusal(problems_json(submission.error()));
  return refusal(problems_json(check_submission(submission.value(), *book)));
}

// Nothing here throws (docs/decisions/0010): a bug traps, and the loader starts the module afresh.
template <class Work>
void answer_with(std::size_t size, Work work) {
  result = book ? work(std::string_view{input}.substr(0, size))
                : R"({"failure":"no policy book is open"})";
}

}  // namespace

extern "C" {

char* putright_reserve(std::size_t size) {
  input.resize(size);
  return input.data();
}

int putright_open_policy(std::size_t size) {
  auto loaded = load_joined_policy_book(std::string_view{input}.substr(0, size));
  if (!loaded.ok()) {
    result = describe(loaded.error());
    return 0;
  }
  book.emplace(std::move(loaded).value());
  result.clear();
  return 1;
}

void putright_answer(std::size_t size) {
  answer_with(size, [](std::string_view text) { return answer_json(text, *book); });
}

void putright_assess(std::size_t size) {
  answer_with(size, assess_text);
}

void putright_check(std::size_t size) {
  answer_with(size, check_text);
}

char const* putright_result_data() {
  return result.data();
}

std::size_t putright_result_size() {
  return result.size();
}

}  // extern "C"
