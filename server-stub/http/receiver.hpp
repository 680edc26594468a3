// Takes a request's body part by part, where it is too long to be held in memory.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "server-stub/http/message.hpp"
#include "server-stub/http/refusal.hpp"

namespace putright::http {

class Receiver {
 public:
  Receiver() = default;
  virtual ~Receiver() = default;
  Receiver(Receiver const&) = delete;
  Receiver& operator=(Receiver const&) = delete;

  virtual void take(std::string_view part) = 0;

  /// The body is whole: answers the request, now or later. `request.body` is empty; the request is
  /// valid during the call only, the receiver until the answer is given.
  virtual void finish(Request const& request, Reply reply) = 0;
};

/// A body that is going to be received. One that is longer than `body_bytes` is refused.
struct Receiving {
  std::shared_ptr<Receiver> receiver;
  std::size_t body_bytes = 0;
  Refusal too_long = Refusal::body_too_large;
};

/// Decides by the head alone; empty: the body is read whole and the route's handler answers.
using Receive = std::function<std::optional<Receiving>(Request const& head)>;

}  // namespace putright::http
