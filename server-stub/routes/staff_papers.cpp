#include "server-stub/routes/staff_papers.hpp"

#include <charconv>

#include <unistd.h>

#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/notices/composing.hpp"
#include "server-stub/routes/case_files.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/telling.hpp"

namespace putright::routes {
namespace {

namespace words = colleagues::words;
using http::Answer;
using http::Refusal;

constexpr int kConflict = 409;

std::size_t position_in(Press const& press) {
  std::string const text = field(press.fields, "position");
  std::size_t position = kMaxEvents;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

Answer not_told_page() {
  return staff_page(colleagues::refused(words::kNotToldTitle, words::kNotTold), kConflict);
}

// The notice that the form names.
store::NoticeKey key_in(Press const& press) {
  return {press.place.reference, position_in(press), field(press.fields, "kind"),
          field(press.fields, "calendar")};
}

// The name under which this complaint has the file with this digest.
std::optional<std::string> file_named(Submission const& submission, std::string_view sha256) {
  auto const files =
      attachments_in(submission[Field::attachments]).value_or(std::vector<Attachment>{});
  for (auto const& file : files)
    if (file.sha256 == sha256) return std::string{file.name};
  return std::nullopt;
}

// All bytes of a kept file: at most kMaxAttachmentBytes.
std::optional<std::string> content_of(attachments::KeptFile const& kept) {
  std::string content(kept.bytes, '\0');
  std::size_t read = 0;
  while (read < content.size()) {
    ::ssize_t const got = ::pread(kept.file.number(), content.data() + read, content.size() - read,
                                  static_cast<::off_t>(read));
    if (got <= 0) return std::nullopt;
    read += static_cast<std::size_t>(got);
  }
  return content;
}

// Only who may record events may say that something was done.
bool may_handle(Pressed const& press) {
  if (press->colleague.may(ColleagueRole::handle)) return true;
  press->reply(page_of_refusal(refuse_counted(*press->stub, Refusal::role_missing)));
  return false;
}

void note(Pressed const& press, std::optional<ReplyBy> way, std::function<void()> const& shown) {
  if (!may_handle(press)) return;
  tell_by_hand(
      *press->stub, press->colleague, {key_in(*press), way},
      [press, shown](std::optional<Answer> const& refusal) {
        if (!refusal) return shown();
        press->reply(refusal->status == kConflict ? not_told_page() : page_of_refusal(*refusal));
      });
}

}  // namespace

void show_case_file_page(Pressed const& press) {
  if (!may_handle(press)) return;
  look(press, AuditAct::case_file_taken, [press](store::KeptComplaint const& kept) {
    auto screen = case_file_page(*press->stub, kept,
                                 "/staff/complaints/" + press->place.reference + "/case-file");
    return screen.ok() ? staff_page(screen.value()) : page_of_refusal(screen.error());
  });
}

void show_letter(Pressed const& press) {
  look(press, AuditAct::complaint_viewed, [press](store::KeptComplaint const& kept) {
    Stub& stub = *press->stub;
    auto const notices = stub.store.notices_of(kept.reference);
    if (!notices.ok()) return page_of_refusal(refuse_unread(stub, notices.error()));
    auto const letter =
        notices::letter_about(stub.policy.book, kept, notices.value(), key_in(*press), stub.origin,
                              "/staff/complaints/" + press->place.reference + "/letter");
    return letter ? staff_page(*letter) : no_such_page();
  });
}

void open_file(Pressed const& press) {
  std::string const sha256 = field(press->fields, "file");
  look(press, AuditAct::attachment_opened, [press, sha256](store::KeptComplaint const& kept) {
    auto const submission = parse_submission(kept.submission);
    auto const file = submission.ok() ? file_named(submission.value(), sha256) : std::nullopt;
    auto const opened = file ? press->stub->attachments.open_kept(sha256) : nullptr;
    auto content = opened ? content_of(*opened) : std::nullopt;
    if (!content) return no_such_page();
    Answer answer;
    answer.media_type = opened->media_type;
    answer.headers.push_back({"Cache-Control", "no-store"});
    answer.headers.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
    answer.headers.push_back(
        {"Content-Disposition", "attachment; filename*=UTF-8''" + http::percent_encoded(*file)});
    answer.body = std::move(*content);
    return answer;
  });
}

void note_told(Pressed const& press, std::function<void()> const& shown) {
  auto const way = value_in(kRepliesBy, field(press->fields, "way"));
  if (!way) return press->reply(no_such_page());
  note(press, way, shown);
}

void try_mail_again(Pressed const& press, std::function<void()> const& shown) {
  note(press, std::nullopt, shown);
}

}  // namespace putright::routes
