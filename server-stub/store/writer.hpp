// The one thread that writes. What waits is kept together in one transaction, so that many callers
// share one flush of the disk; each hears of its own only after that flush.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "server-stub/store/store.hpp"

namespace putright::store {

/// Hears what became of an arrival, on the thread that `Post` leads to.
using WhenKept = std::function<void(KeepOutcome)>;
/// Carries work to the thread that serves.
using Post = std::function<void(std::function<void()>)>;
/// Told when something could not be kept, and why, on that same thread.
using Failed = std::function<void(std::string const& why)>;

/// `alone`: a flush of the disk for each arrival; only to measure what `together` gains.
enum class Grouping { together, alone };

class Writer {
 public:
  Writer(Keeper& store, Post post, Failed failed, Grouping grouping = Grouping::together);
  /// Writes what still waits, then ends the thread.
  ~Writer();
  Writer(Writer const&) = delete;
  Writer& operator=(Writer const&) = delete;

  /// Puts an arrival in the queue. False when the queue is full: nothing will be kept, `done` is
  /// not called.
  [[nodiscard]] bool keep(ToKeep arrival, WhenKept done);

 private:
  void run();
  bool take(std::vector<ToKeep>& arrivals, std::vector<WhenKept>& waiting);

  Keeper& store_;
  Post post_;
  Failed failed_;
  std::size_t most_in_group_;
  std::mutex mutex_;
  std::condition_variable something_waits_;
  std::deque<std::pair<ToKeep, WhenKept>> queue_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace putright::store
