// One thread for slow work (flushing a file to the disk), so that the serving thread never waits.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace putright {

class Background {
 public:
  /// Carries work to the thread that serves.
  using Post = std::function<void(std::function<void()>)>;
  /// Runs on the thread of this class; what it gives back runs on the thread that serves.
  using Work = std::function<std::function<void()>()>;

  explicit Background(Post post);
  /// Does what still waits, then ends the thread.
  ~Background();
  Background(Background const&) = delete;
  Background& operator=(Background const&) = delete;

  void run(Work work);

 private:
  void work_through();

  Post post_;
  std::mutex mutex_;
  std::condition_variable something_waits_;
  std::deque<Work> queue_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace putright
