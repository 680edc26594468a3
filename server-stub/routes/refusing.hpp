// What the routes refuse alike: each refusal is counted under its code.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "server-stub/http/refusal.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

http::Answer refuse_counted(Stub& stub, http::Refusal refusal);

/// Its words were erased: the answer says on which day.
http::Answer refuse_erased(Stub& stub, store::KeptComplaint const& kept);

/// Problems with a JSON body: too large, not to be read, or read and not accepted.
http::Answer refuse_problems(Stub& stub, std::vector<Problem> const& problems);

/// The problems under a refusal that the caller names.
http::Answer refuse_problems(Stub& stub, http::Refusal refusal,
                             std::vector<Problem> const& problems);

/// The store could not be read: counted, logged, and the caller may try again.
http::Answer refuse_unread(Stub& stub, Failure const& failure);

/// What is wrong with an idempotency key.
std::optional<http::Refusal> refusal_of_key(std::string_view key);

/// What is wrong with the headers of a request that keeps something: JSON under an idempotency key.
std::optional<http::Refusal> refusal_of_headers(http::Request const& request);

}  // namespace putright::routes
