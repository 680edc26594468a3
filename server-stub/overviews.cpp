#include "server-stub/overviews.hpp"

#include <memory>

#include "server-stub/kept_record.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"

namespace putright {
namespace {

// One pass over the store, in the order of references.
struct Renewal {
  Stub* stub;
  std::string after;
  std::int64_t renewed = 0;
  std::int64_t left = 0;
  std::int64_t told = 0;
  std::size_t waiting = 0;
};

using Renewing = std::shared_ptr<Renewal>;

void renew_group(Renewing const& renewal);

void tell(Renewal& renewal, std::string_view what) {
  log_line(what, {{"renewed", renewal.renewed}, {"left", renewal.left}});
  renewal.told = renewal.renewed;
}

// The overview of one complaint by today's policy; empty: it cannot be assessed by it.
std::optional<store::NewOverview> renewed(Stub& stub, std::string const& reference) {
  auto const kept = stub.store.find(reference);
  if (!kept.ok() || !kept.value()) return std::nullopt;
  auto const record = record_of(*kept.value());
  if (!record.ok()) return std::nullopt;
  auto const assessed = assess(record.value(), stub.policy.book, stub.now(),
                               {.receipt = {}, .explanation = Explanation::none});
  if (!assessed.ok()) return std::nullopt;
  return store::NewOverview{reference, kept.value()->events.size(),
                            overview_of(record.value(), assessed.value(), stub.policy_sha256)};
}

void finish_one(Renewing const& renewal, store::Keeping keeping) {
  ++(keeping == store::Keeping::kept ? renewal->renewed : renewal->left);
  if (--renewal->waiting > 0) return;
  if (renewal->renewed - renewal->told >= limits::kOverviewsToldAfter)
    tell(*renewal, "overviews_renewing");
  renew_group(renewal);
}

// Hands over the group; false: nothing of it is on its way.
bool hand_over(Renewing const& renewal, std::vector<std::string> const& references) {
  for (auto const& reference : references) {
    auto overview = renewed(*renewal->stub, reference);
    bool const queued = overview && renewal->stub->writer.keep(
                                        std::move(*overview), [renewal](auto const& outcome) {
                                          finish_one(renewal, outcome.keeping);
                                        });
    if (queued) {
      ++renewal->waiting;
    } else {
      ++renewal->left;
    }
  }
  return renewal->waiting > 0;
}

void renew_group(Renewing const& renewal) {
  Stub& stub = *renewal->stub;
  while (true) {
    auto const references = stub.store.outdated_overviews(stub.policy_sha256, renewal->after,
                                                          limits::kOverviewsTogether);
    if (!references.ok())
      return log_line("overviews_unread", {{"why", std::string_view{references.error().why}}});
    if (references.value().empty()) {
      if (renewal->renewed + renewal->left > 0) tell(*renewal, "overviews_renewed");
      return;
    }
    renewal->after = references.value().back();
    if (hand_over(renewal, references.value())) return;
  }
}

}  // namespace

void renew_overviews(Stub& stub) {
  auto const renewal = std::make_shared<Renewal>();
  renewal->stub = &stub;
  renew_group(renewal);
}

}  // namespace putright
