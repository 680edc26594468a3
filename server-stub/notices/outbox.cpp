#include "server-stub/notices/outbox.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/notices/back_off.hpp"
#include "server-stub/notices/by_hand.hpp"
#include "server-stub/notices/composing.hpp"

namespace putright::notices {
namespace {

using Clock = std::chrono::steady_clock;
using store::Keeping;
using store::KeepOutcome;
using store::KeptNotice;
using store::NoticeOutcome;
using store::NoticeState;

std::string new_lease() {
  std::array<std::uint8_t, 16> bytes{};
  fill_random(bytes);
  return base64url(bytes);
}

}  // namespace

Outbox::Outbox(OutboxParts parts, MailServer server)
    : parts_(std::move(parts)),
      from_(server.from),
      smtp_(std::move(server)),
      thread_([this] { run(); }) {}

Outbox::~Outbox() {
  smtp_.stop();
  {
    std::lock_guard const lock{mutex_};
    ending_ = true;
  }
  something_.notify_one();
  thread_.join();
}

// One at a time: the next is looked for when the one before has been recorded.
void Outbox::look() {
  if (busy_ || Clock::now() < paused_until_) return;
  if (unrecorded_) {
    busy_ = true;
    return record(std::exchange(unrecorded_, std::nullopt).value());
  }
  if (due_.empty()) read_due();
  if (due_.empty()) return;
  auto const notice = std::move(due_.back());
  due_.pop_back();
  take(notice);
}

void Outbox::read_due() {
  auto due = parts_.store.due_notices(format_instant(parts_.now()), limits::kNoticesAtOnce);
  if (!due.ok()) {
    parts_.metrics.count_store_failure();
    return log_line("store_read_failed", {{"why", std::string_view{due.error().why}}});
  }
  due_ = std::move(due).value();
  std::reverse(due_.begin(), due_.end());
}

void Outbox::take(KeptNotice const& notice) {
  Instant const now = parts_.now();
  Job job{notice, new_lease(), "", ""};
  store::NoticeLease const lease{notice.key, job.lease, format_instant(now),
                                 format_instant(now + limits::kNoticeLeaseTime)};
  busy_ = parts_.writer.keep(lease, [this, job](KeepOutcome const& outcome) {
    busy_ = false;
    if (outcome.keeping == Keeping::kept) return prepare(job);
    // Another stub has it; with a store that cannot be written to, the next look comes by itself.
    if (outcome.keeping == Keeping::overtaken) look();
  });
}

// Read anew under the lease: everything about it may have changed since.
void Outbox::prepare(Job job) {
  busy_ = true;
  auto const kept = parts_.store.find(job.notice.key.reference);
  auto const facts =
      kept.ok() && kept.value() ? facts_of(*kept.value(), job.notice, parts_.origin) : std::nullopt;
  if (!facts) return record(outcome_of(job, {Sending::later, "the complaint could not be read"}));
  if (parts_.now() - facts->made_at > limits::kNoticeMostAge)
    return record(outcome_of(job, {Sending::never, "it waited too long to be of use"}));
  auto const message = compose(parts_.book, *facts, job.notice.key, from_);
  if (!message.ok()) return record(outcome_of(job, {Sending::never, message.error().why}));
  job.to = message.value().to;
  job.message = write_message(message.value());
  {
    std::lock_guard const lock{mutex_};
    job_ = std::move(job);
  }
  something_.notify_one();
}

NoticeOutcome Outbox::outcome_of(Job const& job, SendOutcome const& came) const {
  Instant const now = parts_.now();
  NoticeOutcome outcome{job.notice, job.lease};
  KeptNotice& after = outcome.after;
  ++after.tries;
  after.last_failure = came.why;
  auto const wait = wait_after(after.tries);
  after.next_try_at = format_instant(now + wait.value_or(std::chrono::seconds{0}));
  bool const is_hopeless = came.sending == Sending::never || !wait;
  after.state = is_hopeless ? NoticeState::given_up : NoticeState::waiting;
  if (came.sending != Sending::sent) return outcome;
  after.state = NoticeState::sent;
  outcome.audit = audit_of_sent(after.key, "stub", now);
  return outcome;
}

void Outbox::record(NoticeOutcome outcome) {
  auto const done = [this, outcome](KeepOutcome const& kept) { recorded(outcome, kept.keeping); };
  if (!parts_.writer.keep(outcome, done)) recorded(outcome, Keeping::unavailable);
}

// What could not be recorded is kept in mind, and nothing else is sent before it is recorded.
void Outbox::recorded(NoticeOutcome const& outcome, Keeping keeping) {
  busy_ = false;
  if (keeping == Keeping::unavailable) {
    unrecorded_ = outcome;
    return;
  }
  if (keeping == Keeping::kept) count(outcome);
  if (keeping == Keeping::overtaken) log_line("notice_overtaken");
  look();
}

void Outbox::count(NoticeOutcome const& outcome) {
  KeptNotice const& after = outcome.after;
  if (after.state == NoticeState::sent) return parts_.metrics.count_notice_sent(after.key.kind);
  parts_.metrics.count_notice_failed();
  auto const fields = {LogField{"reference", std::string_view{after.key.reference}},
                       LogField{"kind", std::string_view{after.key.kind}},
                       LogField{"tries", after.tries},
                       LogField{"why", std::string_view{after.last_failure}}};
  if (after.state == NoticeState::given_up) return log_line("notice_given_up", fields);
  log_line("notice_not_sent", fields);
}

std::optional<Outbox::Job> Outbox::next() {
  std::unique_lock lock{mutex_};
  something_.wait_for(lock, limits::kNoticeLookTime, [this] { return ending_ || job_; });
  return std::exchange(job_, std::nullopt);
}

void Outbox::run() {
  while (true) {
    auto const job = next();
    if (job) send(*job);
    {
      std::lock_guard const lock{mutex_};
      if (ending_) return;
    }
    if (!job) parts_.post([this] { look(); });
  }
}

// The writer is told at once, not by way of the serving thread: when the stub stops, that thread
// does nothing more, and the writer still writes.
void Outbox::send(Job const& job) {
  SendOutcome const came = smtp_.send(job.to, job.message);
  auto const outcome = outcome_of(job, came);
  bool const pause = came.sending == Sending::not_now;
  auto const done = [this, outcome, pause](KeepOutcome const& kept) {
    if (pause) paused_until_ = Clock::now() + limits::kMailPause;
    recorded(outcome, kept.keeping);
  };
  if (parts_.writer.keep(outcome, done)) return;
  parts_.post([this, outcome] { recorded(outcome, Keeping::unavailable); });
}

}  // namespace putright::notices
