// The nodes that are words: headings, paragraphs, lists, quotations, codes.
#include "shared/text/words.hpp"

#include "portal/html/presenter.hpp"
#include "shared/wire/base64.hpp"

namespace putright::html {
namespace {

// Named, because clang 14 crashes on a choice between two literals.
constexpr Name kNumbered = "ol";
constexpr Name kBulleted = "ul";

}  // namespace

void Presenter::present(std::vector<view::Node> const& nodes) {
  for (auto const& node : nodes)
    std::visit(*this, node.is);
}

void Presenter::spans(view::Text const& text) {
  using Kind = view::Span::Kind;
  for (auto const& span : text) {
    switch (span.kind) {
      case Kind::plain:
        out_.text(span.text);
        break;
      case Kind::strong:
        out_.element("strong", {}, span.text);
        break;
      case Kind::link:
        out_.element("a", {{"class", "govuk-link"}, {"href", span.target, Attribute::Kind::target}},
                     span.text);
        break;
      case Kind::phone:
        out_.element("a", {{"class", "govuk-link putright-phone"}, {"href", "tel:" + span.target}},
                     span.text);
        break;
      case Kind::email:
        out_.element("a", {{"class", "govuk-link"}, {"href", "mailto:" + span.target}}, span.text);
        break;
    }
  }
}

void Presenter::paragraph(view::Text const& text, std::string_view css_class) {
  out_.open("p", {{"class", std::string{css_class}}});
  spans(text);
  out_.close("p");
}

void Presenter::text_with_breaks(std::string_view text) {
  while (true) {
    std::size_t const end = text.find('\n');
    out_.text(text.substr(0, end));
    if (end == std::string_view::npos) return;
    out_.single("br");
    text.remove_prefix(end + 1);
  }
}

void Presenter::operator()(view::Heading const& node) {
  level_ = node.level;
  switch (node.level) {
    case 1:
      out_.element("h1", {{"class", "govuk-heading-l"}}, node.text);
      break;
    case 2:
      out_.element("h2", {{"class", "govuk-heading-m"}}, node.text);
      break;
    default:
      out_.element("h3", {{"class", "govuk-heading-s"}}, node.text);
      break;
  }
}

void Presenter::operator()(view::Paragraph const& node) {
  using Role = view::Paragraph::Role;
  switch (node.role) {
    case Role::body:
      paragraph(node.text, "govuk-body");
      break;
    case Role::lead:
      paragraph(node.text, "govuk-body-l");
      break;
    case Role::note:
      paragraph(node.text, "govuk-body-s");
      break;
  }
}

void Presenter::operator()(view::Quotation const& node) {
  // dir="auto": a customer may write from right to left.
  out_.open("blockquote", {{"class", "putright-quotation"}, {"dir", "auto"}});
  text_with_breaks(node.text);
  out_.close("blockquote");
}

void Presenter::operator()(view::BulletList const& node) {
  bool const steps = node.order == view::BulletList::Order::steps;
  Name const tag = steps ? kNumbered : kBulleted;
  out_.open(tag,
            {{"class", steps ? "govuk-list govuk-list--number" : "govuk-list govuk-list--bullet"}});
  for (auto const& item : node.items) {
    out_.open("li");
    spans(item);
    out_.close("li");
  }
  out_.close(tag);
}

void Presenter::operator()(view::Inset const& node) {
  out_.open("div", {{"class", "govuk-inset-text"}});
  spans(node.text);
  out_.close("div");
}

void Presenter::operator()(view::Warning const& node) {
  out_.open("div", {{"class", "govuk-warning-text"}})
      .element("span", {{"class", "govuk-warning-text__icon"}, {"aria-hidden", "true"}}, "!")
      .open("strong", {{"class", "govuk-warning-text__text"}})
      .element("span", {{"class", "govuk-visually-hidden"}}, words::kWarning)
      .text(" ");
  spans(node.text);
  out_.close("strong").close("div");
}

void Presenter::operator()(view::Notice const& node) {
  bool const good = node.tone == view::Notice::Tone::good;
  std::string id = "govuk-notification-banner-title";
  std::string heading_id;
  if (++notices_ > 1) {
    // Several notices have the same title: their headings tell them apart.
    id += "-" + std::to_string(notices_);
    heading_id = id + "-heading";
  }
  out_.open("div", {{"class", good ? "govuk-notification-banner govuk-notification-banner--success"
                                   : "govuk-notification-banner"},
                    {"role", good ? "alert" : "region"},
                    {"aria-labelledby", heading_id.empty() ? id : id + " " + heading_id},
                    {"data-module", "govuk-notification-banner"}})
      .open("div", {{"class", "govuk-notification-banner__header"}})
      .element("h2", {{"class", "govuk-notification-banner__title"}, {"id", id}},
               good ? words::kSuccess : words::kImportant)
      .close("div")
      .open("div", {{"class", "govuk-notification-banner__content"}})
      .element("p",
               {{"class", "govuk-notification-banner__heading"}, unless_empty("id", heading_id)},
               node.title);
  present(node.body);
  out_.close("div").close("div");
}

void Presenter::operator()(view::Details const& node) {
  out_.open("details", {{"class", "govuk-details"}})
      .open("summary", {{"class", "govuk-details__summary"}})
      .element("span", {{"class", "govuk-details__summary-text"}}, node.summary)
      .close("summary")
      .open("div", {{"class", "govuk-details__text"}});
  present(node.body);
  out_.close("div").close("details");
}

void Presenter::operator()(view::Code const& node) {
  out_.open("p", {{"class", "putright-code"}})
      .element("span", {{"class", "putright-code__label"}}, node.label)
      .text(" ")
      .element("code", {{"class", "putright-code__value"}}, node.value)
      .close("p");
}

void Presenter::operator()(view::Download const& node) {
  out_.open("p", {{"class", "govuk-body putright-download"}})
      .element("a",
               {{"class", "govuk-link"},
                {"href", "data:" + node.media_type + ";base64," + base64(node.content)},
                {"download", node.file_name}},
               node.label)
      .close("p");
}

void Presenter::operator()(view::Status const& node) {
  using Tone = view::Status::Tone;
  std::string css_class = "govuk-tag";
  if (node.tone == Tone::good) css_class += " govuk-tag--green";
  if (node.tone == Tone::attention) css_class += " govuk-tag--red";
  out_.open("p", {{"class", "govuk-body"}})
      .element("strong", {{"class", css_class}}, node.text)
      .close("p");
}

void Presenter::operator()(view::Confirmation const& node) {
  out_.open("div", {{"class", "govuk-panel govuk-panel--confirmation"}})
      .element("h1", {{"class", "govuk-panel__title"}}, node.title);
  if (!node.label.empty() || !node.code.empty()) {
    out_.open("div", {{"class", "govuk-panel__body"}}).text(node.label);
    if (!node.code.empty()) out_.single("br").element("strong", {}, node.code);
    out_.close("div");
  }
  out_.close("div");
}

}  // namespace putright::html
