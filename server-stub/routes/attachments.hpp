// POST /api/attachments: keeps a file that a complaint will refer to by its digest. No route ever
// gives a file back.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "server-stub/http/receiver.hpp"
#include "server-stub/stub.hpp"
#include "shared/submission/submission.hpp"

namespace putright::routes {

/// Takes the file as it comes: the body is its bytes, whatever its content type says.
std::optional<http::Receiving> receive_attachment(Stub& stub, http::Request const& head);

/// Answers where `receive_attachment` takes nothing: a form belongs elsewhere.
void refuse_attachment(Stub& stub, http::Request const& request, http::Reply const& reply);

/// Whether the body is a form's, which is no file.
bool is_form_body(http::Request const& head);

/// The answer about a file: what it is kept as, or the refusal.
http::Answer answer_about(Stub& stub, attachments::Stored const& stored);
/// Counts and logs what became of a file, for the operator.
void note_stored(Stub& stub, attachments::Stored const& stored);

/// Runs what keeps a file away from the serving thread, and tells what became of it.
void keep_in_background(Stub& stub, std::function<attachments::Stored()> keep,
                        std::function<void(attachments::Stored const&)> done);

/// Keeps an upload away from the serving thread and tells what became of it; null: there was no
/// room for it.
void keep_upload(Stub& stub, std::shared_ptr<attachments::Upload> upload,
                 std::function<void(attachments::Stored)> done);

/// The problem with a file that was not kept.
ProblemCode problem_of(attachments::Storing storing);

/// What is wrong with the files that a submission refers to: one that is not here, or too much of
/// them.
std::vector<Problem> attachment_problems(Stub& stub, Submission const& submission);

/// The digests of the files that a submission refers to.
std::vector<std::string> attachment_digests(Submission const& submission);

}  // namespace putright::routes
