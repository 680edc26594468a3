// The checks of a submission, field by field, in screen order.
#include <algorithm>

#include "shared/submission/submission.hpp"

namespace putright {
namespace {

using enum Field;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

// One @ with something before it, and after it a dot with something on both sides. No more: mail
// servers judge.
bool looks_like_email(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), is_space)) return false;
  std::size_t const at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
    return false;
  std::string_view const host = text.substr(at + 1);
  if (host.size() < 3) return false;
  return host.substr(1, host.size() - 2).find('.') != std::string_view::npos;
}

int count_digits(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

class Check {
 public:
  Check(Submission const& submission, PolicyBook const& book)
      : submission_(submission), book_(book) {}

  std::vector<Problem> run() {
    check_brand();
    check_kind();
    check_known(matter, ProblemCode::matter_unknown);
    check_known(relationship, ProblemCode::relationship_unknown);
    for (Field const field : {what_happened, when_it_happened, who_was_affected, effect,
                              what_would_put_it_right, earlier_reference, attachments,
                              person_to_thank, on_behalf_of_name, on_behalf_of_relationship}) {
      if (field == what_happened && !given(field)) add(ProblemCode::what_happened_missing, field);
      check_length(field);
      if (field == attachments) check_attachments();
    }
    check_consent();
    check_length(name);
    check_reply();
    if (given(reply_format) && !value_in(kReplyFormats, submission_[reply_format]))
      add(ProblemCode::reply_format_unknown, reply_format);
    check_length(adjustments);
    return std::move(problems_);
  }

 private:
  bool given(Field field) const { return !submission_[field].empty(); }
  void add(ProblemCode code, Field field, std::string_view detail = {}) {
    problems_.push_back(make_problem(code, pointer_to(field), detail));
  }
  static std::string pointer_to(Field field) { return "/" + std::string{rule_of(field).name}; }

  void check_length(Field field) {
    std::size_t const limit = rule_of(field).max_characters;
    if (count_characters(submission_[field]) > limit)
      problems_.push_back(too_long(pointer_to(field), limit));
  }

  void check_brand() {
    if (!given(brand)) {
      add(ProblemCode::brand_missing, brand);
    } else if (book_.brand(submission_[brand]) == nullptr) {
      add(ProblemCode::brand_unknown, brand, submission_[brand]);
    }
  }

  void check_kind() {
    if (!given(kind)) {
      add(ProblemCode::kind_missing, kind);
    } else if (!value_in(kFeedbackKinds, submission_[kind])) {
      add(ProblemCode::kind_unknown, kind);
    }
  }

  void check_known(Field field, ProblemCode unknown) {
    if (!given(field)) return;
    bool const known = field == matter ? book_.matter(submission_[field]) != nullptr
                                       : book_.relationship(submission_[field]) != nullptr;
    if (!known) add(unknown, field);
  }

  void check_attachments() {
    auto const listed = attachments_in(submission_[attachments]);
    if (!listed) {
      add(ProblemCode::attachments_malformed, attachments);
    } else if (listed->size() > kMaxAttachments) {
      add(ProblemCode::attachments_too_many, attachments, std::to_string(kMaxAttachments));
    }
  }

  void check_consent() {
    if (given(on_behalf_of_name) && !given(on_behalf_of_consent))
      add(ProblemCode::consent_missing, on_behalf_of_consent);
    check_length(on_behalf_of_consent);
  }

  // One way to reply: the one chosen, or without a choice any that was given.
  void check_reply() {
    auto const by = value_in(kRepliesBy, submission_[reply_by]);
    if (!given(reply_by) && !given(email) && !given(phone) && !given(address)) {
      add(ProblemCode::reply_missing, reply_by);
    }
    if (given(reply_by) && !by) add(ProblemCode::reply_unknown, reply_by);
    check_email(by == ReplyBy::email ? Needed::yes : Needed::no);
    check_phone(by == ReplyBy::phone ? Needed::yes : Needed::no);
    if (by == ReplyBy::letter && !given(address)) add(ProblemCode::address_missing, address);
    check_length(address);
  }

  enum class Needed { no, yes };
  void check_email(Needed needed) {
    if (needed == Needed::yes && !given(email)) add(ProblemCode::email_missing, email);
    if (given(email) && !looks_like_email(submission_[email]))
      add(ProblemCode::email_incomplete, email);
    check_length(email);
  }

  void check_phone(Needed needed) {
    if (needed == Needed::yes && !given(phone)) add(ProblemCode::phone_missing, phone);
    if (given(phone) && count_digits(submission_[phone]) < kFewestPhoneDigits) {
      add(ProblemCode::phone_incomplete, phone, std::to_string(kFewestPhoneDigits));
    }
    check_length(phone);
  }

  Submission const& submission_;
  PolicyBook const& book_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_submission(Submission const& submission, PolicyBook const& book) {
  return Check{submission, book}.run();
}

}  // namespace putright
