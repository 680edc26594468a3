#include "server-stub/routes/letters.hpp"

#include <array>
#include <charconv>

#include "portal/colleagues/screens.hpp"
#include "server-stub/http/form.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/routes/auditing.hpp"
#include "server-stub/routes/known.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/signing_in.hpp"
#include "server-stub/routes/staff.hpp"
#include "server-stub/routes/staff_papers.hpp"
#include "server-stub/routes/telling.hpp"
#include "shared/calendar/london.hpp"
#include "shared/submission/reference.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using http::Answer;
using http::Refusal;
using http::Reply;
using http::Request;

struct LettersPage {
  std::vector<store::HandNotice> rows;
  /// What the next page comes after; empty: there is none.
  std::string more;
};

// A place in the list: when it was made, reference, position, kind and calendar.
constexpr std::size_t kPlaceParts = 5;

std::string place_after(store::KeptNotice const& notice) {
  return notice.made_at + "," + notice.key.reference + "," + std::to_string(notice.key.position) +
         "," + notice.key.kind + "," + notice.key.calendar;
}

// From the start, when the text is no place.
store::HandQuery query_after(std::string_view place) {
  std::array<std::string, kPlaceParts> parts;
  for (auto& part : parts) {
    auto const end = std::min(place.find(','), place.size());
    part = place.substr(0, end);
    place.remove_prefix(std::min(end + 1, place.size()));
  }
  store::HandQuery query{parts[0], {parts[1], 0, parts[3], parts[4]}, limits::kWorkListRows + 1};
  std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), query.after.position);
  return query;
}

store::HandQuery query_of(Request const& request) {
  return query_after(field(http::parse_form(request.query).value_or(http::FormFields{}), "after"));
}

Outcome<LettersPage, Failure> read_letters(Stub& stub, store::HandQuery const& query) {
  auto rows = stub.store.notices_by_hand(query);
  if (!rows.ok()) return rows.error();
  LettersPage page{std::move(rows).value(), ""};
  if (page.rows.size() <= limits::kWorkListRows) return page;
  page.rows.resize(limits::kWorkListRows);
  page.more = place_after(page.rows.back().notice);
  return page;
}

Date made_on(store::KeptNotice const& notice) {
  return london_date(parse_instant(notice.made_at).value_or(Instant{}));
}

// No clause gives a day: ours is the next working day, so that the dates in it are still fresh.
Date due_on(Stub const& stub, store::KeptNotice const& notice) {
  Date const made = made_on(notice);
  auto const day = stub.policy.book.calendar.add(made, WorkingDays{limits::kHandNoticeWorkingDays});
  return day.ok() ? day.value() : made;
}

AuditEntry letters_entry(Stub& stub, Colleague const& colleague) {
  return {.at = stub.now(),
          .who = colleague_as_who(colleague.id),
          .act = AuditAct::letters_viewed,
          .reference = "",
          .what = "",
          .reason = "",
          .content_sha256 = ""};
}

void write_row(json::Writer& writer, Stub const& stub, store::HandNotice const& row) {
  store::KeptNotice const& notice = row.notice;
  writer.begin_object().member("reference", notice.key.reference).member("brand", row.brand);
  writer.member("position", static_cast<std::int64_t>(notice.key.position));
  writer.member("kind", notice.key.kind).member("calendar", notice.key.calendar);
  writer.member("way", notice.way).member("state", name_in(store::kNoticeStates, notice.state));
  writer.member("made_at", notice.made_at).member("due_on", format_date(due_on(stub, notice)));
  writer.member("last_failure", notice.last_failure).end_object();
}

Answer letters_json(Stub const& stub, LettersPage const& page) {
  json::Writer writer;
  writer.begin_object().member("today", format_date(london_date(stub.now())));
  writer.member("letters").begin_array();
  for (auto const& row : page.rows)
    write_row(writer, stub, row);
  writer.end_array().member("more");
  if (page.more.empty()) {
    writer.null();
  } else {
    writer.string(page.more);
  }
  return json_answer(writer.end_object().take());
}

