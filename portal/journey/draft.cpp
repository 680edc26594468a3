#include "portal/journey/draft.hpp"

#include <algorithm>

#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr std::size_t kIdCharacters = 32;

bool is_draft_id(std::string_view text) {
  return text.size() == kIdCharacters && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

std::string draft_text(Draft const& draft) {
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("answers").raw(canonical_json(draft.answers));
  if (draft.is_for != Draft::For::unsaid) writer.member("for", name_in(kDraftsFor, draft.is_for));
  if (!draft.id.empty()) writer.member("id", draft.id);
  if (draft.then == Draft::Then::check_screen) writer.member("then", "check");
  writer.end_object();
  return writer.take();
}

Submission submission_of(Draft const& draft) {
  Submission submission = draft.answers;
  if (draft.is_for == Draft::For::somebody_else) return submission;
  for (Field const field :
       {Field::on_behalf_of_name, Field::on_behalf_of_relationship, Field::on_behalf_of_consent})
    submission.set(field, "");
  return submission;
}

Draft read_draft(std::string_view text) {
  Draft draft;
  auto const root = json::parse(text, json::kSubmissionLimits);
  if (!root.ok()) return draft;
  if (is_draft_id(root.value().string_at("id"))) draft.id = root.value().string_at("id");
  draft.is_for = value_in(kDraftsFor, root.value().string_at("for")).value_or(Draft::For::unsaid);
  if (root.value().string_at("then") == "check") draft.then = Draft::Then::check_screen;
  if (json::Value const* const answers = root.value().find("answers")) {
    for (auto const& member : answers->members) {
      FieldRule const* const rule = field_named(member.name);
      if (rule != nullptr && member.value.kind == json::Kind::string)
        draft.answers.set(rule->field, member.value.string);
    }
  }
  return draft;
}

}  // namespace putright
