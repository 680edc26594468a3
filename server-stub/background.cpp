#include "server-stub/background.hpp"

#include <utility>

namespace putright {

Background::Background(Post post) : post_(std::move(post)), thread_([this] { work_through(); }) {}

Background::~Background() {
  {
    std::lock_guard const lock{mutex_};
    ending_ = true;
  }
  something_waits_.notify_one();
  thread_.join();
}

void Background::run(Work work) {
  {
    std::lock_guard const lock{mutex_};
    queue_.push_back(std::move(work));
  }
  something_waits_.notify_one();
}

void Background::work_through() {
  std::unique_lock lock{mutex_};
  while (true) {
    something_waits_.wait(lock, [this] { return ending_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Work work = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    auto afterwards = work();
    // Whatever the work holds on to belongs to the serving thread: it goes there too.
    post_([work = std::move(work), afterwards = std::move(afterwards)] { afterwards(); });
    work = nullptr;
    lock.lock();
  }
}

}  // namespace putright
