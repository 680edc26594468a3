// What a colleague says that they did about a notice: posted it, called, or wants its mail tried
// again. On a colleague's page or over the API alike.
#pragma once
#include <functional>
#include <optional>

#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"
#include "shared/submission/submission.hpp"

namespace putright::routes {

/// What was done: the customer was told this way; without a way, the mail is to be tried again.
struct Telling {
  store::NoticeKey notice;
  std::optional<ReplyBy> way;
};

/// Records it under this colleague's name; then `then` gets the refusal to answer with, or none.
/// What was recorded before just so is not recorded again.
void tell_by_hand(Stub& stub, Colleague const& colleague, Telling const& telling,
                  std::function<void(std::optional<http::Answer>)> const& then);

}  // namespace putright::routes
