// Counters for /metrics, in Prometheus' text format. On the serving thread only. No label holds
// anything a caller can choose.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace putright {

/// What stands at some number now, and is asked for when the page is.
struct Gauges {
  std::size_t connections = 0;
  std::int64_t notices_waiting = 0;
  std::int64_t notices_by_hand = 0;
  std::int64_t notices_given_up = 0;
};

class Metrics {
 public:
  void count_answer(std::string_view route, int status, std::chrono::microseconds taken);
  void count_kept() { ++kept_; }
  void count_repeated() { ++repeated_; }
  void count_attachment() { ++attachments_; }
  void count_attachment_harmful() { ++attachments_harmful_; }
  void count_scanner_failure() { ++scanner_failures_; }
  void count_event(std::string_view type) { ++events_[std::string{type}]; }
  void count_tracking_wrong() { ++tracking_wrong_; }
  void count_tracking_limited() { ++tracking_limited_; }
  void count_store_failure() { ++store_failures_; }
  void count_token_refused(std::string_view why) { ++tokens_refused_[std::string{why}]; }
  void count_issuer_failure() { ++issuer_failures_; }
  void count_accounts_refused() { ++accounts_refused_; }
  void count_refusal(std::string_view code) { ++refusals_[std::string{code}]; }
  void count_cut(std::string_view what) { ++cut_[std::string{what}]; }

  void count_notice_sent(std::string_view kind) { ++notices_sent_[std::string{kind}]; }
  void count_notice_failed() { ++notices_failed_; }

  /// The whole page.
  std::string text(Gauges const& gauges) const;

 private:
  std::map<std::pair<std::string, int>, std::uint64_t> answers_;
  std::map<std::string, std::uint64_t> refusals_;
  std::map<std::string, std::uint64_t> cut_;
  std::map<std::string, std::uint64_t> events_;
  std::map<std::string, std::uint64_t> tokens_refused_;
  std::map<std::string, std::uint64_t> notices_sent_;
  std::uint64_t notices_failed_ = 0;
  std::uint64_t attachments_ = 0;
  std::uint64_t attachments_harmful_ = 0;
  std::uint64_t scanner_failures_ = 0;
  std::uint64_t kept_ = 0;
  std::uint64_t repeated_ = 0;
  std::uint64_t store_failures_ = 0;
  std::uint64_t tracking_wrong_ = 0;
  std::uint64_t tracking_limited_ = 0;
  std::uint64_t issuer_failures_ = 0;
  std::uint64_t accounts_refused_ = 0;
  std::chrono::microseconds taken_{};
};

}  // namespace putright
