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

}  // namespace

std::optional<colleagues::Known> known_of(Stub& stub, store::KeptComplaint const& kept) {
  auto record = record_of(kept);
  auto submission = parse_submission(kept.submission);
  auto viewings = viewings_of(stub, kept.reference);
  if (!record.ok() || !submission.ok() || !viewings) return std::nullopt;
  colleagues::Known known;
  known.reference = kept.reference;
  known.record = std::move(record).value();
  known.submission = std::move(submission).value();
  known.viewings = std::move(*viewings);
  for (std::size_t at = 0; at < known.record.events.size(); ++at)
    known.events.push_back(line_of(known.record.events[at], kept.events[at]));
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
