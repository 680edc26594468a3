#include "server-stub/routes/staff_papers.hpp"

#include <algorithm>
#include <charconv>

#include <unistd.h>

#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/notices/by_hand.hpp"
#include "server-stub/notices/composing.hpp"
#include "server-stub/routes/case_files.hpp"
#include "server-stub/routes/refusing.hpp"

namespace putright::routes {
namespace {

namespace words = colleagues::words;
using http::Answer;
using http::Refusal;

std::size_t position_in(Press const& press) {
  std::string const text = field(press.fields, "position");
  std::size_t position = kMaxEvents;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

Answer not_told_page() {
  return staff_page(colleagues::refused(words::kNotToldTitle, words::kNotTold), 409);
}

// The notice that the form names.
Outcome<std::optional<store::KeptNotice>, Failure> notice_of(Press const& press) {
  auto notices = press.stub->store.notices_of(press.place.reference);
  if (!notices.ok()) return notices.error();
  store::NoticeKey const key{press.place.reference, position_in(press),
                             field(press.fields, "kind")};
  auto const& all = notices.value();
  auto const found = std::find_if(
      all.begin(), all.end(), [&](store::KeptNotice const& notice) { return notice.key == key; });
  return found == all.end() ? std::optional<store::KeptNotice>{} : std::optional{*found};
}

void keep_outcome(Pressed const& press, std::optional<store::NoticeOutcome> outcome,
                  std::function<void()> const& shown) {
  if (!outcome) return press->reply(not_told_page());
  bool const queued =
      press->stub->writer.keep(std::move(*outcome), [press, shown](store::KeepOutcome const& kept) {
        if (kept.keeping == store::Keeping::kept) return shown();
        if (kept.keeping == store::Keeping::overtaken) return press->reply(not_told_page());
        press->reply(page_of_refusal(refuse_counted(*press->stub, Refusal::store_unavailable)));
      });
  if (!queued) press->reply(page_of_refusal(refuse_counted(*press->stub, Refusal::too_busy)));
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
    auto const letter = notices::letter_about(
        stub.policy.book, kept, notices.value(), position_in(*press), stub.origin,
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
  if (!may_handle(press)) return;
  auto const notice = notice_of(*press);
  auto const way = value_in(kRepliesBy, field(press->fields, "way"));
  if (!notice.ok())
    return press->reply(page_of_refusal(refuse_unread(*press->stub, notice.error())));
  if (!notice.value() || !way) return press->reply(no_such_page());
  keep_outcome(press,
               notices::sent_by_hand(*notice.value(), *way, press->colleague, press->stub->now()),
               shown);
}

void try_mail_again(Pressed const& press, std::function<void()> const& shown) {
  if (!may_handle(press)) return;
  auto const notice = notice_of(*press);
  if (!notice.ok())
    return press->reply(page_of_refusal(refuse_unread(*press->stub, notice.error())));
  if (!notice.value()) return press->reply(no_such_page());
  keep_outcome(press, notices::tried_again(*notice.value(), press->stub->now()), shown);
}

}  // namespace putright::routes