// What a program says was done; none: it cannot be read.
std::optional<Telling> telling_in(std::string const& reference, std::string const& body) {
  auto const root = json::parse(body, json::kSubmissionLimits);
  json::Value const* const position = root.ok() ? root.value().find("position") : nullptr;
  bool const is_position =
      position != nullptr && position->kind == json::Kind::integer && position->integer >= 0;
  auto const way = root.ok() ? value_in(kRepliesBy, root.value().string_at("way")) : std::nullopt;
  if (!is_position || !way) return std::nullopt;
  return Telling{{reference, static_cast<std::size_t>(position->integer),
                  std::string{root.value().string_at("kind")},
                  std::string{root.value().string_at("calendar")}},
                 way};
}

std::string told_json(Telling const& telling) {
  json::Writer writer;
  writer.begin_object().member("reference", telling.notice.reference);
  writer.member("position", static_cast<std::int64_t>(telling.notice.position));
  writer.member("kind", telling.notice.kind).member("calendar", telling.notice.calendar);
  writer.member("way", name_in(kRepliesBy, *telling.way));
  writer.member("state", name_in(store::kNoticeStates, store::NoticeState::sent));
  return writer.end_object().take();
}

Answer letters_page(Stub& stub, store::HandQuery const& query) {
  auto const found = read_letters(stub, query);
  if (!found.ok()) return page_of_refusal(refuse_unread(stub, found.error()));
  colleagues::Letters letters;
  for (auto const& row : found.value().rows)
    letters.lines.push_back({row.notice.key.reference, row.brand, notice_line(row.notice),
                             made_on(row.notice), due_on(stub, row.notice)});
  if (!found.value().more.empty())
    letters.more = std::string{colleagues::kLettersPath} +
                   "?after=" + http::percent_encoded(found.value().more);
  return staff_page(colleagues::letters(stub.policy.book, letters, london_date(stub.now())));
}

}  // namespace

void list_letters(Stub& stub, Request const& request, Reply reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::handle});
  if (!colleague.ok()) return reply(colleague.error());
  audit_first(stub, letters_entry(stub, colleague.value()), std::move(reply),
              [&stub, query = query_of(request)] {
                auto const page = read_letters(stub, query);
                return page.ok() ? letters_json(stub, page.value())
                                 : refuse_unread(stub, page.error());
              });
}

void record_told(Stub& stub, Request const& request, Reply reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::handle});
  if (!colleague.ok()) return reply(colleague.error());
  if (http::media_type_of(request.header("Content-Type")) != "application/json")
    return reply(refuse_counted(stub, Refusal::media_type_not_supported));
  auto const telling = telling_in(normalise_reference(request.captured).value_or(""), request.body);
  if (!telling) return reply(refuse_counted(stub, Refusal::body_malformed));
  tell_by_hand(stub, colleague.value(), *telling,
               [telling = *telling, reply = std::move(reply)](std::optional<Answer> refusal) {
                 reply(refusal ? std::move(*refusal) : json_answer(told_json(telling)));
               });
}

void show_letters(Stub& stub, Request const& request, Reply const& reply) {
  auto const colleague = colleague_for(stub, request, {ColleagueRole::handle});
  if (!colleague.ok()) return reply(page_of_refusal(colleague.error()));
  audit_first(
      stub, letters_entry(stub, colleague.value()),
      [reply](Answer const& answer) { reply(as_page(answer)); },
      [&stub, query = query_of(request)] { return letters_page(stub, query); });
}

void answer_letters_form(Pressed const& press, std::string_view button) {
  press->place.reference = normalise_reference(field(press->fields, "reference")).value_or("");
  auto const shown = [press] { press->reply(go_to(std::string{colleagues::kLettersPath})); };
  if (button == "/told") return note_told(press, shown);
  if (button == "/mail-again") return try_mail_again(press, shown);
  press->reply(no_such_page());
}

}  // namespace putright::routes
