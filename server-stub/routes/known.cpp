#include "server-stub/routes/known.hpp"

#include "portal/html/page.hpp"
#include "portal/screens/screens.hpp"
#include "server-stub/kept_record.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/json.hpp"

namespace putright::routes {
namespace {

colleagues::EventLine line_of(Event const& event, store::KeptEvent const& kept) {
  colleagues::EventLine line{event, {}, std::nullopt};
  auto const body = json::parse(kept.body, json::kSubmissionLimits);
  if (!body.ok()) return line;
  for (auto const& [field, name] : kEventFields) {
    std::string_view const text = body.value().string_at(name);
    if (!text.empty()) line.given.emplace_back(field, text);
  }
  line.recorded_at = parse_instant(body.value().string_at("recorded_at"));
  return line;
}

std::optional<std::vector<colleagues::Viewing>> viewings_of(Stub& stub,
                                                            std::string const& reference) {
  auto const entries =
      stub.store.audit_entries(reference, name_in(kAuditActs, AuditAct::complaint_viewed));
  if (!entries.ok()) return std::nullopt;
  std::vector<colleagues::Viewing> viewings;
  for (auto const& entry : entries.value()) {
    auto const root = json::parse(entry, json::kSubmissionLimits);
    if (!root.ok()) continue;
    viewings.push_back({parse_instant(root.value().string_at("at")).value_or(Instant{}),
                        std::string{root.value().string_at("who")},
                        std::string{root.value().string_at("reason")}});
  }
  return viewings;
}

colleagues::NoticeLine line_of(store::KeptNotice const& notice, ComplaintRecord const& record) {
  auto line = notice_line(notice);
  if (line.position < record.events.size()) line.about = record.events[line.position].type;
  return line;
}

}  // namespace

colleagues::NoticeLine notice_line(store::KeptNotice const& notice) {
  colleagues::NoticeLine line;
  line.position = notice.key.position;
  line.kind = notice.key.kind;
  line.calendar = notice.key.calendar;
  line.way = value_in(kRepliesBy, notice.way).value_or(ReplyBy::email);
  using State = colleagues::NoticeLine::State;
  line.state = notice.state == store::NoticeState::sent       ? State::sent
               : notice.state == store::NoticeState::given_up ? State::given_up
                                                              : State::waiting;
  line.failure = notice.last_failure;
  return line;
}

std::optional<colleagues::Known> known_of(Stub& stub, store::KeptComplaint const& kept) {
  auto record = record_of(kept);
  auto submission = parse_submission(kept.submission);
  auto viewings = viewings_of(stub, kept.reference);
  auto const notices = stub.store.notices_of(kept.reference);
  if (!record.ok() || !submission.ok() || !viewings || !notices.ok()) return std::nullopt;
  colleagues::Known known;
  known.reference = kept.reference;
  known.record = std::move(record).value();
  known.submission = std::move(submission).value();
  known.viewings = std::move(*viewings);
  for (std::size_t at = 0; at < known.record.events.size(); ++at)
    known.events.push_back(line_of(known.record.events[at], kept.events[at]));
  for (auto const& notice : notices.value())
    known.notices.push_back(line_of(notice, known.record));
  return known;
}

std::optional<std::string> customers_page(Stub& stub, store::KeptComplaint const& kept) {
  auto record = parse_record(record_json(kept, Reader::customer));
  auto submission = parse_submission(kept.submission);
  auto const viewings = viewings_of(stub, kept.reference);
  Brand const* const brand = stub.policy.book.brand(kept.brand);
  if (!record.ok() || !submission.ok() || !viewings || brand == nullptr) return std::nullopt;
  screens::Tracked tracked{.reference = kept.reference,
                           .record = std::move(record).value(),
                           .submission = std::move(submission).value()};
  for (auto const& viewing : *viewings)
    tracked.viewings.push_back({viewing.at, viewing.reason});
  return render_page(screens::tracked(stub.policy.book, *brand, tracked, stub.now()));
}

}  // namespace putright::routes
