// Counts wrong tracking keys, so that nobody can try one after the other. By reference and client
// address together: whoever holds the right key elsewhere is never kept waiting. A bounded table
// in memory, of digests only.
#pragma once
#include <chrono>
#include <deque>
#include <map>
#include <string_view>

#include "server-stub/keys/digest.hpp"

namespace putright {

class WrongKeys {
 public:
  using Clock = std::chrono::steady_clock;

  /// How long this client must wait before it may try this reference; zero: it may try now.
  std::chrono::seconds wait(std::string_view reference, std::string_view client,
                            Clock::time_point now) const;

  /// Counts a wrong key. Past the table's limit the oldest count is forgotten.
  void count(std::string_view reference, std::string_view client, Clock::time_point now);

 private:
  struct Count {
    int wrong = 0;
    Clock::time_point until;
  };
  void forget_oldest();

  std::map<Digest, Count> counts_;
  /// In the order in which their counts end.
  std::deque<Digest> order_;
};

}  // namespace putright
