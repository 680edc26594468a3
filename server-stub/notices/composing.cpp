#include "server-stub/notices/composing.hpp"

#include <algorithm>

#include "portal/notices/mail_page.hpp"
#include "portal/notices/plain_text.hpp"
#include "server-stub/kept_record.hpp"
#include "shared/wire/date_changes.hpp"

namespace putright::notices {
namespace {

// The first address of the brand that customers may write to; empty: none.
std::string reply_address(Brand const& brand) {
  for (auto const& contact : brand.contacts) {
    if (contact.kind == ContactKind::email && contact.audience == Audience::customers)
      return contact.value;
  }
  return {};
}

// The same for the same notice, however often it is sent and by whichever stub.
std::string message_id(store::NoticeKey const& notice, std::string const& from) {
  return notice.reference + "." + std::to_string(notice.position) + "." + notice.kind +
         (notice.calendar.empty() ? "" : "." + notice.calendar) + from.substr(from.find('@'));
}

}  // namespace

std::optional<NoticeFacts> facts_of(store::KeptComplaint const& kept,
                                    store::KeptNotice const& notice, std::string const& origin) {
  auto const kind = value_in(kNoticeKinds, notice.key.kind);
  auto const made_at = parse_instant(notice.made_at);
  auto submission = parse_submission(kept.submission);
  if (!kind || !made_at || !submission.ok() || notice.key.position >= kept.events.size())
    return std::nullopt;
  store::KeptComplaint then = kept;
  then.events.resize(notice.key.position + 1);
  auto record = record_of(then);
  if (!record.ok()) return std::nullopt;
  return NoticeFacts{.kind = *kind,
                     .reference = kept.reference,
                     .record = std::move(record).value(),
                     .submission = std::move(submission).value(),
                     .made_at = *made_at,
                     .origin = origin,
                     .changes = changes_in(notice.changes)};
}

Outcome<Message, Failure> compose(PolicyBook const& book, NoticeFacts const& facts,
                                  store::NoticeKey const& notice, std::string const& from) {
  std::string const& to = facts.submission[Field::email];
  if (!is_mail_address(to)) return Failure{"the address is not one that mail can be sent to"};
  auto const screen = notice_screen(book, facts);
  if (!screen.ok()) return Failure{"the record does not make sense any more"};
  Brand const& brand = *book.brand(facts.record.brand);
  return Message{.from = from,
                 .from_name = brand.name,
                 .to = to,
                 .reply_to = reply_address(brand),
                 .subject = screen.value().title,
                 .id = message_id(notice, from),
                 .made_at = facts.made_at,
                 .plain_text = render_plain_text(screen.value()),
                 .html = render_mail_page(screen.value())};
}

std::optional<view::Screen> letter_about(PolicyBook const& book, store::KeptComplaint const& kept,
                                         std::vector<store::KeptNotice> const& notices,
                                         store::NoticeKey const& about, std::string const& origin,
                                         std::string path) {
  auto const found =
      std::find_if(notices.begin(), notices.end(),
                   [&](store::KeptNotice const& notice) { return notice.key == about; });
  if (found == notices.end()) return std::nullopt;
  auto const facts = facts_of(kept, *found, origin);
  if (!facts) return std::nullopt;
  auto screen = letter_screen(book, *facts, std::move(path));
  if (!screen.ok()) return std::nullopt;
  return std::move(screen).value();
}

}  // namespace putright::notices
