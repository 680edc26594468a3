#include "server-stub/routes/attachments.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "server-stub/limits.hpp"
#include "server-stub/log.hpp"
#include "server-stub/routes/refusing.hpp"
#include "shared/base/require.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::routes {
namespace {

using attachments::Stored;
using attachments::Storing;
using attachments::Upload;
using http::Answer;
using http::Refusal;

constexpr std::size_t kMegabyte = 1U << 20U;

Refusal refusal_of(Storing storing) {
  switch (storing) {
    case Storing::empty:
      return Refusal::attachment_empty;
    case Storing::too_large:
      return Refusal::attachment_too_large;
    case Storing::type_not_allowed:
      return Refusal::attachment_type_not_allowed;
    case Storing::harmful:
      return Refusal::attachment_harmful;
    case Storing::not_scanned:
      return Refusal::attachment_not_scanned;
    case Storing::not_as_announced:
      return Refusal::upload_offset_wrong;
    case Storing::kept:
    case Storing::unavailable:
      break;
  }
  return Refusal::store_unavailable;
}

// One file as the whole body.
class FileBody : public http::Receiver {
 public:
  FileBody(Stub& stub, std::shared_ptr<Upload> upload) : stub_(stub), upload_(std::move(upload)) {}

  void take(std::string_view part) override {
    if (upload_) upload_->take(part);
  }

  void finish(http::Request const&, http::Reply reply) override {
    if (!upload_) return reply(refuse_counted(stub_, Refusal::too_busy));
    keep_upload(stub_, std::move(upload_),
                [&stub = stub_, reply = std::move(reply)](Stored const& stored) {
                  reply(answer_about(stub, stored));
                });
  }

 private:
  Stub& stub_;
  std::shared_ptr<Upload> upload_;
};

std::string most_words() {
  return std::to_string(kMaxAttachments) + " files, " +
         std::to_string(limits::kAttachmentsBytes / kMegabyte) + " MB together";
}

// Its shape and number were checked with the submission.
std::vector<Attachment> listed_in(Submission const& submission) {
  return attachments_in(submission[Field::attachments]).value_or(std::vector<Attachment>{});
}

}  // namespace

bool is_form_body(http::Request const& head) {
  return http::media_type_of(head.header("Content-Type")) == "multipart/form-data";
}

Answer answer_about(Stub& stub, Stored const& stored) {
  if (stored.storing != Storing::kept) return refuse_counted(stub, refusal_of(stored.storing));
  json::Writer writer;
  writer.begin_object().member("sha256", stored.sha256);
  writer.member("bytes", static_cast<std::int64_t>(stored.bytes));
  writer.member("media_type", stored.media_type).end_object();
  Answer answer;
  answer.status = 201;
  answer.media_type = "application/json";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.body = writer.take();
  return answer;
}

void note_stored(Stub& stub, Stored const& stored) {
  if (stored.storing == Storing::kept) return stub.metrics.count_attachment();
  std::string_view const why{stored.why};
  if (stored.storing == Storing::harmful) {
    stub.metrics.count_attachment_harmful();
    log_line("attachment_harmful", {{"found", why}});
  } else if (stored.storing == Storing::not_scanned) {
    stub.metrics.count_scanner_failure();
    log_line("attachment_not_scanned", {{"why", why}});
  } else if (stored.storing == Storing::unavailable) {
    stub.metrics.count_store_failure();
    log_line("attachment_not_stored", {{"why", why}});
  }
}

std::optional<http::Receiving> receive_attachment(Stub& stub, http::Request const& head) {
  if (is_form_body(head)) return std::nullopt;
  return http::Receiving{std::make_shared<FileBody>(stub, stub.attachments.begin()),
                         kMaxAttachmentBytes, Refusal::attachment_too_large};
}

void refuse_attachment(Stub& stub, http::Request const&, http::Reply const& reply) {
  reply(refuse_counted(stub, Refusal::media_type_not_supported));
}

void keep_in_background(Stub& stub, std::function<Stored()> keep,
                        std::function<void(Stored const&)> done) {
  stub.background.run([&stub, keep = std::move(keep), done = std::move(done)] {
    return [&stub, done, stored = keep()] {
      note_stored(stub, stored);
      done(stored);
    };
  });
}

void keep_upload(Stub& stub, std::shared_ptr<Upload> upload, std::function<void(Stored)> done) {
  if (!upload) return done(Stored{});
  keep_in_background(
      stub, [upload = std::move(upload)] { return upload->keep(); }, std::move(done));
}

ProblemCode problem_of(Storing storing) {
  switch (storing) {
    case Storing::empty:
      return ProblemCode::attachment_empty;
    case Storing::too_large:
      return ProblemCode::attachment_too_large;
    case Storing::type_not_allowed:
      return ProblemCode::attachment_type_not_allowed;
    case Storing::harmful:
      return ProblemCode::attachment_harmful;
    case Storing::not_scanned:
    case Storing::not_as_announced:
    case Storing::unavailable:
      return ProblemCode::attachment_not_stored;
    case Storing::kept:
      break;
  }
  requirement_broken("a kept file has no problem", __FILE__, __LINE__);
}

std::vector<Problem> attachment_problems(Stub& stub, Submission const& submission) {
  std::string const pointer = "/" + std::string{rule_of(Field::attachments).name};
  std::vector<Problem> problems;
  std::set<std::string_view> counted;
  std::uint64_t bytes = 0;
  for (auto const& file : listed_in(submission)) {
    auto const kept = stub.attachments.claim(file.sha256);
    if (!kept) {
      problems.push_back(make_problem(ProblemCode::attachment_not_kept, pointer, file.name));
    } else if (counted.insert(file.sha256).second) {
      bytes += *kept;
    }
  }
  if (bytes > limits::kAttachmentsBytes) {
    problems.push_back(make_problem(ProblemCode::attachments_too_large, pointer, most_words()));
  }
  return problems;
}

std::vector<std::string> attachment_digests(Submission const& submission) {
  std::vector<std::string> digests;
  for (auto const& file : listed_in(submission))
    digests.emplace_back(file.sha256);
  return digests;
}

}  // namespace putright::routes
