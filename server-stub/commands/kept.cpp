#include "server-stub/commands/kept.hpp"

#include <iostream>

#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/store/open_store.hpp"

namespace putright {
namespace {

Done hand_over(store::Store& store, std::string const& reference,
               std::function<Done(store::KeptComplaint const&)> const& each) {
  auto const kept = store.find(reference);
  if (!kept.ok()) return kept.error();
  return kept.value() ? each(*kept.value()) : Done{std::monostate{}};
}

}  // namespace

Outcome<KeptHere, Failure> open_kept_here(CommandLine const& line) {
  auto config = settings_of(line);
  if (!config.ok()) return config.error();
  if (!start_sodium()) return Failure{"this machine gives no randomness"};
  auto policy = open_policy(line.has("--policy") ? line.value("--policy") : config.value().policy);
  if (!policy.ok()) return policy.error();
  auto const is_there = store::store_is_there(config.value());
  if (!is_there.ok()) return is_there.error();
  if (!is_there.value()) return store::no_store_at(config.value());
  auto store = store::open_store(config.value());
  if (!store.ok()) return store.error();
  return KeptHere{std::move(config).value(), std::move(policy).value(), std::move(store).value()};
}

Done each_kept(store::Store& store, store::Overview::Open open, std::string const& command,
               std::function<Done(store::KeptComplaint const&)> const& each) {
  std::string after;
  std::int64_t read = 0;
  while (true) {
    auto const references = store.references(open, after, limits::kReadTogether);
    if (!references.ok()) return references.error();
    if (references.value().empty()) return std::monostate{};
    for (auto const& reference : references.value()) {
      if (auto done = hand_over(store, reference, each); !done.ok()) return done;
      if (++read % limits::kToldAfter == 0)
        std::cerr << "putright " << command << ": " << read << " complaints read\n";
    }
    after = references.value().back();
  }
}

}  // namespace putright
