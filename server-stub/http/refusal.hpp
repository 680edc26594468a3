// What the stub refuses, as a closed list: each refusal has a code, an HTTP status and words.
// The answers are `application/problem+json` (RFC 9457).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/http/message.hpp"
#include "shared/base/problem.hpp"

namespace putright::http {

/// In the order in which they are looked for.
enum class Refusal {
  too_many_connections,
  request_malformed,
  request_head_too_large,
  path_not_allowed,
  not_found,
  method_not_allowed,
  cross_site_post,
  media_type_not_supported,
  body_too_large,
  form_too_many_fields,
  idempotency_key_missing,
  idempotency_key_malformed,
  upload_headers_malformed,
  body_malformed,
  body_not_accepted,
  idempotency_key_reused,
  not_signed_in,
  role_missing,
  complaint_not_found,
  complaint_erased,
  too_many_wrong_keys,
  event_not_possible_now,
  upload_offset_wrong,
  attachment_empty,
  attachment_too_large,
  attachment_type_not_allowed,
  attachment_harmful,
  attachment_not_scanned,
  too_busy,
  store_unavailable,
  internal_failure,
};

/// The code that goes out, such as `not_found`.
std::string_view name(Refusal refusal);
int status_of(Refusal refusal);
std::string words_of(Refusal refusal);

/// The answer for a refusal; `problems` are those that a customer can fix.
Answer refuse(Refusal refusal, std::vector<Problem> const& problems = {});

}  // namespace putright::http
