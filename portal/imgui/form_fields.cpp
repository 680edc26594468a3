// Gathers a form's fields. One overload for each kind of node, so that a new kind which holds
// fields cannot be forgotten.
#include "portal/imgui/present.hpp"

namespace putright::canvas {
namespace {

class FieldGatherer {
 public:
  explicit FieldGatherer(Answers const& answers) : answers_(answers) {}

  void gather(std::vector<view::Node> const& nodes) {
    for (view::Node const& node : nodes) {
      std::visit(*this, node.is);
    }
  }
  std::vector<std::pair<std::string, std::string>> take_fields() { return std::move(fields_); }

  void operator()(view::TextField const& field) {
    std::string const* const typed = answers_.words.find(field.name);
    fields_.emplace_back(field.name, typed == nullptr ? field.value : *typed);
  }
  void operator()(view::Choices const& choices) {
    Names const* const picked = answers_.chosen.find(choices.name);
    for (view::Choice const& choice : choices.choices) {
      bool const is_chosen = picked == nullptr ? choice.chosen : picked->has(choice.value);
      if (is_chosen) fields_.emplace_back(choices.name, choice.value);
    }
  }
  void operator()(view::Details const& details) { gather(details.body); }
  void operator()(view::Timeline const& timeline) {
    for (view::TimelineStep const& step : timeline.steps) {
      gather(step.body);
    }
  }
  void operator()(view::Notice const& notice) { gather(notice.body); }
  void operator()(view::Form const& form) { gather(form.body); }

  // These hold no fields.
  void operator()(view::Heading const&) {}
  void operator()(view::Paragraph const&) {}
  void operator()(view::Quotation const&) {}
  void operator()(view::BulletList const&) {}
  void operator()(view::Inset const&) {}
  void operator()(view::Warning const&) {}
  // Made-up situations have no files.
  void operator()(view::FileField const&) {}
  void operator()(view::Action const&) {}
  void operator()(view::Onward const&) {}
  void operator()(view::SummaryList const&) {}
  void operator()(view::DayCount const&) {}
  void operator()(view::Table const&) {}
  void operator()(view::BarChart const&) {}
  void operator()(view::ContactCard const&) {}
  void operator()(view::Confirmation const&) {}
  void operator()(view::Code const&) {}
  void operator()(view::ScanCode const&) {}
  void operator()(view::Download const&) {}
  void operator()(view::Status const&) {}
  void operator()(view::Signposts const&) {}

 private:
  Answers const& answers_;
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> fields_of(view::Form const& form,
                                                           Answers const& answers) {
  FieldGatherer gatherer(answers);
  gatherer.gather(form.body);
  std::vector<std::pair<std::string, std::string>> fields = form.carried;
  for (auto& field : gatherer.take_fields()) {
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace putright::canvas
