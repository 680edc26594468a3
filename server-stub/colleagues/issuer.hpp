// An OpenID Connect issuer: keeps its keys fresh on a thread of its own, and checks tokens against
// them on the serving thread, which never waits for the issuer.
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "server-stub/colleagues/identity_token.hpp"
#include "server-stub/failure.hpp"

namespace putright {

/// The keys as last read, and how old they are.
class KnownKeys {
 public:
  using Clock = std::chrono::steady_clock;

  void take(IssuerKeySet keys, Clock::time_point now) {
    keys_ = std::move(keys);
    read_at_ = now;
  }
  /// The colleague of a token; without keys, or with keys older than limits::kIssuerKeysOldest,
  /// none.
  Outcome<Colleague, TokenFault> check(std::string_view token, Expected const& expected,
                                       Instant now, Clock::time_point steady_now) const;

 private:
  IssuerKeySet keys_;
  std::optional<Clock::time_point> read_at_;
};

/// What came of the last time that the issuer was asked.
enum class Asked { read, failed };
/// Whether a token named a key that is not known.
enum class Missed { nothing, a_key };

/// When to ask next after `last`: soon after a failure, sooner still for a key that is not known,
/// but never so often that tokens made up by anybody could wear the issuer out.
KnownKeys::Clock::time_point next_time_to_ask(KnownKeys::Clock::time_point last, Asked asked,
                                              Missed missed);

/// Asks the issuer: the address of its keys (OpenID Connect Discovery 1.0, 4), then the keys.
Outcome<IssuerKeySet, Failure> read_issuer_keys(std::string const& issuer,
                                                std::atomic<bool> const& ending);

class Issuer {
 public:
  /// Carries work to the thread that serves.
  using Post = std::function<void(std::function<void()>)>;
  /// Told on the serving thread each time that the issuer was asked.
  using Told = std::function<void(Outcome<std::size_t, Failure> const& keys)>;

  /// Begins to ask at once. What is posted is for the serving thread while this lives.
  Issuer(Expected expected, Post post, Told told);
  /// Ends the thread; a question that is under way is cut short.
  ~Issuer();
  Issuer(Issuer const&) = delete;
  Issuer& operator=(Issuer const&) = delete;

  /// On the serving thread. A key that is not known is asked for, and this token refused.
  Outcome<Colleague, TokenFault> check(std::string_view token, Instant now);

 private:
  void keep_asking();
  Asked ask();
  void miss_a_key();

  Expected expected_;
  Post post_;
  Told told_;
  KnownKeys keys_;
  std::atomic<bool> ending_{false};
  std::mutex mutex_;
  std::condition_variable something_to_do_;
  Missed missed_ = Missed::nothing;
  std::thread thread_;
};

}  // namespace putright
