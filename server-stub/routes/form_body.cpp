#include "server-stub/routes/form_body.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "server-stub/attachments/file_name.hpp"
#include "server-stub/http/multipart.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/routes/attachments.hpp"
#include "server-stub/routes/refusal_page.hpp"
#include "shared/submission/submission.hpp"

namespace putright::routes {
namespace {

using attachments::Stored;
using attachments::Storing;
using attachments::Upload;
using http::MultipartFault;
using http::PartHead;
using http::Refusal;
using http::Reply;
using http::Request;

// A file of the form that waits to be kept. `field` is its place among the fields.
struct SentFile {
  std::size_t field;
  std::string name;
  std::shared_ptr<Upload> upload;
};

class FormBody : public http::Receiver,
                 private http::PartSink,
                 public std::enable_shared_from_this<FormBody> {
 public:
  FormBody(Stub& stub, std::string_view boundary, Filled filled)
      : stub_(stub), reader_(boundary, *this), filled_(std::move(filled)) {}

  void take(std::string_view part) override { reader_.take(part); }

  void finish(Request const& request, Reply reply) override {
    if (auto const refusal = refusal_of_form()) {
      upload_.reset();
      files_.clear();
      stub_.metrics.count_refusal(name(*refusal));
      return reply(refuse_caller(stub_, *refusal, request));
    }
    request_ = request;
    reply_ = std::move(reply);
    keep_next();
  }

 private:
  std::optional<Refusal> refusal_of_form() const {
    switch (reader_.finish()) {
      case MultipartFault::malformed:
        return Refusal::body_malformed;
      case MultipartFault::too_many_parts:
        return Refusal::form_too_many_fields;
      case MultipartFault::none:
        break;
    }
    if (text_bytes_ > limits::kFormBytes) return Refusal::body_too_large;
    return std::nullopt;
  }

  void begin_part(PartHead head) override {
    head_ = std::move(head);
    text_.clear();
    upload_.reset();
    part_bytes_ = 0;
  }

  void take_part(std::string_view bytes) override {
    if (!head_.file_name) return take_text(bytes);
    if (part_bytes_ == 0 && files_.size() < kMaxAttachments) upload_ = stub_.attachments.begin();
    part_bytes_ += bytes.size();
    if (upload_) upload_->take(bytes);
  }

  void take_text(std::string_view bytes) {
    text_bytes_ += bytes.size();
    if (text_bytes_ <= limits::kFormBytes) text_ += bytes;
  }

  void end_part() override {
    if (!head_.file_name) {
      fields_.emplace_back(http::form_text(head_.name), http::form_text(text_));
    } else if (part_bytes_ > 0 || !head_.file_name->empty()) {
      end_file(attachments::plain_file_name(*head_.file_name));
    }
  }

  void end_file(std::string const& name) {
    if (part_bytes_ == 0) return add_problem(ProblemCode::attachment_empty, name);
    if (files_.size() >= kMaxAttachments)
      return add_problem(ProblemCode::attachments_too_many, name);
    files_.push_back({fields_.size(), name, std::move(upload_)});
    fields_.emplace_back();
  }

  void add_problem(ProblemCode code, std::string const& file_name) {
    fields_.push_back(problem_field(code, file_name));
  }

  std::pair<std::string, std::string> problem_field(ProblemCode code,
                                                    std::string const& file_name) {
    stub_.metrics.count_refusal(name(code));
    return {"attachment_problem", std::string{name(code)} + " " + file_name};
  }

  // Keeps one file after the other, then goes on with the fields.
  void keep_next() {
    if (kept_ == files_.size()) return filled_(request_, std::move(fields_), std::move(reply_));
    keep_upload(stub_, std::move(files_[kept_].upload),
                [self = shared_from_this()](Stored const& stored) { self->on_kept(stored); });
  }

  void on_kept(Stored const& stored) {
    SentFile const& file = files_[kept_++];
    fields_[file.field] =
        stored.storing == Storing::kept
            ? std::pair{std::string{"attachment"}, stored.sha256 + " " + file.name}
            : problem_field(problem_of(stored.storing), file.name);
    keep_next();
  }

  Stub& stub_;
  http::MultipartReader reader_;
  Filled filled_;
  http::FormFields fields_;
  std::vector<SentFile> files_;
  std::size_t kept_ = 0;
  // The part in hand.
  PartHead head_;
  std::string text_;
  std::shared_ptr<Upload> upload_;
  std::size_t part_bytes_ = 0;
  std::size_t text_bytes_ = 0;
  // While files are kept.
  Request request_;
  Reply reply_;
};

}  // namespace

std::optional<http::Receiving> receive_form_body(Stub& stub, Request const& head, Filled filled) {
  auto const boundary = http::multipart_boundary(head.header("Content-Type"));
  if (!boundary) return std::nullopt;
  return http::Receiving{std::make_shared<FormBody>(stub, *boundary, std::move(filled)),
                         limits::kMultipartBytes};
}

}  // namespace putright::routes
