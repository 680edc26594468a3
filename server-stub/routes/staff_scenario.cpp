#include "server-stub/routes/staff_scenario.hpp"

#include <span>

#include "portal/colleagues/scenario.hpp"
#include "portal/html/page.hpp"
#include "server-stub/http/multipart.hpp"
#include "server-stub/routes/refusing.hpp"
#include "server-stub/routes/staff_press.hpp"
#include "shared/base/named_text.hpp"
#include "shared/base/require.hpp"

namespace putright {

/// Made by cmake/embed_files.cmake.
std::span<NamedText const> embedded_examples();

namespace routes {
namespace {

using http::Answer;
using http::FormFields;
using http::Refusal;
using http::Request;
using workbench::Example;

// Read once: they are part of the program, and a test reads them.
std::span<Example const> shipped_examples() {
  static std::vector<Example> const examples = [] {
    auto read = workbench::read_examples(embedded_examples().front().text);
    PUTRIGHT_REQUIRE(read.ok());
    return std::move(read).value();
  }();
  return examples;
}

// Every part's words; a field for files counts where a file was chosen.
class FieldSink : public http::PartSink {
 public:
  void begin_part(http::PartHead head) override {
    head_ = std::move(head);
    text_.clear();
  }
  void take_part(std::string_view bytes) override { text_ += bytes; }
  void end_part() override {
    bool const is_unchosen = head_.file_name && head_.file_name->empty() && text_.empty();
    if (!is_unchosen) fields_.emplace_back(http::form_text(head_.name), http::form_text(text_));
  }
  FormFields take_fields() { return std::move(fields_); }

 private:
  http::PartHead head_;
  std::string text_;
  FormFields fields_;
};

Outcome<FormFields, Refusal> fields_with_files(std::string_view boundary, std::string_view body) {
  FieldSink sink;
  http::MultipartReader reader{boundary, sink};
  reader.take(body);
  switch (reader.finish()) {
    case http::MultipartFault::malformed:
      return Refusal::body_malformed;
    case http::MultipartFault::too_many_parts:
      return Refusal::form_too_many_fields;
    case http::MultipartFault::none:
      break;
  }
  return sink.take_fields();
}

Outcome<FormFields, Refusal> fields_of(Request const& request) {
  auto const boundary = http::multipart_boundary(request.header("Content-Type"));
  if (boundary) return fields_with_files(*boundary, request.body);
  auto fields = http::parse_form(request.body);
  if (!fields) return Refusal::form_too_many_fields;
  return std::move(*fields);
}

// Back must show the page before, though a form was sent to make it: it holds nothing of a
// customer, so the browser may keep it (`no-store` would leave an empty page there).
Answer with_a_way_back(Answer answer) {
  for (http::Header& header : answer.headers)
    if (header.name == "Cache-Control") header.value = "private, no-cache";
  return answer;
}

Answer answer_of(Stub& stub, FormFields const& fields) {
  auto const shown = colleagues::answer_scenario(fields, {stub.policy.book, shipped_examples()});
  if (shown.face == colleagues::ScenarioShown::Face::customer)
    return with_a_way_back(page_to_look_at(render_page(shown.screen)));
  return with_a_way_back(staff_page(shown.screen));
}

}  // namespace

bool is_scenario_path(std::string_view path) {
  return path == colleagues::kScenarioPath;
}

Answer scenario_start_page(Stub& stub) {
  return answer_of(stub, {});
}

Answer scenario_page(Stub& stub, Request const& request) {
  auto const fields = fields_of(request);
  if (!fields.ok()) return page_of_refusal(refuse_counted(stub, fields.error()));
  return answer_of(stub, fields.value());
}

}  // namespace routes
}  // namespace putright
