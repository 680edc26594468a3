#include "portal/notices/plain_text.hpp"

#include <algorithm>

namespace putright {
namespace {

// A line of ours: what breaks lines or draws on a terminal becomes a space.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

std::string line_of(view::Text const& text) {
  std::string line;
  for (auto const& span : text) {
    line += span.text;
    bool const is_elsewhere = span.kind == view::Span::Kind::link && span.target != span.text;
    if (is_elsewhere) line += " (" + span.target + ")";
  }
  return one_line(std::move(line));
}

class PlainText {
 public:
  void present(std::vector<view::Node> const& nodes) {
    for (auto const& node : nodes)
      std::visit(*this, node.is);
  }
  std::string take() { return std::move(text_); }

  void operator()(view::Heading const& node) { part(one_line(node.text)); }
  void operator()(view::Paragraph const& node) { part(line_of(node.text)); }
  void operator()(view::Inset const& node) { part(line_of(node.text)); }
  void operator()(view::Warning const& node) { part(line_of(node.text)); }
  void operator()(view::Status const& node) { part(one_line(node.text)); }
  void operator()(view::Code const& node) { labelled(node.label, node.value); }
  void operator()(view::ScanCode const& node) { labelled(node.label, node.target); }
  void operator()(view::Onward const& node) { labelled(node.label, node.path); }

  // Marked line by line, so that no words of others can be taken for ours.
  void operator()(view::Quotation const& node) {
    std::string quoted;
    std::string_view rest = node.text;
    while (true) {
      std::size_t const end = rest.find('\n');
      quoted += (quoted.empty() ? "> " : "\n> ") + one_line(std::string{rest.substr(0, end)});
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    part(quoted);
  }

  void operator()(view::BulletList const& node) {
    std::string list;
    int number = 0;
    for (auto const& item : node.items) {
      bool const steps = node.order == view::BulletList::Order::steps;
      if (!list.empty()) list += '\n';
      list += (steps ? std::to_string(++number) + ". " : "- ") + line_of(item);
    }
    part(list);
  }

  void operator()(view::Notice const& node) {
    part(one_line(node.title));
    present(node.body);
  }
  void operator()(view::Details const& node) {
    part(one_line(node.summary));
    present(node.body);
  }
  void operator()(view::Form const& node) { present(node.body); }

  void operator()(view::SummaryList const& node) {
    for (auto const& row : node.rows)
      labelled(row.label, row.value);
  }

  void operator()(view::Timeline const& node) {
    for (auto const& step : node.steps) {
      labelled(step.title, step.when);
      present(step.body);
    }
  }

  void operator()(view::DayCount const& node) {
    std::string table = one_line(node.caption);
    for (auto const& row : node.rows)
      table += "\n" + one_line(row.day + " " + row.date + " " + row.note);
    part(table);
  }

  // A part for each row, each cell after its heading: columns mean nothing when they are read out.
  void operator()(view::Table const& node) {
    part(one_line(node.caption));
    for (auto const& row : node.rows) {
      std::string lines;
      for (std::size_t at = 0; at < row.size() && at < node.columns.size(); ++at) {
        if (!lines.empty()) lines += '\n';
        lines += one_line(node.columns[at].heading) + ": " + line_of(row[at]);
      }
      part(lines);
    }
  }

  void operator()(view::ContactCard const& node) {
    std::string card = one_line(node.name);
    if (!node.about.empty()) card += "\n" + one_line(node.about);
    for (auto const& way : node.ways)
      card += "\n" + one_line(way.label + ": " + way.value);
    part(card);
  }

  void operator()(view::Confirmation const& node) {
    part(one_line(node.title));
    labelled(node.label, node.code);
  }

  void operator()(view::Signposts const& node) {
    for (auto const& sign : node.signs)
      labelled(sign.label, sign.path);
  }

  void operator()(view::TextField const&) {}
  void operator()(view::Choices const&) {}
  void operator()(view::FileField const&) {}
  void operator()(view::Action const&) {}
  void operator()(view::Download const&) {}

 private:
  void part(std::string const& words) {
    if (words.empty()) return;
    if (!text_.empty()) text_ += '\n';
    text_ += words + "\n";
  }
  void labelled(std::string const& label, std::string const& value) {
    part(one_line(label + ": " + value));
  }

  std::string text_;
};

}  // namespace

std::string render_plain_text(view::Screen const& screen) {
  PlainText text;
  text.present(screen.body);
  return text.take();
}

}  // namespace putright
