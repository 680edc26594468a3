#include "server-stub/store/writer.hpp"

#include <memory>
#include <utility>

#include "server-stub/limits.hpp"

namespace putright::store {

Writer::Writer(Keeper& store, Post post, Failed failed, Grouping grouping)
    : store_(store),
      post_(std::move(post)),
      failed_(std::move(failed)),
      most_in_group_(grouping == Grouping::together ? limits::kKeptTogether : 1),
      thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    std::lock_guard const lock{mutex_};
    ending_ = true;
  }
  something_waits_.notify_one();
  thread_.join();
}

bool Writer::keep(ToKeep arrival, WhenKept done) {
  {
    std::lock_guard const lock{mutex_};
    if (queue_.size() >= limits::kWaitingToBeKept) return false;
    queue_.emplace_back(std::move(arrival), std::move(done));
  }
  something_waits_.notify_one();
  return true;
}

// Waits for work and takes up to one group of it. False when there will be no more.
bool Writer::take(std::vector<ToKeep>& arrivals, std::vector<WhenKept>& waiting) {
  arrivals.clear();
  waiting.clear();
  std::unique_lock lock{mutex_};
  something_waits_.wait(lock, [this] { return ending_ || !queue_.empty(); });
  while (!queue_.empty() && arrivals.size() < most_in_group_) {
    arrivals.push_back(std::move(queue_.front().first));
    waiting.push_back(std::move(queue_.front().second));
    queue_.pop_front();
  }
  return !arrivals.empty();
}

void Writer::run() {
  std::vector<ToKeep> arrivals;
  std::vector<WhenKept> waiting;
  while (take(arrivals, waiting)) {
    auto outcomes = store_.keep(arrivals);
    post_([this, why = store_.last_failure(), outcomes = std::move(outcomes),
           waiting = std::move(waiting)]() mutable {
      if (!why.empty()) failed_(why);
      for (std::size_t at = 0; at < waiting.size(); ++at)
        waiting[at](std::move(outcomes[at]));
    });
  }
}

}  // namespace putright::store
