#include "server-stub/http/refusal.hpp"

#include <array>

#include "shared/base/require.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/fill.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::http {
namespace {

struct Row {
  Refusal refusal;
  std::string_view code;
  int status;
  std::string_view words;
};

constexpr std::array kRows{
    Row{Refusal::too_many_connections, "too_many_connections", 503,
        "Too many people are connected. Nothing was kept. Try again in a minute."},
    Row{Refusal::request_malformed, "request_malformed", 400,
        "This is not a request that HTTP allows."},
    Row{Refusal::request_head_too_large, "request_head_too_large", 431,
        "The address and the headers together are too long."},
    Row{Refusal::path_not_allowed, "path_not_allowed", 400,
        "The address has something in it that no address here has."},
    Row{Refusal::not_found, "not_found", 404, "There is nothing at this address."},
    Row{Refusal::method_not_allowed, "method_not_allowed", 405,
        "This address does not take that method. The Allow header lists those it takes."},
    Row{Refusal::cross_site_post, "cross_site_post", 403,
        "This form was sent from another website, so it was not accepted. Open our own page and "
        "send it from there."},
    Row{Refusal::media_type_not_supported, "media_type_not_supported", 415,
        "The content type of the body is not one that this address reads."},
    Row{Refusal::body_too_large, "body_too_large", 413,
        "The body is longer than this address reads."},
    Row{Refusal::form_too_many_fields, "form_too_many_fields", 400,
        "The form has too many fields."},
    Row{Refusal::idempotency_key_missing, "idempotency_key_missing", 400,
        "Send an Idempotency-Key header: a new random key for each complaint, the same key to send "
        "it again."},
    Row{Refusal::idempotency_key_malformed, "idempotency_key_malformed", 400,
        "The Idempotency-Key must have 16 to 64 of the characters A to Z, a to z, 0 to 9, _ and "
        "-."},
    Row{Refusal::upload_headers_malformed, "upload_headers_malformed", 400,
        "Send with each piece where it begins, as Upload-Offset: 0 or a higher number, and whether "
        "it is the last one, as Upload-Complete: ?1 or ?0."},
    Row{Refusal::body_malformed, "body_malformed", 400, "The body could not be read."},
    Row{Refusal::body_not_accepted, "body_not_accepted", 422,
        "There are problems in what was sent. Nothing was kept."},
    Row{Refusal::idempotency_key_reused, "idempotency_key_reused", 409,
        "Something else was already received under this Idempotency-Key. Use a new key for a new "
        "complaint."},
    Row{Refusal::not_signed_in, "not_signed_in", 401,
        "Sign in as yourself: send your own token as a bearer token."},
    Row{Refusal::role_missing, "role_missing", 403,
        "Your account does not have the role that this needs. Ask whoever keeps the accounts."},
    Row{Refusal::complaint_not_found, "complaint_not_found", 404,
        "No complaint has this reference and tracking key together."},
    Row{Refusal::complaint_erased, "complaint_erased", 410,
        "What was said in this was erased, because the time for keeping it is over or because it "
        "was asked for. `erased_on` says when."},
    Row{Refusal::too_many_wrong_keys, "too_many_wrong_keys", 429,
        "Too many wrong tracking keys were tried for this reference. Wait 15 minutes, check the "
        "receipt, and try again."},
    Row{Refusal::event_not_possible_now, "event_not_possible_now", 409,
        "The complaint is not at a point where this can be done. Nothing was kept. Look at the "
        "complaint again: it says what can be done now."},
    Row{Refusal::upload_offset_wrong, "upload_offset_wrong", 409,
        "The piece does not begin where the upload stands. The Upload-Offset header says where "
        "that "
        "is: go on from there."},
    Row{Refusal::attachment_empty, "attachment_empty", 422,
        "The file is empty. Send the file's own bytes as the body."},
    Row{Refusal::attachment_too_large, "attachment_too_large", 413,
        "The file is larger than {megabytes} MB. Send a smaller one."},
    Row{Refusal::attachment_type_not_allowed, "attachment_type_not_allowed", 415,
        "This kind of file is not taken. Send a JPEG, PNG or HEIC picture, a PDF, plain text in "
        "UTF-8, or a Word, Excel or OpenDocument file without macros."},
    Row{Refusal::attachment_harmful, "attachment_harmful", 422,
        "The virus scanner found something harmful in the file. It was not kept."},
    Row{Refusal::attachment_not_scanned, "attachment_not_scanned", 503,
        "We cannot scan files for viruses just now, so this one was not kept. Send it again in a "
        "few minutes."},
    Row{Refusal::too_busy, "too_busy", 503,
        "Too much is being sent at once. Nothing was kept. Send it again in a minute."},
    Row{Refusal::store_unavailable, "store_unavailable", 503,
        "We could not keep this just now. Nothing was kept. Send it again in a few minutes."},
    Row{Refusal::internal_failure, "internal_failure", 500,
        "Something went wrong here. Nothing was kept. Send it again in a few minutes."},
};

Row const& row_of(Refusal refusal) {
  for (auto const& row : kRows) {
    if (row.refusal == refusal) return row;
  }
  requirement_broken("every refusal has a row", __FILE__, __LINE__);
}

std::string title_of(std::string_view code) {
  std::string title{code};
  for (char& c : title) {
    if (c == '_') c = ' ';
  }
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

}  // namespace

std::string_view name(Refusal refusal) {
  return row_of(refusal).code;
}
int status_of(Refusal refusal) {
  return row_of(refusal).status;
}
std::string words_of(Refusal refusal) {
  return fill(row_of(refusal).words, {{"megabytes", std::to_string(kMaxAttachmentMegabytes)}});
}

Answer refuse(Refusal refusal, std::vector<Problem> const& problems) {
  Row const& row = row_of(refusal);
  json::Writer writer;
  writer.begin_object();
  writer.member("type", "about:blank");
  writer.member("title", title_of(row.code));
  writer.member("status", row.status);
  writer.member("code", row.code);
  writer.member("detail", words_of(refusal));
  writer.member("problems").raw(problems_json(problems));
  writer.end_object();
  Answer answer;
  answer.status = row.status;
  answer.media_type = "application/problem+json";
  answer.headers.push_back({"Cache-Control", "no-store"});
  if (row.status == 503) answer.headers.push_back({"Retry-After", "60"});
  answer.body = writer.take();
  return answer;
}

}  // namespace putright::http
