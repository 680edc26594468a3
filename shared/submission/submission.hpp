// A submission: what a customer sends. Every answer is text under a field name; the names are the
// form's, the JSON's and the schema's alike. Checked in full on both sides; the browser's word is
// never taken.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/outcome.hpp"
#include "shared/base/problem.hpp"
#include "shared/policy/policy_book.hpp"
#include "shared/text/tidy.hpp"
#include "shared/wire/json.hpp"

namespace putright {

/// In screen order, which is the order of problems.
enum class Field {
  brand,
  kind,
  matter,
  relationship,
  what_happened,
  when_it_happened,
  who_was_affected,
  effect,
  what_would_put_it_right,
  earlier_reference,
  attachments,
  person_to_thank,
  on_behalf_of_name,
  on_behalf_of_relationship,
  on_behalf_of_consent,
  name,
  reply_by,
  email,
  phone,
  address,
  reply_format,
  adjustments,
};
inline constexpr std::size_t kFieldCount = 22;

/// `max_characters` counts Unicode characters (code points).
struct FieldRule {
  Field field;
  std::string_view name;
  std::size_t max_characters;
  Lines lines;
};

/// Every field, its name outside the process and its limit: the one place for them.
inline constexpr std::array<FieldRule, kFieldCount> kFieldRules{{
    {Field::brand, "brand", 100, Lines::one},
    {Field::kind, "kind", 100, Lines::one},
    {Field::matter, "matter", 100, Lines::one},
    {Field::relationship, "relationship", 100, Lines::one},
    {Field::what_happened, "what_happened", 30000, Lines::many},
    {Field::when_it_happened, "when_it_happened", 500, Lines::one},
    {Field::who_was_affected, "who_was_affected", 2000, Lines::many},
    {Field::effect, "effect", 5000, Lines::many},
    {Field::what_would_put_it_right, "what_would_put_it_right", 10000, Lines::many},
    {Field::earlier_reference, "earlier_reference", 100, Lines::one},
    {Field::attachments, "attachments", 4000, Lines::many},
    {Field::person_to_thank, "person_to_thank", 200, Lines::one},
    {Field::on_behalf_of_name, "on_behalf_of_name", 200, Lines::one},
    {Field::on_behalf_of_relationship, "on_behalf_of_relationship", 200, Lines::one},
    {Field::on_behalf_of_consent, "on_behalf_of_consent", 500, Lines::one},
    {Field::name, "name", 200, Lines::one},
    {Field::reply_by, "reply_by", 20, Lines::one},
    {Field::email, "email", 254, Lines::one},
    {Field::phone, "phone", 50, Lines::one},
    {Field::address, "address", 1000, Lines::many},
    {Field::reply_format, "reply_format", 100, Lines::one},
    {Field::adjustments, "adjustments", 2000, Lines::many},
}};

/// How a customer wants to be answered: the values of the field `reply_by`.
enum class ReplyBy { email, phone, letter };
inline constexpr std::array<Named<ReplyBy>, 3> kRepliesBy{{
    {ReplyBy::email, "email"},
    {ReplyBy::phone, "phone"},
    {ReplyBy::letter, "letter"},
}};

/// The form a reply may have, besides plain print: the values of the field `reply_format`.
enum class ReplyFormat {
  as_usual,
  large_print,
  easy_read,
  braille,
  audio,
  another_language,
  british_sign_language
};
inline constexpr std::array<Named<ReplyFormat>, 7> kReplyFormats{{
    {ReplyFormat::as_usual, "as_usual"},
    {ReplyFormat::large_print, "large_print"},
    {ReplyFormat::easy_read, "easy_read"},
    {ReplyFormat::braille, "braille"},
    {ReplyFormat::audio, "audio"},
    {ReplyFormat::another_language, "another_language"},
    {ReplyFormat::british_sign_language, "british_sign_language"},
}};

/// A file that goes with a submission: one line `<sha256> <name>` of the field `attachments`.
/// `sha256` is 64 lower-case hexadecimal digits; the file itself was sent before and is kept by it.
struct Attachment {
  std::string_view sha256;
  std::string_view name;
};

/// Of one file, at most. The page's script has this figure and the name's from here
/// (web/limits.mjs).
inline constexpr std::size_t kMaxAttachmentMegabytes = 10;
inline constexpr std::size_t kMaxAttachmentBytes = kMaxAttachmentMegabytes << 20U;

/// Files with one submission, and characters in the name of one, at most.
inline constexpr std::size_t kMaxAttachments = 10;
inline constexpr std::size_t kMaxAttachmentNameCharacters = 100;

/// The lines of the field `attachments`; views into it. Empty when a line has another shape.
std::optional<std::vector<Attachment>> attachments_in(std::string_view field);

/// Digits in a phone number, at least.
inline constexpr int kFewestPhoneDigits = 6;

FieldRule const& rule_of(Field field);
/// The rule of the field with this name, or null.
FieldRule const* field_named(std::string_view name);

/// The answers by field; an empty text is no answer. Texts are tidy (shared/text/tidy.hpp).
struct Submission {
  std::array<std::string, kFieldCount> answers;

  std::string const& operator[](Field field) const {
    return answers[static_cast<std::size_t>(field)];
  }
  std::string& operator[](Field field) { return answers[static_cast<std::size_t>(field)]; }
  /// Keeps a tidied answer.
  void set(Field field, std::string_view text);
  bool operator==(Submission const&) const = default;
};

/// Reads a submission's JSON: an object of texts. All problems at once (unknown fields, wrong
/// types).
Outcome<Submission, std::vector<Problem>> parse_submission(std::string_view json_text);

/// The same for a submission that is already JSON values, such as a part of a larger answer.
Outcome<Submission, std::vector<Problem>> read_submission(json::Value const& root);

/// Everything that must be put right before it can be sent, in screen order. Only the brand, the
/// kind, the words and one way to reply are required.
std::vector<Problem> check_submission(Submission const& submission, PolicyBook const& book);

/// The canonical form (RFC 8785): answers that were given, names sorted. What a receipt's digest is
/// of.
std::string canonical_json(Submission const& submission);

}  // namespace putright
