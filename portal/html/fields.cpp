// The nodes that take answers: fields, choices, buttons and the form around them.
#include "portal/html/presenter.hpp"
#include "shared/text/words.hpp"

namespace putright::html {
namespace {

using view::TextField;

std::string group_class(std::string const& problem) {
  return problem.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";
}

// The ids that describe a field, in the order a screen reader should say them.
std::string described_by(std::string const& name, std::string const& hint,
                         std::string const& problem) {
  std::string ids;
  if (!hint.empty()) ids = name + "-hint";
  if (!problem.empty()) ids += (ids.empty() ? "" : " ") + name + "-error";
  return ids;
}

// What a browser may fill in (WCAG 2.2, 1.3.5): only the customer's own data.
std::string autocomplete_of(TextField::Purpose purpose) {
  using Purpose = TextField::Purpose;
  switch (purpose) {
    case Purpose::own_name:
      return "name";
    case Purpose::own_email:
      return "email";
    case Purpose::own_phone:
      return "tel";
    case Purpose::own_address:
      return "street-address";
    case Purpose::code:
      return "off";
    case Purpose::words:
    case Purpose::other_name:
      return "";
  }
  return "";
}

std::string input_type_of(TextField::Purpose purpose) {
  if (purpose == TextField::Purpose::own_email) return "email";
  if (purpose == TextField::Purpose::own_phone) return "tel";
  return "text";
}

// Names and codes are not spelling mistakes.
std::string spellcheck_of(TextField::Purpose purpose) {
  using Purpose = TextField::Purpose;
  bool const off = purpose == Purpose::own_name || purpose == Purpose::other_name ||
                   purpose == Purpose::own_email || purpose == Purpose::code;
  return off ? "false" : "";
}

// Words may run from right to left; an address for email, a number and a code never do.
std::string direction_of(TextField::Purpose purpose) {
  using Purpose = TextField::Purpose;
  bool const is_code =
      purpose == Purpose::own_email || purpose == Purpose::own_phone || purpose == Purpose::code;
  return is_code ? "" : "auto";
}

void label(Out& out, TextField const& node) {
  if (node.is_heading) out.open("h1", {{"class", "govuk-label-wrapper"}});
  out.element("label",
              {{"class", node.is_heading ? "govuk-label govuk-label--l" : "govuk-label"},
               {"for", node.name}},
              node.label);
  if (node.is_heading) out.close("h1");
}

}  // namespace

void Presenter::hint_and_problem(std::string const& name, std::string const& hint,
                                 std::string const& problem) {
  if (!hint.empty()) out_.element("div", {{"id", name + "-hint"}, {"class", "govuk-hint"}}, hint);
  if (problem.empty()) return;
  out_.open("p", {{"id", name + "-error"}, {"class", "govuk-error-message"}})
      .element("span", {{"class", "govuk-visually-hidden"}}, words::kErrorPrefix)
      .text(" ")
      .text(problem)
      .close("p");
}

void Presenter::operator()(TextField const& node) {
  out_.open("div", {{"class", group_class(node.problem)}});
  label(out_, node);
  hint_and_problem(node.name, node.hint, node.problem);
  std::string const described = described_by(node.name, node.hint, node.problem);
  if (node.size == TextField::Size::paragraphs) {
    bool const small = node.purpose == TextField::Purpose::own_address;
    // The line end after the tag is dropped by every HTML reader, so an answer may start with one.
    out_.open("textarea", {{"class", node.problem.empty() ? "govuk-textarea"
                                                          : "govuk-textarea govuk-textarea--error"},
                           {"id", node.name},
                           {"name", node.name},
                           {"rows", small ? "4" : "8"},
                           unless_empty("dir", direction_of(node.purpose)),
                           unless_empty("spellcheck", spellcheck_of(node.purpose)),
                           unless_empty("aria-describedby", described),
                           unless_empty("autocomplete", autocomplete_of(node.purpose))})
        .text("\n")
        .text(node.value)
        .close("textarea");
  } else {
    std::string css_class = "govuk-input";
    if (node.size == TextField::Size::short_line) css_class += " govuk-input--width-20";
    if (!node.problem.empty()) css_class += " govuk-input--error";
    out_.single("input", {{"class", css_class},
                          {"id", node.name},
                          {"name", node.name},
                          {"type", input_type_of(node.purpose)},
                          unless_empty("dir", direction_of(node.purpose)),
                          unless_empty("spellcheck", spellcheck_of(node.purpose)),
                          unless_empty("value", node.value),
                          unless_empty("aria-describedby", described),
                          unless_empty("autocomplete", autocomplete_of(node.purpose))});
  }
  out_.close("div");
}

void Presenter::choice(view::Choices const& question, std::size_t index) {
  bool const one = question.arity == view::Choices::Arity::one;
  std::string const block = one ? "govuk-radios" : "govuk-checkboxes";
  view::Choice const& choice = question.choices[index];
  std::string const id =
      index == 0 ? question.name : question.name + "-" + std::to_string(index + 1);
  out_.open("div", {{"class", block + "__item"}})
      .single("input",
              {{"class", block + "__input"},
               {"id", id},
               {"name", question.name},
               {"type", one ? "radio" : "checkbox"},
               {"value", choice.value},
               alone("checked", choice.chosen),
               unless_empty("aria-describedby", choice.hint.empty() ? "" : id + "-item-hint")})
      .element("label", {{"class", "govuk-label " + block + "__label"}, {"for", id}}, choice.label);
  if (!choice.hint.empty()) {
    out_.element("div", {{"id", id + "-item-hint"}, {"class", "govuk-hint " + block + "__hint"}},
                 choice.hint);
  }
  out_.close("div");
}

void Presenter::operator()(view::Choices const& node) {
  bool const one = node.arity == view::Choices::Arity::one;
  std::string const block = one ? "govuk-radios" : "govuk-checkboxes";
  out_.open("div", {{"class", group_class(node.problem)}})
      .open("fieldset",
            {{"class", "govuk-fieldset"},
             unless_empty("aria-describedby", described_by(node.name, node.hint, node.problem))});
  if (node.is_heading) {
    out_.open("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--l"}})
        .element("h1", {{"class", "govuk-fieldset__heading"}}, node.question)
        .close("legend");
  } else {
    out_.element("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--m"}},
                 node.question);
  }
  hint_and_problem(node.name, node.hint, node.problem);
  out_.open("div", {{"class", block}, {"data-module", block}});
  for (std::size_t index = 0; index < node.choices.size(); ++index)
    choice(node, index);
  out_.close("div").close("fieldset").close("div");
}

