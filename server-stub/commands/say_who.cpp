#include "server-stub/commands/say_who.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <iostream>
#include <mutex>

#include "server-stub/colleagues/directory.hpp"
#include "server-stub/commands/settings.hpp"

namespace putright {
namespace {

// What a serving thread would be given to do, for a program that only reads its input.
class Errands {
 public:
  void post(std::function<void()> errand) {
    {
      std::lock_guard const lock{mutex_};
      waiting_.push_back(std::move(errand));
    }
    something_waits_.notify_one();
  }

  void wait_for_one() {
    std::unique_lock lock{mutex_};
    something_waits_.wait(lock, [this] { return !waiting_.empty(); });
  }

  void run_all() {
    std::unique_lock lock{mutex_};
    while (!waiting_.empty()) {
      auto const errand = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      errand();
      lock.lock();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable something_waits_;
  std::deque<std::function<void()>> waiting_;
};

int fail(Failure const& failure) {
  std::cerr << "putright colleagues: " << failure.why << '\n';
  return exit_no;
}

int say_one(ColleagueDirectory& directory, std::string_view token) {
  auto const judged = directory.judge(token, now());
  if (!judged.ok()) {
    std::cout << "no: " << name_in(kTokenFaults, judged.error()) << std::endl;
    return exit_no;
  }
  std::cout << judged.value().id << '\t' << judged.value().name << '\t'
            << role_names(judged.value().roles) << std::endl;
  return exit_ok;
}

}  // namespace

int say_who(CommandLine const& line) {
  auto const config = settings_of(line);
  if (!config.ok()) return fail(config.error());
  if (!start_sodium()) return fail({"this machine gives no randomness"});
  Metrics metrics;
  Errands errands;
  auto const directory = ColleagueDirectory::open(
      config.value(), metrics,
      [&errands](std::function<void()> errand) { errands.post(std::move(errand)); });
  if (!directory.ok()) return fail(directory.error());
  if (!directory.value()->is_open())
    return fail({"neither PUTRIGHT_COLLEAGUES nor PUTRIGHT_OIDC_ISSUER is set"});
  // An issuer is asked at once, and answers in time or fails in time: either is an errand.
  if (!config.value().oidc_issuer.empty()) errands.wait_for_one();
  int worst = exit_ok;
  for (std::string token; std::getline(std::cin, token);) {
    errands.run_all();
    worst = std::max(worst, say_one(*directory.value(), token));
    if (!line.has("--lines")) break;
  }
  return worst;
}

}  // namespace putright
