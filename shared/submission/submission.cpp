#include "shared/submission/submission.hpp"

#include <algorithm>

#include "shared/wire/json_writer.hpp"

namespace putright {

FieldRule const& rule_of(Field field) {
  return kFieldRules[static_cast<std::size_t>(field)];
}

static constexpr bool rules_follow_the_list() {
  for (std::size_t index = 0; index < kFieldRules.size(); ++index) {
    if (static_cast<std::size_t>(kFieldRules[index].field) != index) return false;
  }
  return true;
}
static_assert(rules_follow_the_list(), "one rule for each field, in the order of the list");

FieldRule const* field_named(std::string_view name) {
  auto const found = std::find_if(kFieldRules.begin(), kFieldRules.end(),
                                  [&](FieldRule const& rule) { return rule.name == name; });
  return found == kFieldRules.end() ? nullptr : &*found;
}

void Submission::set(Field field, std::string_view text) {
  (*this)[field] = tidy_text(text, rule_of(field).lines);
}

static std::optional<Attachment> attachment_in(std::string_view line) {
  constexpr std::size_t kDigestDigits = 64;
  bool const shaped =
      line.size() > kDigestDigits + 1 && line[kDigestDigits] == ' ' &&
      line.find_first_not_of("0123456789abcdef") == kDigestDigits &&
      count_characters(line.substr(kDigestDigits + 1)) <= kMaxAttachmentNameCharacters;
  if (!shaped) return std::nullopt;
  return Attachment{line.substr(0, kDigestDigits), line.substr(kDigestDigits + 1)};
}

std::optional<std::vector<Attachment>> attachments_in(std::string_view field) {
  std::vector<Attachment> attachments;
  while (!field.empty()) {
    std::size_t const end = std::min(field.find('\n'), field.size());
    auto const attachment = attachment_in(field.substr(0, end));
    if (!attachment) return std::nullopt;
    attachments.push_back(*attachment);
    field.remove_prefix(std::min(end + 1, field.size()));
  }
  return attachments;
}

Outcome<Submission, std::vector<Problem>> parse_submission(std::string_view json_text) {
  auto const root = json::parse(json_text, json::kSubmissionLimits);
  if (!root.ok()) return std::vector<Problem>{json::problem_of(root.error(), json_text)};
  return read_submission(root.value());
}

Outcome<Submission, std::vector<Problem>> read_submission(json::Value const& root) {
  if (root.kind != json::Kind::object) {
    return std::vector<Problem>{make_problem(ProblemCode::not_an_object, "")};
  }
  Submission submission;
  std::vector<Problem> problems;
  for (auto const& member : root.members) {
    FieldRule const* const rule = field_named(member.name);
    std::string pointer = "/" + member.name;
    if (rule == nullptr) {
      problems.push_back(make_problem(ProblemCode::field_unknown, std::move(pointer), member.name));
    } else if (member.value.kind != json::Kind::string) {
      problems.push_back(
          make_problem(ProblemCode::field_wrong_type, std::move(pointer), member.name));
    } else {
      submission.set(rule->field, member.value.string);
    }
  }
  if (!problems.empty()) return problems;
  return submission;
}

std::string canonical_json(Submission const& submission) {
  static std::array<FieldRule, kFieldCount> const sorted = [] {
    auto rules = kFieldRules;
    std::sort(rules.begin(), rules.end(),
              [](FieldRule const& one, FieldRule const& other) { return one.name < other.name; });
    return rules;
  }();
  json::Writer writer{json::Order::canonical};
  writer.begin_object();
  for (auto const& rule : sorted) {
    if (!submission[rule.field].empty()) writer.member(rule.name, submission[rule.field]);
  }
  writer.end_object();
  return writer.take();
}

}  // namespace putright
