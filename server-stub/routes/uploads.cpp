#include "server-stub/routes/uploads.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "server-stub/routes/attachments.hpp"
#include "server-stub/routes/refusing.hpp"
#include "shared/submission/submission.hpp"

namespace putright::routes {
namespace {

using attachments::Continuation;
using attachments::Standing;
using attachments::Stored;
using attachments::Storing;
using http::Answer;
using http::Refusal;

// RFC 9651: a boolean.
constexpr std::string_view kTrue = "?1";
constexpr std::string_view kFalse = "?0";
// RFC 9530: of the whole file, not of this piece.
constexpr std::string_view kDigestBegins = "sha-256=:";

struct PieceHead {
  std::string token;
  std::uint64_t offset = 0;
  /// Bytes that come now; as many as may, when the sender does not say.
  std::uint64_t bytes = 0;
  bool is_last = false;
  /// Base64url; empty when the sender gave none.
  std::string announced;
};

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  auto const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, number, 10);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

// As we write digests: base64url without padding.
std::string announced_in(std::string_view digests) {
  std::size_t const at = digests.find(kDigestBegins);
  if (at == std::string_view::npos) return {};
  digests.remove_prefix(at + kDigestBegins.size());
  std::string digest{digests.substr(0, digests.find(':'))};
  std::replace(digest.begin(), digest.end(), '+', '-');
  std::replace(digest.begin(), digest.end(), '/', '_');
  digest.erase(std::remove(digest.begin(), digest.end(), '='), digest.end());
  return digest;
}

std::optional<PieceHead> read_head(http::Request const& head) {
  auto const offset = number_in(head.header("Upload-Offset"));
  std::string_view const complete = head.header("Upload-Complete");
  if (!offset || *offset > kMaxAttachmentBytes || (complete != kTrue && complete != kFalse))
    return std::nullopt;
  auto const length = number_in(head.header("Content-Length"));
  return PieceHead{head.captured, *offset, length.value_or(kMaxAttachmentBytes - *offset),
                   complete == kTrue, announced_in(head.header("Repr-Digest"))};
}

Answer with_standing(Answer answer, std::uint64_t bytes, std::string_view is_complete) {
  answer.headers.push_back({"Upload-Offset", std::to_string(bytes)});
  answer.headers.push_back({"Upload-Complete", std::string{is_complete}});
  return answer;
}

Answer standing_answer(Standing const& standing) {
  Answer answer;
  answer.status = 204;
  answer.headers.push_back({"Cache-Control", "no-store"});
  return with_standing(std::move(answer), standing.bytes, standing.sha256.empty() ? kFalse : kTrue);
}

Answer refuse_offset(Stub& stub, std::uint64_t bytes) {
  return with_standing(refuse_counted(stub, Refusal::upload_offset_wrong), bytes, kFalse);
}

// One piece of a file. What stands in its way is known from its head, and told when it has come: an
// answer in the middle of a body is lost on most senders.
class PieceBody : public http::Receiver {
 public:
  PieceBody(Stub& stub, std::optional<PieceHead> head) : stub_(stub) {
    if (!head) {
      refusal_ = Refusal::upload_headers_malformed;
    } else {
      head_ = std::move(*head);
      begin();
    }
  }

  /// The longest body that this can be.
  std::size_t most() const {
    if (refusal_) return kMaxAttachmentBytes;
    return continuation_ ? kMaxAttachmentBytes - head_.offset : 0;
  }

  void take(std::string_view part) override {
    if (continuation_) continuation_->take(part);
  }

  void finish(http::Request const&, http::Reply reply) override {
    // This object stays as long as its connection; the place and the file are for others.
    auto place = std::move(place_);
    auto const continuation = std::move(continuation_);
    if (refusal_) return reply(refused());
    if (continuation && continuation->error() != 0) return reply(not_written(*continuation));
    if (continuation) standing_.bytes = continuation->bytes();
    if (!head_.is_last) return reply(standing_answer(standing_));
    keep_in_background(
        stub_,
        [&folder = stub_.attachments, head = head_, place = std::move(place)] {
          return folder.keep_unfinished(head.token, head.announced, place);
        },
        [&stub = stub_, reply = std::move(reply)](Stored const& stored) {
          bool const begins_again = stored.storing == Storing::not_as_announced;
          reply(begins_again ? refuse_offset(stub, 0) : answer_about(stub, stored));
        });
  }

 private:
  void begin() {
    if (!attachments::is_upload_token(head_.token)) {
      refusal_ = Refusal::not_found;
      return;
    }
    standing_ = stub_.attachments.unfinished().standing(head_.token);
    place_ = stub_.attachments.take_place();
    if (head_.offset != standing_.bytes) {
      refusal_ = Refusal::upload_offset_wrong;
    } else if (!place_) {
      refusal_ = Refusal::too_busy;
    } else if (standing_.sha256.empty()) {
      go_on();
    }
  }

  void go_on() {
    auto const& uploads = stub_.attachments.unfinished();
    if (uploads.have_room(head_.token, head_.bytes)) {
      continuation_ = uploads.go_on(head_.token, head_.offset);
    } else {
      refusal_ = Refusal::too_busy;
    }
  }

  Answer refused() {
    if (refusal_ == Refusal::upload_offset_wrong) return refuse_offset(stub_, standing_.bytes);
    return refuse_counted(stub_, *refusal_);
  }

  Answer not_written(Continuation const& continuation) {
    Stored const failed = attachments::not_stored("cannot write an upload", continuation.error());
    note_stored(stub_, failed);
    return answer_about(stub_, failed);
  }

  Stub& stub_;
  PieceHead head_;
  Standing standing_;
  std::optional<Refusal> refusal_;
  std::shared_ptr<void> place_;
  std::unique_ptr<Continuation> continuation_;
};

}  // namespace

void show_upload(Stub& stub, http::Request const& request, http::Reply const& reply) {
  if (!attachments::is_upload_token(request.captured))
    return reply(refuse_counted(stub, Refusal::not_found));
  reply(standing_answer(stub.attachments.unfinished().standing(request.captured)));
}

std::optional<http::Receiving> receive_piece(Stub& stub, http::Request const& head) {
  if (is_form_body(head)) return std::nullopt;
  auto body = std::make_shared<PieceBody>(stub, read_head(head));
  std::size_t const most = body->most();
  return http::Receiving{std::move(body), most, Refusal::attachment_too_large};
}

}  // namespace putright::routes