void Presenter::operator()(view::FileField const& node) {
  out_.open("div", {{"class", group_class(node.problem)}})
      .element("label", {{"class", "govuk-label"}, {"for", node.name}}, node.label);
  hint_and_problem(node.name, node.hint, node.problem);
  out_.single("input",
              {{"class", node.problem.empty() ? "govuk-file-upload"
                                              : "govuk-file-upload govuk-file-upload--error"},
               {"id", node.name},
               {"name", node.name},
               {"type", "file"},
               alone("multiple"),
               unless_empty("aria-describedby", described_by(node.name, node.hint, node.problem))})
      .close("div");
}

void Presenter::operator()(view::Action const& node) {
  using Weight = view::Action::Weight;
  if (node.weight == Weight::quiet) {
    out_.open("p", {{"class", "govuk-body"}})
        .element("button",
                 {{"type", "submit"},
                  {"name", "go"},
                  {"value", node.go},
                  {"class", "putright-button-link"}},
                 node.label)
        .close("p");
    return;
  }
  out_.element("button",
               {{"value", node.go},
                {"type", "submit"},
                {"name", "go"},
                {"class", node.weight == Weight::main ? "govuk-button"
                                                      : "govuk-button govuk-button--secondary"},
                {"data-module", "govuk-button"}},
               node.label);
}

void Presenter::operator()(view::Form const& node) {
  out_.open(
      "form",
      {{"action", node.path, Attribute::Kind::target},
       {"method", "post"},
       unless_empty("enctype", node.sends == view::Form::Sends::files ? "multipart/form-data" : ""),
       alone("novalidate")});
  for (auto const& [name, value] : node.carried) {
    out_.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
  present(node.body);
  out_.close("form");
}

void present_error_summary(Out& out, std::vector<view::ScreenProblem> const& problems) {
  if (problems.empty()) return;
  out.open("div", {{"class", "govuk-error-summary"}, {"data-module", "govuk-error-summary"}})
      .open("div", {{"role", "alert"}})
      .element("h2", {{"class", "govuk-error-summary__title"}}, words::kThereIsAProblem)
      .open("div", {{"class", "govuk-error-summary__body"}})
      .open("ul", {{"class", "govuk-list govuk-error-summary__list"}});
  for (auto const& problem : problems) {
    out.open("li");
    if (problem.field.empty()) {
      out.text(problem.words);
    } else {
      out.element("a", {{"href", "#" + problem.field}}, problem.words);
    }
    out.close("li");
  }
  out.close("ul").close("div").close("div").close("div");
}

}  // namespace putright::html
