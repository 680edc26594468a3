#include "server-stub/wrong_keys.hpp"

#include <string>

#include "server-stub/limits.hpp"

namespace putright {
namespace {

Digest pair_of(std::string_view reference, std::string_view client) {
  return sha256(std::string{reference} + "\n" + std::string{client});
}

}  // namespace

std::chrono::seconds WrongKeys::wait(std::string_view reference, std::string_view client,
                                     Clock::time_point now) const {
  auto const found = counts_.find(pair_of(reference, client));
  bool const full = found != counts_.end() && found->second.wrong >= limits::kWrongKeys;
  if (!full || found->second.until <= now) return std::chrono::seconds{0};
  return std::chrono::ceil<std::chrono::seconds>(found->second.until - now);
}

void WrongKeys::count(std::string_view reference, std::string_view client, Clock::time_point now) {
  while (!order_.empty() && counts_.at(order_.front()).until <= now)
    forget_oldest();
  Digest const pair = pair_of(reference, client);
  if (auto const found = counts_.find(pair); found != counts_.end()) {
    ++found->second.wrong;
    return;
  }
  if (order_.size() >= limits::kWrongKeysCounted) forget_oldest();
  counts_.emplace(pair, Count{1, now + limits::kWrongKeysTime});
  order_.push_back(pair);
}

void WrongKeys::forget_oldest() {
  counts_.erase(order_.front());
  order_.pop_front();
}

}  // namespace putright
