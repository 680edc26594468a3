// Sends the notices that wait, one after another, and records what came of each. A notice is leased
// before it is sent, so that of several stubs on one store only one sends it; whether it was sent
// is written down before the next one goes, and remembered while it cannot be. What is left: a
// process that ends between the mail server's answer and that writing sends it again, with the same
// Message-ID (docs/operating/notices.md).
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server-stub/metrics.hpp"
#include "server-stub/notices/smtp.hpp"
#include "server-stub/store/writer.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright::notices {

/// What it works with; all outlive it.
struct OutboxParts {
  PolicyBook const& book;
  store::Store& store;
  store::Writer& writer;
  Metrics& metrics;
  std::function<Instant()> now;
  /// Carries work to the serving thread.
  store::Post post;
  std::string origin;
};

class Outbox {
 public:
  /// Looks for what waits every limits::kNoticeLookTime, until it is destroyed.
  Outbox(OutboxParts parts, MailServer server);
  /// Lets what is being sent finish, for limits::kMailStopTime at most.
  ~Outbox();
  Outbox(Outbox const&) = delete;
  Outbox& operator=(Outbox const&) = delete;

 private:
  // One notice on its way.
  struct Job {
    store::KeptNotice notice;
    std::string lease;
    std::string to;
    std::string message;
  };

  // On the serving thread.
  void look();
  void read_due();
  void take(store::KeptNotice const& notice);
  void prepare(Job job);
  void record(store::NoticeOutcome outcome);
  void recorded(store::NoticeOutcome const& outcome, store::Keeping keeping);
  void count(store::NoticeOutcome const& outcome);
  store::NoticeOutcome outcome_of(Job const& job, SendOutcome const& came) const;

  // On the thread that sends.
  void run();
  std::optional<Job> next();
  void send(Job const& job);

  OutboxParts parts_;
  std::string from_;
  Smtp smtp_;
  // The serving thread's.
  std::vector<store::KeptNotice> due_;
  std::optional<store::NoticeOutcome> unrecorded_;
  bool busy_ = false;
  std::chrono::steady_clock::time_point paused_until_{};
  // Both threads'.
  std::mutex mutex_;
  std::condition_variable something_;
  std::optional<Job> job_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace putright::notices
